import type { RecordEntry, RecordSubject } from '@vedette/contract';
import {
  append,
  erasedAction,
  type KeptEntry,
  type NoteSigner,
  printCheckpoint,
  signNote,
  type TilePlace,
  type TreeEdge,
} from '@vedette/ledger';
import { sql } from 'kysely';
import type { Actor } from '../actor.js';
import type { Context, Reader, Tx } from '../context.js';
import type { RecordEntriesTable } from '../database.js';
import { StoreError } from '../errors.js';
import type { Page, PageRequest } from '../page.js';
import { printCursor, readCursor } from '../page-cursor.js';
import { readTile } from './record-tiles.js';
import { withSubjects } from './record-subjects.js';
import { toEntry, toKept, toRow } from './record-rows.js';
import { storable } from '../stored-text.js';
import { readStored } from '../stored-json.js';

/** An entry of the record to be written; `at` is epoch milliseconds. */
export interface RecordInput {
  readonly at: number;
  readonly actor: Actor;
  /** for example `alert.decided`, `source.added` */
  readonly action: string;
  /** id of what it was done to */
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What is to be erased of the record, and why. */
export interface Erasure {
  /** at most 1,000 */
  readonly entries: readonly number[];
  readonly reason: string;
  readonly by: Actor;
}

/** A state of the record that was signed. */
export interface SealedRecord {
  readonly size: number;
  /** ISO 8601, UTC */
  readonly at: string;
  /** the C2SP signed note of the checkpoint */
  readonly note: string;
}

/**
 * The append-only record. What changes data adds its entries in the same transaction; nothing updates or deletes one,
 * apart from the erasure of what an entry says, which is an entry itself.
 */
export interface RecordLog {
  /** For what the store itself does not do (sign-in, an export that was downloaded). */
  append(...entries: readonly RecordInput[]): Promise<void>;
  /** Newest first, each with what its subject is called. */
  list(request: PageRequest): Promise<Page<RecordEntry & { readonly about?: RecordSubject }>>;
  /** Oldest first, in batches, for verification. */
  entries(): AsyncIterable<readonly KeptEntry[]>;
  /** One entry with all that its leaf hash is checked by; undefined where there is none. */
  entry(index: number): Promise<KeptEntry | undefined>;
  /** A tile of the tree, C2SP tlog-tiles; undefined where the record does not reach so far. */
  tile(place: TilePlace): Promise<Buffer | undefined>;
  /** The tree head as C2SP tlog-checkpoint text (origin, size, root), unsigned. */
  checkpoint(): Promise<string>;
  /**
   * Signs the state of now, unless this key has done so. Gives the newest signed state. Of signed states that are older
   * than a day the last of each hour stays.
   */
  seal(signer: NoteSigner): Promise<SealedRecord>;
  /** The states that were signed, oldest first. */
  sealed(): Promise<readonly SealedRecord[]>;
  /**
   * Erases who did what to whom in entries, and their salts: what is left proves that they stood there, and tells nothing
   * more. The erasure is an entry of its own.
   * @throws StoreError `not-found` where there is no such entry, `conflict` where it cannot be erased
   */
  erase(erasure: Erasure): Promise<void>;
}

/** The name that this record's checkpoints carry. */
export const recordOrigin = 'vedette/record';

interface Head extends TreeEdge {
  readonly lastAt: string;
}

async function readHead(db: Reader): Promise<Head> {
  const head = await db.selectFrom('record_head').select(['size', 'edge', 'last_at']).executeTakeFirstOrThrow();
  const nodes = readStored<string[]>(head.edge).map((node) => Buffer.from(node, 'hex'));
  return { size: head.size, nodes, lastAt: head.last_at };
}

/** Details as they are read back: what JSON cannot hold is gone before it is hashed. */
function settled(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return readStored<Readonly<Record<string, unknown>>>(JSON.stringify(details));
}

/** Adds entries to the record in the caller's transaction. */
export async function appendRecord(tx: Tx, entries: readonly RecordInput[]): Promise<void> {
  if (entries.length === 0) return;
  const head = await readHead(tx);
  let { lastAt } = head;
  const rows = entries.map(({ at, actor, action, subject, details }, place) => {
    // Clocks of machines differ and are set back; an entry is never older than the one before it.
    const now = new Date(at).toISOString();
    if (now > lastAt) lastAt = now;
    return toRow({
      index: head.size + place,
      at: lastAt,
      action,
      actor: storable(actor.id),
      subject: storable(subject),
      details: settled({ ...details, by: actor.name }),
    });
  });
  const { edge, full } = append(
    head,
    rows.map((row) => Buffer.from(row.leaf_hash, 'hex')),
  );
  await sql`insert into record_entries (index, at, actor, action, subject, details, salt, commitment, leaf_hash)
    select index, at, actor, action, subject, details, salt, commitment, leaf_hash
      from json_to_recordset(${JSON.stringify(rows)}::json) as x(index bigint, at text, actor text, action text,
        subject text, details text, salt text, commitment text, leaf_hash text)`.execute(tx);
  if (full.length > 0)
    await tx
      .insertInto('record_tiles')
      .values(full.map(({ level, n, hash }) => ({ level, n, hash: hash.toString('hex') })))
      .execute();
  await tx
    .updateTable('record_head')
    .set({ size: edge.size, edge: JSON.stringify(edge.nodes.map((node) => node.toString('hex'))), last_at: lastAt })
    .execute();
}

const entriesAtOnce = 500;
const mostErased = 1_000;
/** How long every signed state is kept, milliseconds. */
const allKeptMs = 24 * 3_600_000;

/** A state is signed every minute: a year of them would take longer to check than the record itself. */
async function thinOut(tx: Tx, before: number): Promise<void> {
  await sql`delete from record_checkpoints as early where at < ${new Date(before).toISOString()}::timestamptz and exists
    (select from record_checkpoints as late where late.size > early.size
      and date_trunc('hour', late.at) = date_trunc('hour', early.at))`.execute(tx);
}

async function eraseEntries(tx: Tx, { entries, reason, by }: Erasure, at: number): Promise<void> {
  if (entries.length === 0 || entries.length > mostErased)
    throw new StoreError('conflict', `Between one and ${mostErased} entries can be erased at once`);
  const rows = await tx
    .selectFrom('record_entries')
    .select(['index', 'action', 'commitment'])
    .where('index', 'in', [...entries])
    .execute();
  const found = new Map(rows.map((row) => [row.index, row]));
  for (const index of entries) {
    const row = found.get(index);
    if (row === undefined) throw new StoreError('not-found', `There is no entry ${index} in the record`);
    if (row.commitment === null)
      throw new StoreError(
        'conflict',
        `Entry ${index} was written before entries had salts: what it says is in the tree itself and cannot be erased`,
      );
    if (row.action === erasedAction) throw new StoreError('conflict', `Entry ${index} says what was erased, and stays`);
  }
  await tx
    .updateTable('record_entries')
    .set({ actor: null, subject: null, details: null, salt: null })
    .where('index', 'in', [...entries])
    .execute();
  const details = { entries: [...entries].sort((a, b) => a - b), reason };
  await appendRecord(tx, [{ at, actor: by, action: erasedAction, subject: 'record', details }]);
}

export function createRecord({ db, now, write }: Context): RecordLog {
  async function page(from: number): Promise<readonly RecordEntriesTable[]> {
    const query = db.selectFrom('record_entries').selectAll().where('index', '>=', from);
    return await query.orderBy('index').limit(entriesAtOnce).execute();
  }

  return {
    async append(...entries) {
      await write((tx) => appendRecord(tx, entries));
    },
    async list({ cursor, limit }) {
      const before = cursor === undefined ? undefined : readCursor(cursor, ['number'])[0];
      let query = db
        .selectFrom('record_entries')
        .selectAll()
        .orderBy('index', 'desc')
        .limit(limit + 1);
      if (before !== undefined) query = query.where('index', '<', Number(before));
      const rows = await query.execute();
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const { size } = await readHead(db);
      return {
        rows: await withSubjects(db, shown.map(toEntry)),
        ...(rows.length > limit && last !== undefined ? { next: printCursor([last.index]) } : {}),
        total: { value: size, exact: true },
      };
    },
    async entry(index) {
      const row = await db.selectFrom('record_entries').selectAll().where('index', '=', index).executeTakeFirst();
      return row === undefined ? undefined : toKept(row);
    },
    async *entries() {
      for (let next = 0; ;) {
        const rows = await page(next);
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows.map(toKept);
        next = last.index + 1;
      }
    },
    tile: (place) => readTile(db, place),
    async checkpoint() {
      return printCheckpoint(recordOrigin, await readHead(db));
    },
    async seal(signer) {
      return await write(async (tx) => {
        const head = await readHead(tx);
        const note = signNote(printCheckpoint(recordOrigin, head), signer);
        const known = await tx
          .selectFrom('record_checkpoints')
          .selectAll()
          .where('size', '=', head.size)
          .executeTakeFirst();
        // The same key signs the same text in the same way.
        if (known?.note === note) return toSealed(known);
        const row = { size: head.size, at: new Date(now()), note };
        await tx
          .insertInto('record_checkpoints')
          .values(row)
          .onConflict((conflict) => conflict.column('size').doUpdateSet({ at: row.at, note }))
          .execute();
        await thinOut(tx, now() - allKeptMs);
        return toSealed(row);
      });
    },
    async sealed() {
      const rows = await db.selectFrom('record_checkpoints').selectAll().orderBy('size').execute();
      return rows.map(toSealed);
    },
    async erase(erasure) {
      await write((tx) => eraseEntries(tx, erasure, now()));
    },
  };
}

function toSealed({
  size,
  at,
  note,
}: {
  readonly size: number;
  readonly at: Date;
  readonly note: string;
}): SealedRecord {
  return { size, at: at.toISOString(), note };
}
