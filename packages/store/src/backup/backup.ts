import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Reader } from '../context.js';
import { inWords } from '../engine/database-errors.js';
import { makeFolders } from '../engine/make-folders.js';
import { StoreError } from '../errors.js';
import type { Store } from '../store.js';
import {
  type BackupManifest,
  type BackupPart,
  keptTables,
  manifestName,
  partFile,
  type TableName,
} from './backup-format.js';
import { readStored } from '../stored-json.js';

const rowsAtOnce = 200;

/**
 * Writes everything into an empty folder, as of one moment: a gzip NDJSON file for each table, and a manifest with their
 * hashes, written last. Either engine can take it back. Yields each part as it is finished. While it runs, the embedded
 * engine answers nobody else.
 * @throws StoreError `conflict` where the folder is not empty, `disk-full`
 * @example for await (const part of backup(store, '/backups/monday')) console.log(part.name, part.rows)
 */
export async function* backup({ db }: Pick<Store, 'db'>, dir: string): AsyncIterable<BackupPart> {
  await makeBackupFolder(dir);
  if ((await readdir(dir)).length > 0) throw new StoreError('conflict', `${dir} is not empty: give an empty folder`);
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    const at = await sql<{ at: Date }>`select now() as at`.execute(tx);
    const version = await tx.selectFrom('settings').select('value').where('key', '=', 'version').executeTakeFirst();
    const migrations = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(tx);
    const parts: BackupPart[] = [];
    for (const name of keptTables) {
      const part = await writePart(tx, dir, name);
      parts.push(part);
      yield part;
    }
    const manifest: BackupManifest = {
      format: 1,
      version: version === undefined ? '0.0.0' : readStored<string>(version.value),
      at: (at.rows[0]?.at ?? new Date(0)).toISOString(),
      migrations: migrations.rows.map(({ name }) => name),
      parts,
    };
    await writeFile(join(dir, manifestName), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw inWords(error);
  } finally {
    // Nothing was changed; this only lets go of the moment that was read.
    await tx.rollback().execute();
  }
}

async function writePart(tx: Reader, dir: string, name: TableName): Promise<BackupPart> {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  async function* lines(): AsyncIterable<string> {
    const table = sql.table(name);
    await sql`declare part no scroll cursor for select to_json(t)::text as line from ${table} t`.execute(tx);
    for (;;) {
      const { rows: found } = await sql<{ line: string }>`fetch ${sql.lit(rowsAtOnce)} from part`.execute(tx);
      if (found.length === 0) break;
      rows += found.length;
      yield `${found.map(({ line }) => line).join('\n')}\n`;
    }
    await sql`close part`.execute(tx);
  }
  const file = createWriteStream(partFile(dir, name), { mode: 0o600 });
  await pipeline(
    Readable.from(lines()),
    createGzip({ level: 6 }),
    async function* counted(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    file,
  );
  return { name, rows, bytes, sha256: hash.digest('hex') };
}

async function makeBackupFolder(dir: string): Promise<void> {
  try {
    await makeFolders(dir);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError('invalid', `The folder ${dir} cannot be made (${why}): name one that can be written`, {
      cause,
    });
  }
}
