import {
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
} from 'kysely';
import { CompiledQuery } from 'kysely';
import { inWords } from './database-errors.js';
import type { PGliteThread } from './pglite-thread.js';

/** kysely on the embedded engine. There is one connection; whoever wants it waits in line. */
export class PGliteDialect implements Dialect {
  readonly #thread: PGliteThread;

  constructor(thread: PGliteThread) {
    this.#thread = thread;
  }

  createDriver(): Driver {
    return new PGliteDriver(this.#thread);
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
}

class PGliteDriver implements Driver {
  readonly #thread: PGliteThread;
  readonly #connection: PGliteConnection;
  #line: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(thread: PGliteThread) {
    this.#thread = thread;
    this.#connection = new PGliteConnection(thread);
  }

  async init(): Promise<void> {
    await this.#thread.open();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#line;
    const turn = new Promise<() => void>((granted) => {
      this.#line = new Promise((release) => {
        granted(release);
      });
    });
    await before;
    this.#release = await turn;
    return this.#connection;
  }

  async beginTransaction(_connection: DatabaseConnection, settings: { isolationLevel?: string }): Promise<void> {
    const level = settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`;
    this.#connection.inTransaction = true;
    await this.#connection.executeQuery(CompiledQuery.raw(`begin${level}`));
  }

  async commitTransaction(): Promise<void> {
    this.#connection.inTransaction = false;
    await this.#connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(): Promise<void> {
    this.#connection.inTransaction = false;
    await this.#connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
    await Promise.resolve();
  }

  async destroy(): Promise<void> {
    await this.#line;
    await this.#thread.close();
  }
}

class PGliteConnection implements DatabaseConnection {
  readonly #thread: PGliteThread;
  inTransaction = false;

  constructor(thread: PGliteThread) {
    this.#thread = thread;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { rows, affectedRows } = await this.#thread.run(
        this.inTransaction ? 'run' : 'last',
        query.sql,
        query.parameters,
      );
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rows are what the statement selects; kysely's types say what that is
      return { rows: rows as R[], numAffectedRows: BigInt(affectedRows) };
    } catch (error) {
      throw inWords(error);
    }
  }

  // oxlint-disable-next-line require-yield -- the interface asks for it; nothing in the store streams from a statement
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the embedded engine gives whole results; read in pages instead');
  }
}
