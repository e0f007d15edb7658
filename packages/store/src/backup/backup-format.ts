import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Database } from '../database.js';
import { StoreError } from '../errors.js';

/** One part of a backup: a table as NDJSON, gzip. */
export interface BackupPart {
  readonly name: string;
  readonly rows: number;
  /** of the file as it lies there */
  readonly bytes: number;
  readonly sha256: string;
}

export interface BackupManifest {
  readonly format: 1;
  readonly version: string;
  readonly at: string;
  readonly migrations: readonly string[];
  readonly parts: readonly BackupPart[];
}

export type TableName = keyof Database;

/**
 * What is kept, in an order in which it can be put back. Sessions and verifications are left out: everybody signs in
 * again.
 */
export const keptTables = [
  ...(['origins', 'sources', 'watchlists', 'watchlist_versions', 'rules', 'items', 'bodies', 'revisions'] as const),
  ...(['matches', 'alerts', 'alert_items', 'alert_rules', 'decisions', 'decision_undos', 'quarantine'] as const),
  ...(['columns', 'counts', 'volumes', 'image_flags', 'hidden_images', 'api_keys', 'settings'] as const),
  ...(['known_good', 'watchlist_proposals'] as const),
  ...(['record_entries', 'record_head', 'record_tiles', 'record_checkpoints', 'user', 'account'] as const),
] satisfies readonly TableName[];

export const manifestName = 'manifest.json';

export function partFile(dir: string, name: string): string {
  return join(dir, `${name}.ndjson.gz`);
}

/** @throws StoreError `damaged` where the folder is no backup */
export async function readManifest(dir: string): Promise<BackupManifest> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(join(dir, manifestName), 'utf8'));
  } catch (cause) {
    throw new StoreError('damaged', `${dir} is no backup: its ${manifestName} cannot be read`, { cause });
  }
  if (!isManifest(parsed))
    throw new StoreError('damaged', `${join(dir, manifestName)} is not the manifest of a backup of this program`);
  return parsed;
}

function isManifest(value: unknown): value is BackupManifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version, parts } = value as Partial<Record<keyof BackupManifest, unknown>>;
  const known: readonly string[] = keptTables;
  return (
    format === 1 &&
    typeof version === 'string' &&
    Array.isArray(parts) &&
    parts.every(
      (part: unknown) =>
        typeof part === 'object' &&
        part !== null &&
        'name' in part &&
        typeof part.name === 'string' &&
        known.includes(part.name),
    )
  );
}

/** Reads the lines of a part; at the end, what was read is compared with the manifest. @throws StoreError `damaged` */
export async function* readPart(dir: string, part: BackupPart): AsyncIterable<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(undefined, chunk);
    },
  });
  const file = createReadStream(partFile(dir, part.name));
  const unzipped = file.pipe(counted).pipe(createGunzip());
  for (const stream of [file, counted]) stream.on('error', (error: Error) => unzipped.destroy(error));
  let rows = 0;
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) {
      JSON.parse(line);
      rows += 1;
      yield line;
    }
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw damaged(dir, part.name, cause);
  }
  if (rows !== part.rows || bytes !== part.bytes || hash.digest('hex') !== part.sha256) throw damaged(dir, part.name);
}

function damaged(dir: string, name: string, cause?: unknown): StoreError {
  return new StoreError('damaged', `${partFile(dir, name)} is not what the backup wrote: take another copy of it`, {
    cause,
  });
}
