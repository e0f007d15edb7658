import { createHash } from 'node:crypto';
import type { Alert, Decoded, Item, ItemSummary, RuleAction, Severity, Span } from '@vedette/contract';
import { systemActor } from '../actor.js';
import type { Context, Tx } from '../context.js';
import { StoreError } from '../errors.js';
import { storable } from '../stored-text.js';
import { type CaughtItem, joinAlerts } from './alert-changes.js';
import { alertsOf } from './alert-rows.js';
import { CountChanges } from './counts.js';
import { storeItems } from './item-changes.js';
import { severityRank } from './priority.js';
import { prepareEntries, type PreparedEntry } from './prepared-entry.js';
import { addQuarantined } from './quarantine.js';
import { appendRecord } from './record.js';
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
   * Stores a batch in one transaction: Items, matches, alerts, counts, quarantine, cursor and record. When it resolves,
   * everything is on disk. Giving the same batch again changes nothing. Batches of 50 to 500 are fastest.
   * @throws StoreError `not-found` where the source was removed, `disk-full`, `unavailable`
   */
  commit(batch: IngestBatch): Promise<IngestResult>;
}

/** Makes the store's one door for Items. */
export function createIngest(context: Context): Ingest {
  return {
    async commit(batch) {
      const prepared = await prepareEntries(batch.entries);
      return await context.write((tx) => commit(tx, batch, prepared));
    },
  };
}

async function commit(tx: Tx, batch: IngestBatch, prepared: readonly PreparedEntry[]): Promise<IngestResult> {
  const source = await tx
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', batch.source.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (source === undefined)
    throw new StoreError(
      'not-found',
      `The source ${batch.source.id} is not watched any more: its Items are not stored`,
    );
  const counts = new CountChanges();
  const volumes = new VolumeChanges();
  const { stored, known } = await storeItems(tx, prepared, { source, at: batch.at }, counts);
  for (const { entry, sortAt, change } of stored) {
    if (change === 'deleted') continue;
    for (const column of entry.columns) volumes.add('column', column, sortAt, 1);
    for (const { watchlist, rule } of entry.matches) volumes.add('rule', `${watchlist}/${rule}`, batch.at, 1);
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
  await addQuarantined(tx, source.id, batch.rejected, batch.at, counts);
  await noteBatch(tx, source, batch, stored);
  await counts.write(tx);
  await volumes.write(tx);
  await record(tx, batch, stored, changes);
  return {
    stored: stored.map(({ summary, change, entry }) => ({ summary, change, columns: entry.columns })),
    known,
    alerts: await alertsOf(tx, [...new Set(changes.map(({ id }) => id))]),
  };
}

type Stored = Awaited<ReturnType<typeof storeItems>>['stored'];

async function noteBatch(tx: Tx, source: SourceRow, batch: IngestBatch, stored: Stored): Promise<void> {
  const fresh = stored.filter(({ change }) => change === 'new');
  if (fresh.length === 0 && batch.cursor === undefined) return;
  await noteItems(tx, source, {
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

async function record(
  tx: Tx,
  batch: IngestBatch,
  stored: Stored,
  changes: Awaited<ReturnType<typeof joinAlerts>>,
): Promise<void> {
  const { at } = batch;
  const entries =
    stored.length === 0
      ? []
      : [
          {
            at,
            actor: systemActor,
            action: 'items.stored',
            subject: batch.source.id,
            details: { count: stored.length, sha256: digestOf(stored) },
          },
        ];
  const alerts = changes
    .filter(({ change }) => change !== 'grew')
    .map(({ id, change, item }) => ({
      at,
      actor: systemActor,
      action: `alert.${change}`,
      subject: id,
      details: { item: storable(item) },
    }));
  await appendRecord(tx, [...entries, ...alerts]);
}
