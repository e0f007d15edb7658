import { Kysely, type Migration, sql } from 'kysely';
import type { Database } from '../database.js';
import { StoreError } from '../errors.js';
import type { StoreLocation } from '../store.js';
import {
  checkFolderVersion,
  copyBeforeMigration,
  engineFolder,
  hasData,
  makeFolder,
  writeFolderVersion,
} from './data-folder.js';
import { lockFolder } from './folder-lock.js';
import { migrate, pendingMigrations, refuseNewer } from './migrate.js';
import { PGliteDialect } from './pglite-dialect.js';
import { PGliteThread } from './pglite-thread.js';
import { postgresDialect } from './postgres.js';

export interface EngineOptions {
  readonly version: string;
  readonly now: () => number;
  readonly log: (message: string) => void;
  readonly migrations: Readonly<Record<string, Migration>>;
}

/** A database that is up to date. */
export interface Engine {
  readonly kind: 'embedded' | 'postgresql';
  readonly db: Kysely<Database>;
  /** the data folder, or the server's address without its password */
  readonly where: string;
  close(): Promise<void>;
}

/** Opens a database and brings its tables up to date. @throws StoreError as `openStore` */
export async function openEngine(location: StoreLocation, options: EngineOptions): Promise<Engine> {
  return 'dataDir' in location
    ? await openEmbedded(location.dataDir, options)
    : await openPostgres(location.databaseUrl, options);
}

async function openEmbedded(dataDir: string, options: EngineOptions): Promise<Engine> {
  await makeFolder(dataDir);
  const unlock = await lockFolder(dataDir, options.log);
  let db: Kysely<Database> | undefined;
  try {
    await checkFolderVersion(dataDir, options.version);
    const folder = engineFolder(dataDir);
    const fresh = !(await hasData(dataDir));
    if (fresh) await makeInOwnThread(folder);
    db = connect(folder);
    await refuseNewer(db, options.migrations, options.version, dataDir);
    const pending = await pendingMigrations(db, options.migrations);
    if (pending.length > 0 && !fresh) {
      await db.destroy();
      const copy = await copyBeforeMigration(dataDir, options.now());
      options.log(`The tables change with this version; the data before it was copied to ${copy}.`);
      db = connect(folder);
    }
    await migrate(db, options.migrations, options.version);
    await writeFolderVersion(dataDir, options.version);
    const open = db;
    return {
      kind: 'embedded',
      db: open,
      where: dataDir,
      close: async () => {
        try {
          await open.destroy();
        } finally {
          unlock();
        }
      },
    };
  } catch (error) {
    await db?.destroy().catch((late: unknown) => options.log(`closing after a failure: ${String(late)}`));
    unlock();
    if (error instanceof StoreError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError('damaged', `The database in ${dataDir} cannot be opened: ${why}`, { cause: error });
  }
}

function connect(folder: string): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PGliteDialect(new PGliteThread(folder)) });
}

/** Making a database takes several hundred megabytes for a moment; a thread of its own gives them back. */
async function makeInOwnThread(folder: string): Promise<void> {
  const maker = new PGliteThread(folder);
  await maker.open();
  await maker.close();
}

const oldestMajor = 15;

async function openPostgres(databaseUrl: string, options: EngineOptions): Promise<Engine> {
  const where = withoutPassword(databaseUrl);
  const db = new Kysely<Database>({ dialect: postgresDialect(databaseUrl, options.log) });
  try {
    const { rows } = await sql<{ version: string; encoding: string }>`select current_setting('server_version_num')
      as version, current_setting('server_encoding') as encoding`.execute(db);
    const major = Math.floor(Number(rows[0]?.version ?? 0) / 10_000);
    if (major < oldestMajor)
      throw new StoreError('unavailable', `${where} is PostgreSQL ${major}; ${oldestMajor} or newer is needed`);
    if (rows[0]?.encoding !== 'UTF8')
      throw new StoreError(
        'unavailable',
        `${where} has the encoding ${rows[0]?.encoding ?? 'unknown'}; UTF8 is needed`,
      );
    await refuseNewer(db, options.migrations, options.version, where);
    await migrate(db, options.migrations, options.version);
    return { kind: 'postgresql', db, where, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function withoutPassword(databaseUrl: string): string {
  try {
    const address = new URL(databaseUrl);
    return `${address.hostname}${address.pathname}`;
  } catch {
    throw new StoreError(
      'invalid',
      'DATABASE_URL is no address: it looks like postgresql://user:password@host:5432/name',
    );
  }
}
