import { existsSync } from 'node:fs';
import type { Store } from '@vedette/store';
import { databaseUrlOf, storeLocationOf } from './data-location.js';
import { CliError, UsageError } from './errors.js';
import type { Session } from './terminal/session.js';
import { version } from './version.js';

/**
 * Opens data that is there already; nothing is made where there is none. The embedded database belongs to one process
 * at a time, so a server that runs on it must be stopped first, and the message says so.
 * @throws UsageError where there is no data, CliError where a running Vedette has it
 */
export async function openExisting(data: string | undefined, session: Session): Promise<Store> {
  const location = storeLocationOf(data, session.env);
  if ('dataDir' in location && !existsSync(location.dataDir)) {
    throw new UsageError(
      `there is no data in ${location.dataDir}; name the folder that the server uses with --data DIR`,
    );
  }
  return await openData(data, session);
}

/** Opens the data, or makes it where there is none yet. @throws CliError where a running Vedette has it */
export async function openData(data: string | undefined, session: Session): Promise<Store> {
  const { openStore, StoreError } = await import('@vedette/store');
  try {
    return await openStore(storeLocationOf(data, session.env), {
      version,
      now: session.now,
      log: (message) => session.warn(message),
    });
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'locked' || databaseUrlOf(session.env) !== undefined)
      throw error;
    throw new CliError(
      `${error.message}. The embedded database serves one process at a time: stop the server, run this, and start it again`,
      { cause: error },
    );
  }
}

/** A folder that is not empty, cannot be made, or is full already was the wrong one to name: exit 2. */
export async function wrongFolder(error: unknown): Promise<unknown> {
  const { StoreError } = await import('@vedette/store');
  const wrong = error instanceof StoreError && (error.code === 'conflict' || error.code === 'invalid');
  return wrong ? new UsageError(error.message, error) : error;
}
