/**
 * The embedded engine's own thread: opens PGlite on a folder and runs one statement after another. Nothing else is in
 * here, so that a crash of the engine is a crash of this thread alone.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import type { EngineFailure, EngineReply, EngineRequest } from './engine-messages.js';

/** Sized for a desk machine: the operating system caches the files again anyway. */
const settings = ['shared_buffers=64MB', 'wal_buffers=2MB', 'jit=off', 'gin_pending_list_limit=2MB', 'work_mem=16MB'];

/** Nothing but us makes checkpoints in this engine; without them the log would grow and a start take ever longer. */
const checkpointEvery = 64 * 1024 * 1024;
const statementsBetweenChecks = 256;

const port = parentPort;
if (port === null) throw new Error('pglite-worker.ts runs as a worker thread only');

async function open(dataDir: string): Promise<PGlite> {
  return await PGlite.create(dataDir, {
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])],
    parsers: { [types.INT8]: Number },
  });
}

function textOf(error: unknown, field: 'code' | 'constraint'): Partial<Record<typeof field, string>> {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' ? { [field]: value } : {};
}

function failure(error: unknown): EngineFailure {
  const [name, message] = error instanceof Error ? [error.name, error.message] : ['', String(error)];
  return {
    message,
    ...textOf(error, 'code'),
    ...textOf(error, 'constraint'),
    // A PANIC of the engine ends its WebAssembly instance; nothing that follows can be trusted.
    fatal: name === 'RuntimeError' || /unreachable|abort|program terminated/iu.test(message),
  };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- PGliteThread starts this thread, always with its folder
const { dataDir } = workerData as { readonly dataDir: string };
const reply = (message: EngineReply) => port.postMessage(message);
let statements = 0;
let logAtCheckpoint = 0;

async function logPosition(db: PGlite): Promise<number> {
  const { rows } = await db.query<{ at: number }>(`select (pg_current_wal_insert_lsn() - '0/0')::float8 as at`);
  return rows[0]?.at ?? 0;
}

async function checkpointIfDue(db: PGlite): Promise<void> {
  statements += 1;
  if (statements < statementsBetweenChecks) return;
  statements = 0;
  const at = await logPosition(db);
  if (at - logAtCheckpoint < checkpointEvery) return;
  await db.exec('checkpoint');
  logAtCheckpoint = await logPosition(db);
}

async function answer(db: PGlite, request: EngineRequest): Promise<void> {
  try {
    if (request.type === 'close') {
      await db.exec('checkpoint');
      await db.close();
      reply({ id: request.id });
      port?.close();
      return;
    }
    const { rows, affectedRows } = await db.query(request.sql, [...request.parameters]);
    reply({ id: request.id, rows, affectedRows: affectedRows ?? 0 });
    if (request.type === 'last') await checkpointIfDue(db);
  } catch (error) {
    reply({ id: request.id, error: failure(error) });
  }
}

try {
  const db = await open(dataDir);
  logAtCheckpoint = await logPosition(db);
  let queue: Promise<void> = Promise.resolve();
  port.on('message', (request: EngineRequest) => {
    queue = queue.then(() => answer(db, request));
  });
  reply({ id: 0 });
} catch (error) {
  reply({ id: 0, error: { ...failure(error), fatal: true } });
}
