import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { useScratch } from './scratch.js';

const { put } = useScratch();
const bin = fileURLToPath(new URL('../bin/vedette.js', import.meta.url));

function decode(...args: readonly string[]) {
  return spawn(process.execPath, [bin, 'decode', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

const said = (line: string): unknown => {
  const { id, plain }: { id: string; plain: string } = JSON.parse(line);
  return [id, plain];
};

describe('many texts to decode', () => {
  it('come out the same and in order on threads', async () => {
    const lines = Array.from({ length: 12_000 }, (_, index) => {
      if (index % 4_000 === 17) return '{"id":"broken","text":';
      return JSON.stringify({
        id: `t${String(index)}`,
        text: index % 50 === 7 ? 'at the gr3y g4te' : 'of the and that',
      });
    });
    const file = put('posts.ndjson', lines.join('\n'));
    const [alone, threaded] = await Promise.all(
      ['1', '2'].map(async (threads) => {
        const child = decode('--threads', threads, file);
        const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
        return { stdout, stderr };
      }),
    );
    expect(threaded).toEqual(alone);
    expect(alone?.stdout.trimEnd().split('\n').length).toBe(11_997);
    expect(alone?.stderr.match(/rejected posts\.ndjson:\d+: /gu)?.length).toBe(3);
  });

  it('leave no line of an open pipe waiting', async () => {
    const child = decode('--threads', '2');
    child.stdin.write('{"id":"first","text":"the gr3y g4te"}\n');
    expect(said(String((await once(child.stdout, 'data'))[0]))).toEqual(['first', 'the grey gate']);
    child.stdin.write('{"id":"next","text":"the g4te"}\n');
    expect(said(String((await once(child.stdout, 'data'))[0]))).toEqual(['next', 'the gate']);
    child.stdin.end();
    expect((await once(child, 'close'))[0]).toBe(0);
  });

  it('end quietly when nobody reads any more', async () => {
    const child = decode('--threads', '2');
    child.stdin.on('error', () => undefined);
    const more = setInterval(() => child.stdin.write('{"id":"x","text":"the gr3y g4te"}\n'.repeat(2_000)), 20);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [[status], stderr] = await Promise.all([once(child, 'close'), text(child.stderr)]);
    clearInterval(more);
    expect([status, stderr]).toEqual([0, '']);
  });
});
