import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { useScratch } from './scratch.js';
import { zipOf } from '@vedette/testing/zip';

const { put, path } = useScratch();
const bin = fileURLToPath(new URL('../bin/vedette.js', import.meta.url));

/** Runs a line of shell in which `vedette` is the built program. */
function shell(line: string): ChildProcess {
  const definition = `vedette() { "${process.execPath}" "${bin}" "$@"; }`;
  return spawn('bash', ['-c', `set -o pipefail; ${definition}; ${line}`], { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** All that a stream of a process says. */
function textOf(stream: Readable | null): Promise<string> {
  return stream === null ? Promise.resolve('') : text(stream);
}

async function done(
  child: ChildProcess,
): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
  if (child.stdout === null || child.stderr === null) throw new Error('no pipes');
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: typeof status === 'number' ? status : null, stdout, stderr };
}

function vedette(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [bin, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

const list = 'rules:\n  - id: r1\n    query: \'"grey gate"\'\n';

describe('commands compose', () => {
  it('read | match, from a zip, a folder and standard input', async () => {
    const watchlist = put('list.yaml', list);
    const zip = put('posts.zip', zipOf({ name: 'a.jsonl', content: '{"id":"z","text":"the grey gate"}\n' }));
    put('box/b.csv', 'id,text\n1,grey gate\n2,museum\n');
    const child = shell(
      `printf '{"id":"s","text":"Grey Gate!"}\\n' | vedette read "${zip}" "${path('box')}" - | vedette match --watchlist "${watchlist}" | cut -d'"' -f4`,
    );
    const { status, stdout, stderr } = await done(child);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual(['z', expect.stringMatching(/^csv:.*:1$/u), 's', '']);
  });

  it('read | decode | head ends quietly when the reader has enough', async () => {
    const many = put('many.jsonl', '{"text":"the grey gate opens"}\n'.repeat(50_000));
    const { status, stdout, stderr } = await done(shell(`vedette read "${many}" | vedette decode | head -2 | wc -l`));
    expect([status, stdout.trim(), stderr]).toEqual([0, '2', '']);
  });

  it('a closed pipe leaves no message and status 0', async () => {
    const many = put('many.jsonl', '{"text":"x"}\n'.repeat(100_000));
    const child = vedette('read', many);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [stderr, [status]] = await Promise.all([textOf(child.stderr), once(child, 'close')]);
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('an open pipe', () => {
  it('gives a Match within a second of its line, and ends when told to', async () => {
    const child = vedette('match', '--watchlist', put('list.yaml', list), '-');
    const lines = createInterface({ input: child.stdout ?? process.stdin });
    child.stdin?.write('damaged\n{"id":"a","text":"warm up: grey gate"}\n');
    await once(lines, 'line');
    const sent = performance.now();
    child.stdin?.write('{"id":"b","text":"grey gate"}\n');
    const [line] = await once(lines, 'line');
    expect(JSON.parse(String(line))).toMatchObject({ item: 'b' });
    expect(performance.now() - sent).toBeLessThan(1000);
    child.kill('SIGINT');
    const [status] = await once(child, 'close');
    // the damaged line was rejected
    expect(status).toBe(1);
  });

  it('ends at the limit although the pipe stays open', async () => {
    const child = vedette('read', '-', '--limit', '1');
    child.stdin?.write('{"text":"one"}\n{"text":"two"}\n');
    const [status] = await once(child, 'close');
    expect(status).toBe(0);
  });
});

it('reads an export of 200 MB in a heap of 100 MB', async () => {
  const file = path('result.json');
  const out = createWriteStream(file);
  out.write('{"name":"Walk","type":"private_group","id":5,"messages":[\n');
  const words = 'lanterns along the river, '.repeat(40);
  const messages = 190_000;
  for (let id = 1; id <= messages; id += 1) {
    const message = JSON.stringify({ id, type: 'message', date_unixtime: '1714550400', from_id: 'user1', text: words });
    if (!out.write(`${message}${id === messages ? '' : ','}\n`)) await once(out, 'drain');
  }
  out.end(']}');
  await once(out, 'close');
  const child = shell(`NODE_OPTIONS=--max-old-space-size=100 vedette read "${file}" | wc -l`);
  const { status, stdout, stderr } = await done(child);
  const counted = 'vedette: telegram-export: 190,000 Items from 1 file (190,000 message)\n';
  expect([status, stdout.trim(), stderr]).toEqual([0, String(messages), counted]);
});
