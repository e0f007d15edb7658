import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.js';
import { useScratch } from './scratch.js';

const { put, path } = useScratch();
const table = 'id,text,date\n1,hello,2024-05-01 10:00\n2,"open,2024-05-02\n3,bye,2024-05-03\n';

describe('vedette read', () => {
  it('prints Items, names what it rejects, and says so by its status', async () => {
    const file = put('posts.csv', table);
    const { status, lines, stderr } = await cli(['read', file, path('none.xml'), '--zone', 'Europe/Paris']);
    expect(status).toBe(1);
    expect(lines.map((line) => line['text'])).toEqual(['hello', 'bye']);
    expect(lines[0]).toMatchObject({
      source: { kind: 'csv', file: 'posts.csv' },
      publishedAt: '2024-05-01T08:00:00Z',
      publishedAtAssumedZone: 'Europe/Paris',
    });
    expect(stderr).toMatch(
      /^vedette: rejected posts\.csv:3: .*quote.*\nvedette: rejected .*none\.xml: there is no such file\n$/u,
    );
  });

  it('is done with status 0 where everything was read', async () => {
    const { status, stderr } = await cli(['read', put('a.csv', 'text,date\nhello,2024-01-01\n')]);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('counts what it read of an export, so that whoever handed it over can check', async () => {
    const chat = {
      participants: [],
      messages: ['a', 'b'].map((content) => ({ sender_name: 'Ana', timestamp_ms: 1_700_000_000_000, content })),
      thread_path: 'inbox/a_1',
    };
    const file = put('message_1.json', JSON.stringify(chat));
    const counted = 'vedette: facebook-export: 2 Items from 1 file (2 message)\n';
    expect((await cli(['read', file])).stderr).toBe(counted);
    expect((await cli(['read', file, '--quiet'])).stderr).toBe('');
  });

  it('stops at the limit', async () => {
    const { status, lines } = await cli(['read', '-', '--limit', '2'], {
      stdin: '{"text":"a"}\n{"text":"b"}\n{"text":"c"}\nbad\n',
    });
    expect([status, lines.length]).toEqual([0, 2]);
  });

  it('keeps the foreign record only with --raw', async () => {
    const file = put('a.jsonl', '{"text":"a","likes":3}\n');
    expect((await cli(['read', file])).lines[0]).not.toHaveProperty('raw');
    expect((await cli(['read', file, '--raw'])).lines[0]).toMatchObject({ raw: { likes: 3 } });
  });

  it('reads raw lines with --text-path', async () => {
    const stdin = '{"id":"e1","commit":{"record":{"text":"one"}}}\n{"kind":"identity"}\n';
    const { status, lines } = await cli(['read', '-', '--text-path', 'commit.record.text'], { stdin });
    expect([status, lines.length]).toEqual([0, 1]);
    expect(lines[0]).toMatchObject({ id: 'e1', text: 'one', source: { kind: 'ndjson' } });
    expect(lines[0]?.['source']).not.toHaveProperty('file');
  });

  it('gives its own Items back unchanged', async () => {
    const first = await cli(['read', put('posts.csv', 'id,text\n1,hello\n')]);
    const again = await cli(['read', '-'], { stdin: first.stdout });
    expect(again.stdout).toBe(first.stdout);
  });

  it('rejects a record that nests too deep to be written, and goes on', async () => {
    const deep = `{"text":"a","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n{"text":"b"}\n`;
    const { status, lines, stderr } = await cli(['read', '-', '--raw'], { stdin: deep });
    expect([status, lines.length]).toEqual([1, 1]);
    expect(stderr).toMatch(/^vedette: rejected ndjson:\w+: .*nests too deep/u);
  });

  it('shows no control character of a hostile name on the terminal', async () => {
    const { stderr } = await cli(['read', put('a\u001b[31m\u202e\nb.txt', 'prose')]);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(stderr).toContain('a\\u{1b}[31m\\u{202e}\\u{a}b.txt');
  });

  it('shows progress on a terminal only, and not with --quiet', async () => {
    const stdin = '{"text":"a"}\n'.repeat(3);
    const shown = await cli(['read', '-'], { stdin, terminal: true });
    expect(shown.stderr).toContain('1 Items');
    expect(shown.stderr.endsWith('\r\u001b[K')).toBe(true);
    expect((await cli(['read', '-', '--quiet'], { stdin, terminal: true })).stderr).toBe('');
    expect((await cli(['read', '-'], { stdin })).stderr).toBe('');
  });
});
