import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { Database } from '../database.js';
import { StoreError } from '../errors.js';
import { assertNotNewer, compareVersions } from './data-version.js';
import { readStored } from '../stored-json.js';

function migrator(db: Kysely<Database>, migrations: Readonly<Record<string, Migration>>): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
}

/** Names of migrations that this data has not had yet. */
export async function pendingMigrations(
  db: Kysely<Database>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<string[]> {
  const all = await migrator(db, migrations).getMigrations();
  return all.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
}

/**
 * Refuses data of a newer version: by the version that is noted in it, and by migrations that this build does not know.
 * @throws StoreError `newer-version`
 */
export async function refuseNewer(
  db: Kysely<Database>,
  migrations: Readonly<Record<string, Migration>>,
  version: string,
  where: string,
): Promise<void> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_name in ('settings', 'kysely_migration')`.execute(db);
  const names = new Set(tables.rows.map((row) => row.name));
  if (names.has('settings')) {
    const row = await db.selectFrom('settings').select('value').where('key', '=', 'version').executeTakeFirst();
    if (row !== undefined) assertNotNewer(readStored<string>(row.value), version, where);
  }
  if (!names.has('kysely_migration')) return;
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const unknown = done.rows.map((row) => row.name).find((name) => !(name in migrations));
  if (unknown !== undefined)
    throw new StoreError(
      'newer-version',
      `The data in ${where} has a table change (${unknown}) that Vedette ${version} does not know: install the newer version again`,
    );
}

/** Runs what is pending, each once even where several instances start together, and notes the version. */
export async function migrate(
  db: Kysely<Database>,
  migrations: Readonly<Record<string, Migration>>,
  version: string,
): Promise<void> {
  const { error, results } = await migrator(db, migrations).migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown';
    if (error instanceof StoreError) throw error;
    throw new StoreError('damaged', `The change of tables ${failed} failed; nothing was changed`, { cause: error });
  }
  const row = await db.selectFrom('settings').select('value').where('key', '=', 'version').executeTakeFirst();
  if (row !== undefined && compareVersions(readStored<string>(row.value), version) >= 0) return;
  await db
    .insertInto('settings')
    .values({ key: 'version', value: JSON.stringify(version) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(version) }))
    .execute();
}
