import type { Store } from './store.js';
import { StoreError } from './errors.js';

/** One part of a backup: a table, or the manifest. */
export interface BackupPart {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes everything into an empty folder, as of one moment, one gzip NDJSON file a table and a manifest; either engine
 * can restore it. Yields each part as it is finished.
 * @throws StoreError `conflict` where the folder is not empty, `disk-full`
 */
export async function* backup(store: Store, dir: string): AsyncIterable<BackupPart> {
  throw new StoreError('unavailable', `not yet ${store.engine} ${dir}`);
}

/** Checks every part of a backup against its manifest and reads it, changing nothing. @throws StoreError `damaged` */
export async function* verifyBackup(dir: string): AsyncIterable<BackupPart> {
  throw new StoreError('unavailable', `not yet ${dir}`);
}

/** Fills an empty store from a backup, in one transaction. @throws StoreError `damaged`, `conflict` where not empty, `newer-version` */
export async function* restore(store: Store, dir: string): AsyncIterable<BackupPart> {
  throw new StoreError('unavailable', `not yet ${store.engine} ${dir}`);
}
