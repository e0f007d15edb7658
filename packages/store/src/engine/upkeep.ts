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
/** Vacuums are due at three in the night, UTC: while one runs, the engine answers nobody else. */
const dueAt = 3 * 3_600_000;
/** A quarter of PostgreSQL's own sample: nobody waits long for it, and plans need no more. */
const statisticsTarget = 25;
const lastVacuum = 'last-vacuum';

/**
 * As PostgreSQL's autovacuum decides it: fifty rows and a tenth of the table changed. The embedded engine forgets at each
 * start how many changed; then it is the size of the table that tells.
 */
async function changedMuch({ db }: Engine): Promise<string[]> {
  // Without other processes nothing asks for the numbers of changes to be written down.
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
      join pg_stat_user_tables s on s.relid = c.oid,
      lateral (select pg_relation_size(c.oid) / current_setting('block_size')::integer as pages) size
    where s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
      or (c.reltuples < 0 and size.pages > 0) or size.pages > 8 + 1.1 * c.relpages
    order by c.relname`.execute(db);
  return rows.map(({ name }) => name);
}

function night(at: number): number {
  return Math.floor((at - dueAt) / day);
}

async function vacuumIsDue({ db }: Engine, now: number): Promise<boolean> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', lastVacuum).executeTakeFirst();
  return row === undefined || night(now) > night(readStored<number>(row.value));
}

async function analyze({ db }: Engine, name: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local default_statistics_target = ${sql.lit(statisticsTarget)}`.execute(tx);
    await sql`analyze ${sql.table(name)}`.execute(tx);
  });
}

/**
 * Counts anew what changed much, table by table, so that nobody waits for all of them at once; once a day, vacuums, too.
 * On PostgreSQL it does nothing: autovacuum does it.
 */
export async function maintain(engine: Engine, now: number): Promise<Upkeep> {
  if (engine.kind === 'postgresql') return { analyzed: [], vacuumed: false };
  const { db } = engine;
  const analyzed = await changedMuch(engine);
  for (const name of analyzed) await analyze(engine, name);
  if (!(await vacuumIsDue(engine, now))) return { analyzed, vacuumed: false };
  const { rows } = await sql<{ name: string }>`select relname as name from pg_stat_user_tables order by 1`.execute(db);
  for (const { name } of rows) await sql`vacuum ${sql.table(name)}`.execute(db);
  const value = JSON.stringify(now);
  await db
    .insertInto('settings')
    .values({ key: lastVacuum, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
  return { analyzed, vacuumed: true };
}
