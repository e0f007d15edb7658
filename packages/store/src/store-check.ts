import { statfs } from 'node:fs/promises';
import { type Migration, sql } from 'kysely';
import { pendingMigrations } from './engine/migrate.js';
import type { Engine } from './engine/open-engine.js';
import type { StoreCheck } from './store.js';

const enoughBytes = 500 * 1024 * 1024;

type Outcome = Omit<StoreCheck, 'name'>;

/** Whether the database answers, takes writes, has room and is up to date. Never throws. */
export async function checkStore(
  { db, kind, where }: Engine,
  migrations: Readonly<Record<string, Migration>>,
): Promise<StoreCheck[]> {
  const database = await outcome('Start the database, or check DATABASE_URL', async () => {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db);
    return {
      ok: true,
      detail: `${kind === 'embedded' ? 'embedded PostgreSQL' : 'PostgreSQL'} ${rows[0]?.version ?? ''} in ${where}`,
    };
  });
  const write = await outcome('Free some space, and check that the database is not read-only', async () => {
    await db.transaction().execute(async (tx) => {
      await sql`create temporary table if not exists write_check (one integer) on commit drop`.execute(tx);
      await sql`insert into write_check values (1)`.execute(tx);
    });
    return { ok: true, detail: 'takes writes' };
  });
  const tables = await outcome('Start this version once: it brings the tables up to date', async () => {
    const pending = await pendingMigrations(db, migrations);
    return pending.length === 0
      ? { ok: true, detail: 'tables are up to date' }
      : { ok: false, detail: `pending: ${pending.join(', ')}`, fix: 'Start this version once' };
  });
  return [
    { name: 'database', ...database },
    { name: 'write', ...write },
    { name: 'migrations', ...tables },
    ...(kind === 'embedded' ? [{ name: 'disk' as const, ...(await disk(where)) }] : []),
  ];
}

async function disk(dataDir: string): Promise<Outcome> {
  return await outcome('Check the data folder', async () => {
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    const detail = `${Math.floor(free / 1e6)} MB free in ${dataDir}`;
    return free >= enoughBytes
      ? { ok: true, detail }
      : { ok: false, detail, fix: `Free some space: at least ${Math.ceil(enoughBytes / 1e6)} MB` };
  });
}

async function outcome(fix: string, look: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await look();
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error), fix };
  }
}
