import { existsSync } from 'node:fs';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { version } from '../version.js';
import { failedCheck, passed, type Check, type CheckTarget } from './check.js';
import { nearestExisting } from './disk-space.js';

/** Whether the database opens, can be written, and is of a version that this program knows. */
export async function checkDatabase(target: CheckTarget): Promise<Check> {
  const { dataDir, databaseUrl, now } = target;
  if (databaseUrl === undefined && !existsSync(dataDir)) {
    return checkPlace(dataDir);
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

/** Whether the folder can be made: tried with an empty one beside it, since rights alone do not tell. */
async function checkPlace(dataDir: string): Promise<Check> {
  const above = nearestExisting(dirname(resolve(dataDir)));
  try {
    await rmdir(await mkdtemp(join(above, '.vedette-check-')));
    return passed('database', `embedded; ${dataDir} is made at the first start`);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return failedCheck('database', `${dataDir} cannot be made: ${above} takes no new folder (${reason})`, folderFix);
  }
}

function fixOf(code: string, onServer: boolean): string {
  if (code === 'unavailable') {
    return onServer ? 'check DATABASE_URL and that the database server runs' : folderFix;
  }
  return fixes[code] ?? 'restore a backup: vedette restore DIR';
}

const folderFix = 'make the folder writable for this user, or name another with --data DIR';

const fixes: Readonly<Record<string, string>> = {
  'newer-version': 'install the newer version of Vedette, or name another folder with --data DIR',
  'disk-full': 'free space on that disk',
};
