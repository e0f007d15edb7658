import { Worker } from 'node:worker_threads';
import { StoreError } from '../errors.js';
import type { EngineFailure, EngineReply, EngineRequest } from './engine-messages.js';

export interface EngineResult {
  readonly rows: readonly unknown[];
  readonly affectedRows: number;
}

interface Waiting {
  readonly resolve: (result: EngineResult) => void;
  readonly reject: (error: unknown) => void;
}

/** A statement that the database refused; `code` is the SQLSTATE, as `pg` names it too. */
export class StatementError extends Error {
  readonly code: string | undefined;
  readonly constraint: string | undefined;

  constructor(failure: EngineFailure) {
    super(failure.message);
    this.name = 'StatementError';
    this.code = failure.code;
    this.constraint = failure.constraint;
  }
}

/** PGlite in a thread of its own. After a crash of the engine the next statement opens it again: its log repairs the data. */
export class PGliteThread {
  readonly #dataDir: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #ready: Promise<unknown> | undefined;
  #next = 1;
  #closed = false;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** Opens the engine; the first time on a new folder this takes seconds. */
  async open(): Promise<void> {
    if (this.#closed) throw new StoreError('unavailable', 'The database was closed');
    this.#ready ??= this.#start();
    await this.#ready;
  }

  async run(type: 'run' | 'last', sql: string, parameters: readonly unknown[]): Promise<EngineResult> {
    await this.open();
    return await this.#ask((id) => ({ type, id, sql, parameters }));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const worker = this.#worker;
    if (worker === undefined) return;
    try {
      await this.#ready;
      await this.#ask((id) => ({ type: 'close', id }));
    } finally {
      await worker.terminate();
    }
  }

  #start(): Promise<unknown> {
    const worker = new Worker(new URL('pglite-worker.js', import.meta.url), { workerData: { dataDir: this.#dataDir } });
    this.#worker = worker;
    const opened = new Promise<EngineResult>((resolve, reject) => {
      this.#waiting.set(0, { resolve, reject });
    });
    worker.on('message', (reply: EngineReply) => this.#settle(worker, reply));
    worker.on('error', (error) => this.#lost(worker, error.message, error));
    worker.on('exit', () => this.#lost(worker, 'its thread ended', undefined));
    return opened;
  }

  async #ask(make: (id: number) => EngineRequest): Promise<EngineResult> {
    const worker = this.#worker;
    if (worker === undefined) throw new StoreError('unavailable', 'The embedded database is not open');
    const id = this.#next;
    this.#next += 1;
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours has no origin
      worker.postMessage(make(id));
    });
  }

  #settle(worker: Worker, reply: EngineReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.error === undefined) {
      waiting?.resolve({ rows: reply.rows ?? [], affectedRows: reply.affectedRows ?? 0 });
      return;
    }
    waiting?.reject(new StatementError(reply.error));
    if (reply.error.fatal) this.#lost(worker, reply.error.message, new StatementError(reply.error));
  }

  #lost(worker: Worker, why: string, cause: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#ready = undefined;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost)
      reject(new StoreError('unavailable', `The embedded database stopped (${why}); it is opened again`, { cause }));
    if (!this.#closed) void worker.terminate();
  }
}
