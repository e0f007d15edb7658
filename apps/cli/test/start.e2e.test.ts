import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { useScratch } from './scratch.js';

const { path } = useScratch();
const bin = fileURLToPath(new URL('../bin/vedette.js', import.meta.url));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function vedette(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  return child;
}

/** Waits for the link, which is the last line of stdout and the first that is no log line. */
async function linkOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no stdout');
  for await (const line of createInterface({ input: child.stdout })) if (!line.startsWith('{')) return line;
  throw new Error('ended without a link');
}

/** All that a stream of a process says. */
function textOf(stream: Readable | null): Promise<string> {
  return stream === null ? Promise.resolve('') : text(stream);
}

async function ended(child: ChildProcess): Promise<{ readonly status: unknown; readonly stderr: string }> {
  const [stderr, [status]] = await Promise.all([textOf(child.stderr), once(child, 'close')]);
  return { status, stderr };
}

describe('vedette start', () => {
  it('prints a link once it serves, and stops in order', { timeout: 300_000 }, async () => {
    const data = path('data');
    const child = vedette('start', '--port', '0', '--data', data);
    const link = new URL(await linkOf(child));
    expect(link.hostname).toBe('127.0.0.1');
    expect((await fetch(new URL('/healthz', link))).status).toBe(200);

    const second = await ended(vedette('start', '--port', '0', '--data', data));
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(/^vedette: .*(?:lock|another|use)/imu);

    const other = await ended(vedette('start', '--port', link.port, '--data', path('other')));
    expect(other.status).toBe(1);
    expect(other.stderr).toContain(`port ${link.port} on 127.0.0.1 is taken`);

    const stopping = ended(child);
    child.kill('SIGINT');
    expect(await stopping).toEqual({ status: 0, stderr: '' });

    const verified = vedette('ledger', 'verify', '--data', data);
    const [lines] = await Promise.all([textOf(verified.stdout), once(verified, 'close')]);
    expect(JSON.parse(lines.split('\n')[0] ?? '')).toMatchObject({ ok: true, checkpoints: 2, signed: 1 });
  });
});
