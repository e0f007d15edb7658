import type { RecordEntry, RecordSubject } from '@vedette/contract';
import { append, type EntryContent, entryHash, printCheckpoint, type TreeEdge } from '@vedette/ledger';
import { sql } from 'kysely';
import type { Actor } from '../actor.js';
import type { Context, Reader, Tx } from '../context.js';
import type { Page, PageRequest } from '../page.js';
import { printCursor, readCursor } from '../page-cursor.js';
import { withSubjects } from './record-subjects.js';
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

/** The append-only record. What changes data adds its entries in the same transaction; nothing updates or deletes one. */
export interface RecordLog {
  /** For what the store itself does not do (sign-in, an export that was downloaded). */
  append(...entries: readonly RecordInput[]): Promise<void>;
  /** Newest first, each with what its subject is called. */
  list(request: PageRequest): Promise<Page<RecordEntry & { readonly about?: RecordSubject }>>;
  /** Oldest first, in batches, for verification and export. */
  entries(): AsyncIterable<RecordEntry[]>;
  /** The tree head as C2SP tlog-checkpoint text (origin, size, root), unsigned. */
  checkpoint(): Promise<string>;
}

/** The name that this record's checkpoints carry. */
export const recordOrigin = 'vedette/record';

async function readEdge(db: Reader): Promise<TreeEdge> {
  const head = await db.selectFrom('record_head').select(['size', 'edge']).executeTakeFirstOrThrow();
  const nodes = readStored<string[]>(head.edge).map((node) => Buffer.from(node, 'hex'));
  return { size: head.size, nodes };
}

/** Details as they are read back: what JSON cannot hold is gone before it is hashed. */
function settled(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return readStored<Readonly<Record<string, unknown>>>(JSON.stringify(details));
}

/** Adds entries to the record in the caller's transaction. */
export async function appendRecord(tx: Tx, entries: readonly RecordInput[]): Promise<void> {
  if (entries.length === 0) return;
  let edge = await readEdge(tx);
  const rows = entries.map(({ at, actor, action, subject, details }) => {
    const content: EntryContent = {
      index: edge.size,
      at: new Date(at).toISOString(),
      actor: storable(actor.id),
      action,
      subject: storable(subject),
      details: settled({ ...details, by: actor.name }),
    };
    const hash = entryHash(content);
    edge = append(edge, Buffer.from(hash, 'hex'));
    return { ...content, details: JSON.stringify(content.details), leaf_hash: hash };
  });
  await sql`insert into record_entries (index, at, actor, action, subject, details, leaf_hash)
    select index, at, actor, action, subject, details, leaf_hash from json_to_recordset(${JSON.stringify(rows)}::json)
      as x(index bigint, at text, actor text, action text, subject text, details text, leaf_hash text)`.execute(tx);
  await tx
    .updateTable('record_head')
    .set({ size: edge.size, edge: JSON.stringify(edge.nodes.map((node) => node.toString('hex'))) })
    .execute();
}

interface Row {
  readonly index: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: string;
  readonly leaf_hash: string;
}

function toEntry({ leaf_hash, details, ...row }: Row): RecordEntry {
  return { ...row, details: readStored<Record<string, unknown>>(details), leafHash: leaf_hash };
}

const entriesAtOnce = 500;

export function createRecord({ db, write }: Context): RecordLog {
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
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const { size } = await readEdge(db);
      return {
        rows: await withSubjects(db, page.map(toEntry)),
        ...(rows.length > limit && last !== undefined ? { next: printCursor([last.index]) } : {}),
        total: { value: size, exact: true },
      };
    },
    async *entries() {
      for (let from = 0; ;) {
        const rows = await db
          .selectFrom('record_entries')
          .selectAll()
          .where('index', '>=', from)
          .orderBy('index')
          .limit(entriesAtOnce)
          .execute();
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows.map(toEntry);
        from = last.index + 1;
      }
    },
    async checkpoint() {
      return printCheckpoint(recordOrigin, await readEdge(db));
    },
  };
}
