import type { StoreLocation } from '@vedette/store';

type Env = Readonly<Record<string, string | undefined>>;

/** Folder of the embedded database: what was asked for, or `.vedette-data` here, as `start` has it. */
export function dataDirOf(flag: string | undefined): string {
  return flag ?? '.vedette-data';
}

/** Address of PostgreSQL, where one is set. */
export function databaseUrlOf(env: Env): string | undefined {
  const { DATABASE_URL: url } = env;
  return url === undefined || url === '' ? undefined : url;
}

/** Where the data is: PostgreSQL if `DATABASE_URL` is set, else the embedded database in its folder. */
export function storeLocationOf(flag: string | undefined, env: Env): StoreLocation {
  const databaseUrl = databaseUrlOf(env);
  return databaseUrl === undefined ? { dataDir: dataDirOf(flag) } : { databaseUrl };
}
