import { sql } from 'kysely';
import type { Reader } from '../context.js';
import { assertNotNewer } from '../engine/data-version.js';
import { StoreError } from '../errors.js';
import type { Store } from '../store.js';
import { type BackupPart, type TableName, keptTables, readManifest, readPart } from './backup-format.js';
import { readStored } from '../stored-json.js';

/** Rows are put back in statements of about this many characters. */
const charactersAtOnce = 2_000_000;

/**
 * Checks every part of a backup against its manifest, changing nothing. Yields each part that is whole.
 * @throws StoreError `damaged` naming the part
 */
export async function* verifyBackup(dir: string): AsyncIterable<BackupPart> {
  const { parts } = await readManifest(dir);
  for (const part of parts) {
    for await (const line of readPart(dir, part)) void line;
    yield part;
  }
}

/**
 * Fills an empty store from a backup of either engine, in one transaction: it is all there, or nothing is.
 * @throws StoreError `damaged` naming the part, `conflict` where the store is not empty, `newer-version`
 */
export async function* restore({ db }: Pick<Store, 'db'>, dir: string): AsyncIterable<BackupPart> {
  const { version, parts } = await readManifest(dir);
  const present = await db.selectFrom('settings').select('value').where('key', '=', 'version').executeTakeFirst();
  if (present !== undefined) assertNotNewer(version, readStored<string>(present.value), dir);
  const tx = await db.startTransaction().execute();
  let done = false;
  try {
    await refuseFilled(tx);
    await tx.deleteFrom('settings').execute();
    await tx.deleteFrom('record_head').execute();
    for (const name of keptTables) {
      const part = parts.find((candidate) => candidate.name === name);
      if (part === undefined) throw new StoreError('damaged', `The backup in ${dir} has no part ${name}`);
      await fill(tx, dir, part, name);
      yield part;
    }
    await goOnCounting(tx);
    if (present !== undefined)
      await tx.updateTable('settings').set({ value: present.value }).where('key', '=', 'version').execute();
    await tx.commit().execute();
    done = true;
  } finally {
    if (!done) await tx.rollback().execute();
  }
}

async function refuseFilled(tx: Reader): Promise<void> {
  for (const name of ['items', 'sources', 'watchlists', 'user', 'record_entries'] as const) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(tx);
    if (rows.length > 0)
      throw new StoreError(
        'conflict',
        `There is data here already (${name}): restore into a new data folder or database`,
      );
  }
}

async function fill(tx: Reader, dir: string, part: BackupPart, name: TableName): Promise<void> {
  let lines: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (lines.length === 0) return;
    await sql`insert into ${sql.table(name)} overriding system value
      select * from json_populate_recordset(null::${sql.table(name)}, ${`[${lines.join(',')}]`}::json)`.execute(tx);
    lines = [];
    characters = 0;
  };
  for await (const line of readPart(dir, part)) {
    lines.push(line);
    characters += line.length;
    if (characters > charactersAtOnce) await flush();
  }
  await flush();
}

/** Numbers that the database gives go on behind the ones that came back. */
async function goOnCounting(tx: Reader): Promise<void> {
  for (const [table, column] of [
    ['origins', 'key'],
    ['items', 'seq'],
    ['decisions', 'seq'],
    ['quarantine', 'id'],
  ] as const)
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)}), false)`.execute(tx);
}
