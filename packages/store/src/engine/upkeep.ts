import { sql } from 'kysely';
import { readStored } from '../stored-json.js';
import type { Engine } from './open-engine.js';

/** What was due and done. */
export interface Upkeep {
  /** tables whose contents were counted anew */
  readonly analyzed: readonly string[];
  /** whether the room of deleted rows was given back */
  readonly vacuumed: boolean;
}

const day = 86_400_000;
const lastVacuum = 'last-vacuum';

/** As PostgreSQL's autovacuum decides it: fifty rows and a tenth of the table changed. */
async function changedMuch({ db }: Engine): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
      join pg_stat_user_tables s on s.relid = c.oid
    where s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0) order by c.relname`.execute(db);
  return rows.map(({ name }) => name);
}

async function vacuumIsDue({ db }: Engine, now: number): Promise<boolean> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', lastVacuum).executeTakeFirst();
  return row === undefined || now - readStored<number>(row.value) >= day;
}

/**
 * Counts anew what changed much, table by table, so that nobody waits for all of them at once; once a day, vacuums.
 * On PostgreSQL it does nothing: autovacuum does it.
 */
export async function maintain(engine: Engine, now: number): Promise<Upkeep> {
  if (engine.kind === 'postgresql') return { analyzed: [], vacuumed: false };
  const { db } = engine;
  const analyzed = await changedMuch(engine);
  for (const name of analyzed) await sql`analyze ${sql.table(name)}`.execute(db);
  if (!(await vacuumIsDue(engine, now))) return { analyzed, vacuumed: false };
  const { rows } = await sql<{ name: string }>`select relname as name from pg_stat_user_tables order by 1`.execute(db);
  for (const { name } of rows) await sql`vacuum (analyze) ${sql.table(name)}`.execute(db);
  const value = JSON.stringify(now);
  await db
    .insertInto('settings')
    .values({ key: lastVacuum, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
  return { analyzed, vacuumed: true };
}
