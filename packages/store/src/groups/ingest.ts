import { createHash } from 'node:crypto';
import type { Alert, Decoded, Item, ItemSummary, RuleAction, Severity, Span } from '@vedette/contract';
import { systemActor } from '../actor.js';
import type { Context, Tx } from '../context.js';
import { StoreError } from '../errors.js';
import { storable } from '../stored-text.js';
import { type AlertChange, type CaughtItem, joinAlerts } from './alert-changes.js';
import { alertsOf } from './alert-rows.js';
import { CountChanges } from './counts.js';
import { type Arrival, storeItems } from './item-changes.js';
import { severityRank } from './priority.js';
import { prepareEntries, type PreparedEntry } from './prepared-entry.js';
import { addQuarantined } from './quarantine.js';
import { appendRecord, type RecordInput } from './record.js';
import { type SourceRow, noteItems } from './source-rows.js';
import { VolumeChanges } from './volumes.js';

/** One rule that caught the entry. */
export interface IngestMatch {
  /** id of the stored watchlist */
  readonly watchlist: string;
  readonly rule: string;
  readonly severity: Severity;
  /** only `alert` opens or joins an alert; `digest` and `count` are counted */
  readonly action: RuleAction;
  readonly spans: readonly Span[];
}

/** An Item ready to be stored, with what decoding and matching made of it. */
export interface IngestEntry {
  readonly item: Item;
  readonly decoded: { readonly title?: Decoded | undefined; readonly text: Decoded };
  /** equal for copies of one text (@vedette/similar); empty where there is no text to compare */
  readonly copyKey: string;
  readonly matches: readonly IngestMatch[];
  /** ids of the Live columns that take this Item */
  readonly columns: readonly string[];
  /** `searchVector(item, decoded)` where a worker thread made it already; otherwise it is made here */
  readonly search?: string | undefined;
}

/** What could not be read or stored, for the quarantine; `sample` is the beginning of what was received. */
export interface IngestRejected {
  readonly where: string;
  readonly reason: string;
  readonly sample: string;
}

/** What is stored in one transaction. */
export interface IngestBatch {
  /** the watched source (`sources.add` made it); its `demo` flag and retention apply to the Items */
  readonly source: { readonly id: string };
  /** committed with the batch; leave out to keep the one before */
  readonly cursor?: unknown;
  readonly entries: readonly IngestEntry[];
  readonly rejected: readonly IngestRejected[];
  /** when the batch was received, epoch milliseconds */
  readonly at: number;
}

/** An Item that a batch changed, as the live channel tells it. */
export interface StoredItem {
  readonly summary: ItemSummary;
  readonly change: 'new' | 'edited' | 'deleted';
  readonly columns: readonly string[];
}

/** What a batch changed. */
export interface IngestResult {
  /** in the order of the batch */
  readonly stored: StoredItem[];
  /** ids of entries that were stored before in this revision (or in a later one) */
  readonly known: string[];
  /** new, grown or reopened alerts; `viewers` is empty */
  readonly alerts: Alert[];
}

/** The one door for Items. */
export interface Ingest {
  /**
   * Stores batches in one transaction: Items, matches, alerts, counts, quarantine, cursors and record. When it resolves,
   * everything is on disk. Giving the same batch again changes nothing. 50 to 500 entries together are fastest, of one
   * source or of many; where one of the batches cannot be stored, none is.
   * @throws StoreError `not-found` where a source was removed, `disk-full`, `unavailable`
   * @example await store.ingest.commit({ source: { id }, cursor, entries, rejected: [], at: Date.now() })
   */
  commit(...batches: readonly IngestBatch[]): Promise<IngestResult>;
}

/** Makes the store's one door for Items. */
export function createIngest(context: Context): Ingest {
  return {
    async commit(...batches) {
      const prepared: PreparedBatch[] = [];
      for (const batch of batches) prepared.push({ batch, entries: await prepareEntries(batch.entries) });
      return await context.write((tx) => commit(tx, prepared));
    },
  };
}

interface PreparedBatch {
  readonly batch: IngestBatch;
  readonly entries: readonly PreparedEntry[];
}

async function commit(tx: Tx, batches: readonly PreparedBatch[]): Promise<IngestResult> {
  const sources = await sourcesOf(tx, batches);
  const counts = new CountChanges();
  const volumes = new VolumeChanges();
  const arrivals = batches.flatMap(({ batch, entries }) => {
    const source = sources.get(batch.source.id);
    return source === undefined ? [] : entries.map((prepared): Arrival => ({ ...prepared, source, at: batch.at }));
  });
  const { stored, known } = await storeItems(tx, arrivals, counts);
  for (const { entry, sortAt, change, at } of stored) {
    if (change === 'deleted') continue;
    for (const column of entry.columns) volumes.add('column', column, sortAt, 1);
    for (const { watchlist, rule } of entry.matches) volumes.add('rule', `${watchlist}/${rule}`, at, 1);
  }
  const caught = stored.flatMap(({ entry, change, ...item }): CaughtItem[] => {
    const rules = entry.matches.filter(({ action }) => action === 'alert');
    if (rules.length === 0 || change === 'deleted') return [];
    return [
      {
        ...item,
        rules: rules.map(({ watchlist, rule, severity }) => ({ watchlist, rule, severity: severityRank(severity) })),
      },
    ];
  });
  const changes = await joinAlerts(tx, caught, counts, { reopen: true });
  const of = new Map(batches.map(({ batch, entries }) => [batch, new Set(entries.map(({ entry }) => entry))]));
  const entries: RecordInput[] = [];
  for (const { batch } of batches) {
    const own = stored.filter(({ entry }) => of.get(batch)?.has(entry) === true);
    await addQuarantined(tx, batch.source.id, batch.rejected, batch.at, counts);
    const source = sources.get(batch.source.id);
    if (source !== undefined) sources.set(source.id, await noteBatch(tx, source, batch, own));
    if (own.length > 0) entries.push(storedEntry(batch, own));
  }
  await counts.write(tx);
  await volumes.write(tx);
  await appendRecord(tx, [...entries, ...alertEntries(changes, Math.max(...batches.map(({ batch }) => batch.at)))]);
  return {
    stored: stored.map(({ summary, change, entry }) => ({ summary, change, columns: entry.columns })),
    known,
    alerts: await alertsOf(tx, [...new Set(changes.map(({ id }) => id))]),
  };
}

async function sourcesOf(tx: Tx, batches: readonly PreparedBatch[]): Promise<Map<string, SourceRow>> {
  const ids = [...new Set(batches.map(({ batch }) => batch.source.id))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('sources')
    .selectAll()
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  const gone = ids.find((id) => !found.has(id));
  if (gone !== undefined)
    throw new StoreError('not-found', `The source ${gone} is not watched any more: its Items are not stored`);
  return found;
}

type Stored = Awaited<ReturnType<typeof storeItems>>['stored'];

async function noteBatch(tx: Tx, source: SourceRow, batch: IngestBatch, stored: Stored): Promise<SourceRow> {
  const fresh = stored.filter(({ change }) => change === 'new');
  if (fresh.length === 0 && batch.cursor === undefined) return source;
  return await noteItems(tx, source, {
    at: batch.at,
    count: fresh.length,
    ...('cursor' in batch ? { cursor: batch.cursor } : {}),
  });
}

/** What was stored, to be checked later: SHA-256 over a line of id and revision for each Item. */
function digestOf(stored: Stored): string {
  const hash = createHash('sha256');
  for (const { id, revision } of stored) hash.update(`${id} ${revision}\n`);
  return hash.digest('hex');
}

function storedEntry({ at, source }: IngestBatch, stored: Stored): RecordInput {
  const details = { count: stored.length, sha256: digestOf(stored) };
  return { at, actor: systemActor, action: 'items.stored', subject: source.id, details };
}

function alertEntries(changes: readonly AlertChange[], at: number): RecordInput[] {
  return changes
    .filter(({ change }) => change !== 'grew')
    .map(({ id, change, item }) => ({
      at,
      actor: systemActor,
      action: `alert.${change}`,
      subject: id,
      details: { item: storable(item) },
    }));
}
