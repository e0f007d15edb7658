import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { useScratch } from './scratch.js';

const { put } = useScratch();
const bin = fileURLToPath(new URL('../bin/vedette.js', import.meta.url));
const list = 'rules:\n  - id: r1\n    query: \'"grey gate"\'\n';

function match(...args: readonly string[]) {
  return spawn(process.execPath, [bin, 'match', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

describe('a long stream of lines', () => {
  it('gives the same in the same order on threads', async () => {
    const watchlist = put('list.yaml', list);
    const lines = Array.from({ length: 60_000 }, (_, index) => {
      if (index % 9_000 === 17) return '{"id":1,"text":';
      return JSON.stringify({
        id: index,
        text: index % 100 === 7 ? 'at the grey gate' : 'of the and that was here '.repeat(5),
      });
    });
    const file = put('posts.ndjson', lines.join('\n'));
    const [one, two] = await Promise.all(
      ['1', '2'].map(async (threads) => {
        const child = match('--watchlist', watchlist, '--threads', threads, file);
        const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
        return { stdout, stderr };
      }),
    );
    expect(two).toEqual(one);
    expect(one?.stdout.split('\n').length).toBe(601);
    expect(one?.stderr.match(/rejected posts\.ndjson:\d+: /gu)?.length).toBe(7);
  });

  it('answers a lone line of a pipe that stays open, also after many', async () => {
    const watchlist = put('list.yaml', list);
    const child = match('--watchlist', watchlist, '--threads', '2');
    child.stdin.write('{"id":"x","text":"and this was that"}\n'.repeat(200_000));
    child.stdin.write('{"id":"lone","text":"the grey gate"}\n');
    const [answer] = await once(child.stdout, 'data');
    expect(String(answer)).toContain('"item":"lone"');
    child.stdin.write('{"id":"next","text":"the grey gate"}\n');
    expect(String((await once(child.stdout, 'data'))[0])).toContain('"item":"next"');
    child.stdin.end();
    expect((await once(child, 'close'))[0]).toBe(0);
  });

  it('ends quietly when nobody reads any more', async () => {
    const watchlist = put('list.yaml', list);
    const child = match('--watchlist', watchlist, '--threads', '2');
    child.stdin.on('error', () => undefined);
    const many = '{"id":"x","text":"the grey gate"}\n'.repeat(20_000);
    const more = setInterval(() => child.stdin.write(many), 5);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [[status], stderr] = await Promise.all([once(child, 'close'), text(child.stderr)]);
    clearInterval(more);
    expect([status, stderr]).toEqual([0, '']);
  });
});
