import { access, constants, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeFolders, openStore, StoreError, type Store } from '@vedette/store';
import { z } from 'zod';
import { checkAddress, listenError } from './check-address.js';
import type { Composition } from './compose.js';
import { StartError, systemCodeOf, type StartErrorCode } from './errors.js';
import { jsonLog, type Log } from './log.js';
import { settingsFrom } from './settings.js';

export interface StartOptions {
  /** address to listen on; loopback unless told otherwise */
  readonly host?: string;
  /** 0 takes any free port */
  readonly port?: number;
  readonly dataDir?: string;
  /** PostgreSQL instead of the embedded database; `DATABASE_URL` where missing */
  readonly databaseUrl?: string | undefined;
  /** loads the fictional world into an empty instance and lets people in without an account */
  readonly demo?: boolean;
  /** takes one JSON line of log, without its line end */
  readonly log?: (line: string) => void;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface RunningServer {
  /** where it serves */
  readonly url: string;
  /** what to open: with a token where somebody must still become administrator (once), or may enter the demo */
  readonly link: string;
  /** Stops sources, lets what is under way reach the disk, closes the database. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Starts Vedette: opens the data, listens, and starts the sources.
 * @throws StartError with words for the person at the terminal
 * @example const server = await startServer({ port: 8417, dataDir: './data' }); console.log(server.link);
 */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 8417, dataDir = '.vedette-data', environment = process.env } = options;
  const settings = settingsFrom(environment);
  const log = jsonLog(options.log ?? (() => undefined));
  const version = await ownVersion();
  // What can be wrong with the call itself is found out before anything slow is begun.
  await checkAddress(host, port);
  await makeFolder(dataDir);
  // The database starts in a thread of its own; meanwhile this one loads everything else.
  const loading = import('./compose.js');
  const store = await openOrExplain(options.databaseUrl ?? environment['DATABASE_URL'], dataDir, version, log);
  let parts: Composition | undefined;
  try {
    const demo = options.demo === true && (await mayBeDemo(store, log));
    const { compose } = await loading;
    parts = await compose({
      store,
      dataDir,
      consoleDir: fileURLToPath(new URL('../../console/dist', import.meta.url)),
      host,
      settings,
      demo,
      version,
      log,
      now: Date.now,
    });
    const token = await parts.sessions.startLink();
    const taken = await listen(parts, host, port);
    const url = settings.publicUrl?.origin ?? `http://${shownHost(host)}:${taken}`;
    log('info', 'listening', { url, database: store.engine, version });
    if (settings.allowPrivate) {
      log('warn', 'sources and images may come from private addresses, because VEDETTE_ALLOW_PRIVATE_ADDRESSES is set');
    }
    if (demo) await loadDemo(parts, store, log);
    await parts.pipeline.start();
    return { url, link: `${url}${token === '' ? '/' : token}`, close: closer(parts, store, log) };
  } catch (error) {
    await parts?.close();
    await store.close();
    throw error;
  }
}

async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await makeFolders(dataDir);
    await access(dataDir, constants.W_OK);
  } catch (error) {
    const full = systemCodeOf(error) === 'ENOSPC';
    throw new StartError(
      full ? 'disk-full' : 'data-unusable',
      full
        ? `the disk is full: there is no room for the data folder ${dataDir}`
        : `the data folder ${dataDir} cannot be made or written (${systemCodeOf(error) ?? 'unknown reason'}); choose another with --data DIR`,
      { cause: error },
    );
  }
}

const startCodes: Readonly<Partial<Record<StoreError['code'], StartErrorCode>>> = {
  locked: 'data-locked',
  'newer-version': 'data-newer',
  'disk-full': 'disk-full',
  unavailable: 'database-unreachable',
  damaged: 'data-damaged',
};

async function openOrExplain(
  databaseUrl: string | undefined,
  dataDir: string,
  version: string,
  log: Log,
): Promise<Store> {
  const location = databaseUrl === undefined || databaseUrl === '' ? { dataDir } : { databaseUrl };
  try {
    return await openStore(location, {
      version,
      now: Date.now,
      log: (message) => {
        log('info', message);
      },
    });
  } catch (error) {
    if (error instanceof StoreError) {
      throw new StartError(startCodes[error.code] ?? 'data-unusable', error.message, { cause: error });
    }
    throw error;
  }
}

/** A demonstration lets people in without an account, so it is never made of an instance that is in use. */
async function mayBeDemo(store: Store, log: Log): Promise<boolean> {
  if ((await store.demo.present()) || (await store.demo.empty())) return true;
  log('warn', 'this data folder is in use, so no demonstration is made of it; give an empty one with --data DIR');
  return false;
}

async function loadDemo(parts: Composition, store: Store, log: Log): Promise<void> {
  if (!(await store.demo.empty())) return;
  const loaded = await parts.demo.load({ id: 'system', name: 'Vedette' });
  log('info', 'demo data loaded', { items: loaded.items, alerts: loaded.alerts });
}

async function listen(parts: Composition, host: string, port: number): Promise<number> {
  try {
    await parts.app.listen({ host, port });
  } catch (error) {
    throw listenError(error, host, port);
  }
  const address = parts.app.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return 'localhost';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

function closer(parts: Composition, store: Store, log: Log): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= (async () => {
      log('info', 'stopping');
      await parts.close();
      await store.close();
      log('info', 'stopped');
    })();
    return closing;
  };
}
