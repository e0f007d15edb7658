import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.js';
import { useScratch } from './scratch.js';

const { put } = useScratch();

const list = `name: Example list
rules:
  - id: r1
    query: '("grey gate" OR "بوابة رمادية") -museum'
    severity: high
    must: ["join the grey gate tonight"]
    mustNot: ["grey gate museum opens"]
  - id: r2
    query: lantern OR
  - id: old
    query: gate
    until: 2020-01-01
`;
const good = `rules:
  - id: r1
    query: '"grey gate"'
`;

describe('vedette match', () => {
  it('says which rule catches which Item, and where', async () => {
    const watchlist = put('list.yaml', good);
    const text = 'At the Grey Gate tonight';
    const { status, lines } = await cli(['match', '--watchlist', watchlist], {
      stdin: JSON.stringify({ id: 'x', text }),
    });
    expect(status).toBe(0);
    expect(lines).toEqual([
      {
        item: 'x',
        rule: 'r1',
        severity: 'medium',
        spans: [{ start: 7, end: 16, field: 'text', term: 'grey gate', via: [] }],
      },
    ]);
    expect(text.slice(7, 16)).toBe('Grey Gate');
  });

  it('names lines without an id by file and line', async () => {
    const watchlist = put('list.yaml', good);
    const file = put('posts.jsonl', '{"text":"no"}\n\n{"text":"grey gate"}\n');
    const { lines } = await cli(['match', '--watchlist', watchlist, file, '-'], { stdin: '{"text":"grey gate"}' });
    expect(lines.map((line) => line['item'])).toEqual(['posts.jsonl:3', '-:1']);
  });

  it('names a mistake with its place and a repair, and the other rules run', async () => {
    const watchlist = put('list.yaml', list);
    const { status, lines, stderr } = await cli(['match', '--watchlist', watchlist], {
      stdin: '{"id":"a","text":"بوابة رمادية"}\n{"id":"b","text":"grey gate museum"}\n',
    });
    expect(status).toBe(1);
    expect(lines.map((line) => [line['item'], line['rule'], line['severity']])).toEqual([['a', 'r1', 'high']]);
    expect(stderr).toContain(`${watchlist}:9:`);
    expect(stderr).toMatch(/: rule r2: .*; try: lantern\n/u);
    expect(stderr).toContain('rule old: expired on 2020-01-01');
  });

  it('stays at status 0 where a rule is only expired', async () => {
    const watchlist = put('list.yaml', `${good}  - {id: old, query: gate, until: 2020-01-01}\n`);
    const { status, stderr } = await cli(['match', '--watchlist', watchlist], { stdin: '{"text":"gate"}' });
    expect(status).toBe(0);
    expect(stderr).toMatch(/list\.yaml:4:\d+: rule old: expired/u);
  });

  it('prints Items without a match with --all, and whole Items with --items', async () => {
    const watchlist = put('list.yaml', good);
    const stdin = '{"id":"a","text":"nothing"}\n{"id":"b","text":"grey gate"}\n';
    const all = await cli(['match', '--watchlist', watchlist, '--all'], { stdin });
    expect(all.lines[0]).toEqual({ item: 'a', spans: [] });
    expect(all.lines[1]).toMatchObject({ item: 'b', rule: 'r1' });
    const items = await cli(['match', '--watchlist', watchlist, '--items'], { stdin });
    expect(items.lines).toHaveLength(1);
    expect(items.lines[0]).toMatchObject({ id: 'b', text: 'grey gate', matches: [{ item: 'b', rule: 'r1' }] });
    const both = await cli(['match', '--watchlist', watchlist, '--items', '--all'], { stdin });
    expect(both.lines.map((line) => line['matches'])).toEqual([[], [expect.objectContaining({ rule: 'r1' })]]);
  });

  it('reads what read reads: an archive, a table, a feed', async () => {
    const watchlist = put('list.csv', 'id,query\nr1,lantern\n');
    const file = put('posts.csv', 'id,text\n1,a lantern\n2,none\n');
    const { status, lines } = await cli(['match', '--watchlist', watchlist, file]);
    expect([status, lines.length]).toEqual([0, 1]);
    expect(lines[0]?.['item']).toMatch(/^csv:/u);
  });

  it('rejects lines that are no objects or have no string as text', async () => {
    const watchlist = put('list.json', '{"name":"x","rules":[{"id":"r1","query":"gate"}]}');
    const { status, stderr } = await cli(['match', '--watchlist', watchlist], {
      stdin: '{"a":1}\n{"text":7}\n[]\nnot json\n{"text":"gate"}\n',
    });
    expect(status).toBe(1);
    expect(stderr.match(/rejected -:\d/gu)).toEqual(['rejected -:2', 'rejected -:3', 'rejected -:4']);
  });

  it('keeps the lines before a cut in packed input, and says that it was cut', async () => {
    const watchlist = put('list.yaml', good);
    const packed = gzipSync(
      Array.from({ length: 3000 }, (_, at) => `{"id":"${String(at * 7919)}","text":"grey gate"}\n`).join(''),
    );
    const file = put('posts.jsonl.gz', packed.subarray(0, packed.length / 2));
    const { status, lines, stderr } = await cli(['match', '--watchlist', watchlist, file]);
    expect([status, stderr]).toEqual([1, 'vedette: rejected posts.jsonl.gz: the compressed data ends in the middle\n']);
    expect(lines.length).toBeGreaterThan(500);
  });

  it('shows a person the words around', async () => {
    const watchlist = put('list.yaml', good);
    const stdin = '{"id":"a","text":"at the grey gate tonight"}';
    const { stdout } = await cli(['match', '--watchlist', watchlist], {
      stdin,
      terminal: true,
      env: { NO_COLOR: '1' },
    });
    expect(stdout).toBe('r1 (medium) in a\n  at the grey gate tonight  [grey gate]\n');
    const painted = await cli(['match', '--watchlist', watchlist], { stdin, terminal: true });
    expect(painted.stdout).toContain('\u001b[33mgrey gate\u001b[39m');
  });
});

describe('vedette watchlist', () => {
  it('check finds mistakes, runs examples, and tells warnings from errors', async () => {
    const bad = await cli(['watchlist', 'check', put('list.yaml', list)]);
    expect(bad.status).toBe(1);
    expect(bad.lines).toEqual([
      expect.objectContaining({ level: 'error', rule: 'r2', line: 9, repair: 'lantern' }),
      expect.objectContaining({ level: 'warning', rule: 'old' }),
    ]);
    const failing = put('other.yaml', `${good}    must: ["a door"]\n`);
    expect((await cli(['watchlist', 'check', failing])).lines).toEqual([
      expect.objectContaining({ level: 'error', rule: 'r1', message: expect.stringContaining('a door') }),
    ]);
    expect(await cli(['watchlist', 'check', put('good.yaml', good)])).toMatchObject({ status: 0, stdout: '' });
  });

  it('import writes a watchlist that check accepts', async () => {
    const imported = await cli(['watchlist', 'import', '-', '--as', 'txt'], {
      stdin: 'grey gate\n# a comment\nlantern\n',
    });
    expect(imported.status).toBe(0);
    const checked = await cli(['watchlist', 'check', put('imported.yaml', imported.stdout)]);
    expect(checked).toMatchObject({ status: 0, stdout: '' });
    const watchlist = put('imported.yaml', imported.stdout);
    const { lines } = await cli(['match', '--watchlist', watchlist], { stdin: '{"id":"a","text":"Lantern"}' });
    expect(lines).toMatchObject([{ item: 'a', rule: 'lantern' }]);
  });
});
