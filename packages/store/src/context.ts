import { type Kysely, type Transaction, sql } from 'kysely';
import type { Database } from './database.js';

export type Tx = Transaction<Database>;
export type Reader = Kysely<Database>;

/** What every group works with. */
export interface Context {
  readonly db: Kysely<Database>;
  readonly now: () => number;
  /** Runs a transaction that changes something; one at a time, so that none can wait for another in a circle. */
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** Any fixed number: the name of the writers' lock among advisory locks. */
const writersLock = 7_305_118;

/**
 * @param db the database; its connections are not held while a writer waits for the one before
 * @param shared whether other processes may write to this database
 */
export function createContext(db: Kysely<Database>, now: () => number, shared: boolean): Context {
  let line: Promise<unknown> = Promise.resolve();
  return {
    db,
    now,
    write(work) {
      const run = async () =>
        await db.transaction().execute(async (tx) => {
          if (shared) await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(tx);
          return await work(tx);
        });
      const result = line.then(run);
      line = result.catch(() => undefined);
      return result;
    },
  };
}
