import { existsSync } from 'node:fs';
import { version } from '../version.js';
import { failedCheck, passed, type Check, type CheckTarget } from './check.js';

/** Whether the database opens, can be written, and is of a version that this program knows. */
export async function checkDatabase(target: CheckTarget): Promise<Check> {
  const { dataDir, databaseUrl, now } = target;
  if (databaseUrl === undefined && !existsSync(dataDir)) {
    return passed('database', `embedded; ${dataDir} is made at the first start`);
  }
  // loaded only here: no other check needs the database engine
  const { openStore, StoreError } = await import('@vedette/store');
  try {
    const store = await openStore(databaseUrl === undefined ? { dataDir } : { databaseUrl }, {
      version,
      now: () => now,
    });
    try {
      const bad = (await store.check()).find((check) => !check.ok);
      if (bad === undefined) return passed('database', `${store.engine} opens and can be written`);
      return failedCheck('database', `${bad.name}: ${bad.detail}`, bad.fix ?? 'see the log of the database');
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === 'locked') return passed('database', 'in use by a running Vedette');
    return failedCheck('database', error.message, fixOf(error.code, databaseUrl !== undefined));
  }
}

function fixOf(code: string, onServer: boolean): string {
  if (code === 'unavailable') {
    return onServer
      ? 'check DATABASE_URL and that the database server runs'
      : 'make the folder writable for this user, or name another with --data DIR';
  }
  return fixes[code] ?? 'restore a backup: vedette restore DIR';
}

const fixes: Readonly<Record<string, string>> = {
  'newer-version': 'install the newer version of Vedette, or name another folder with --data DIR',
  'disk-full': 'free space on that disk',
};
