import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { portOf } from './server-harness.js';

const command = fileURLToPath(new URL('../../cli/bin/vedette.js', import.meta.url));
const password = 'correct horse battery';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vedette-start-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
}

function run(...args: readonly string[]): Run {
  const { DATABASE_URL: _unused, ...environment } = process.env;
  const child = spawn(process.execPath, [command, 'start', ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return { child, output: () => output, errors: () => errors };
}

/** Waits for the line with the link; fails with what was said when the process ends before. */
async function link(started: Run): Promise<URL> {
  for (;;) {
    const line = started.output().trimEnd().split('\n').at(-1) ?? '';
    if (line.startsWith('http') && started.output().endsWith('\n')) return new URL(line);
    const ended = await Promise.race([
      once(started.child.stdout ?? started.child, 'data').then(() => false),
      once(started.child, 'exit').then(() => true),
    ]);
    if (ended) throw new Error(`the server ended: ${started.output()}${started.errors()}`);
  }
}

async function ended({ child }: Run): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

function post(url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** The status that a page gets whose own name was pointed at this machine. */
async function statusUnderName(name: string, url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { ...headers, host: name } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).once('error', reject);
  });
}

it('starts, is set up once, keeps attackers out, stops gracefully and starts again', async () => {
  const port = await freePort();
  const first = run('--port', String(port), '--data', folder);
  const setup = await link(first);
  const api = `${setup.origin}/api/v1`;
  expect(setup.pathname).toBe('/setup');
  const token = setup.hash.replace('#token=', '');
  expect((await fetch(`${setup.origin}/healthz`)).status).toBe(200);
  expect((await fetch(`${setup.origin}/readyz`)).status).toBe(200);

  const account = { token, name: 'Ada', email: 'ada@example.org', password };
  expect((await post(`${api}/setup`, account, { origin: 'https://evil.example' })).status).toBe(403);
  const made = await post(`${api}/setup`, account);
  expect(made.status).toBe(200);
  const cookie = (made.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  expect((await post(`${api}/setup`, account)).status).toBe(403);

  const as = (headers: Readonly<Record<string, string>>, init: RequestInit = {}) =>
    fetch(`${api}/settings`, { ...init, headers });
  expect((await as({})).status).toBe(401);
  expect((await as({ cookie: 'vedette.session_token=forged.forged' })).status).toBe(401);
  expect((await as({ cookie })).status).toBe(200);
  const change = { method: 'PATCH', body: JSON.stringify({ retentionDays: 1 }) };
  const foreign = { cookie, origin: 'https://evil.example', 'content-type': 'application/json' };
  expect((await as(foreign, change)).status).toBe(403);
  expect((await as({ cookie, 'content-type': 'text/plain' }, change)).status).toBe(403);
  expect((await fetch(`${setup.origin}/metrics`)).status).toBe(200);

  expect(await statusUnderName('evil.example', `${api}/settings`, { cookie })).toBe(403);
  expect(await statusUnderName(`localhost:${port}`, `${api}/settings`, { cookie })).toBe(200);

  // A large list is checked in a thread of its own.
  const rules = Array.from({ length: 200 }, (_, index) => ({
    id: `r${index}`,
    query: index === 7 ? 'gate OR' : 'gate',
  }));
  const checked = await post(`${api}/watchlists/check`, { rules }, { cookie });
  expect(await checked.json()).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ rule: 'r7', level: 'error' })]),
  });

  first.child.kill('SIGTERM');
  expect(await ended(first)).toBe(0);
  expect(first.output()).not.toContain(password);
  expect(
    first
      .output()
      .split('\n')
      .filter((line) => line.includes(token)),
  ).toEqual([setup.href]);

  const second = run('--port', String(port), '--data', folder);
  const plain = await link(second);
  expect([plain.pathname, plain.hash]).toEqual(['/', '']);
  expect((await as({ cookie })).status).toBe(200);
});

it('says in words when the port or the data folder is taken', async () => {
  const port = await freePort();
  const first = run('--port', String(port), '--data', folder);
  await link(first);

  const samePort = run('--port', String(port), '--data', join(folder, 'other'));
  expect(await ended(samePort)).not.toBe(0);
  expect(samePort.errors()).toMatch(new RegExp(`port ${port} .*taken.*--port`, 's'));
  expect(samePort.errors()).not.toMatch(/\n\s+at /);

  const sameFolder = run('--port', '0', '--data', folder);
  expect(await ended(sameFolder)).not.toBe(0);
  expect(sameFolder.errors()).toMatch(/used by|another|locked/i);
  expect(sameFolder.errors()).toContain(folder);

  const nowhere = run('--port', '0', '--host', '192.0.2.77', '--data', join(folder, 'third'));
  expect(await ended(nowhere)).not.toBe(0);
  expect(nowhere.errors()).toMatch(/192\.0\.2\.77.*--host/s);
});

it('says in words when the data folder cannot be', async () => {
  const file = join(folder, 'file');
  await writeFile(file, 'not a folder');
  await chmod(file, 0o600);
  const started = run('--port', '0', '--data', file);
  expect(await ended(started)).not.toBe(0);
  expect(started.errors()).toContain(file);
  expect(started.errors()).not.toMatch(/\n\s+at /);
});
