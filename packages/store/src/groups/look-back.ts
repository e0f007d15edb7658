import type { Alert, Item } from '@vedette/contract';
import { sql } from 'kysely';
import { type Actor, systemActor } from '../actor.js';
import type { Context, Tx } from '../context.js';
import { StoreError } from '../errors.js';
import { storable } from '../stored-text.js';
import { type CaughtItem, joinAlerts } from './alert-changes.js';
import { alertsOf } from './alert-rows.js';
import { CountChanges, itemsSince } from './counts.js';
import type { IngestMatch } from './ingest.js';
import { severityRank } from './priority.js';
import { appendRecord } from './record.js';
import { revisionOf } from './revision.js';
import { VolumeChanges } from './volumes.js';

/** Stored Items that rules of one watchlist catch, found after they were stored. */
export interface LookBackBatch {
  readonly watchlist: string;
  /** the version of the watchlist that was run */
  readonly version: number;
  /** an Item as it was read, and what caught it; what was edited or deleted since is passed over */
  readonly found: readonly { readonly item: Item; readonly matches: readonly IngestMatch[] }[];
  /** epoch milliseconds */
  readonly at: number;
}

/** What a batch changed. */
export interface LookBackResult {
  /** matches that were not known before */
  readonly matches: number;
  /** how many alerts were opened; those that only grew are not counted */
  readonly opened: number;
  /** alerts that were opened or grew */
  readonly alerts: Alert[];
}

/** Running rules over what is stored already. */
export interface LookBack {
  /** How many Items were published (or, undated, received) since; counted by whole hours. */
  count(since: number): Promise<number>;
  /**
   * Keeps matches and joins alerts, in one transaction. Giving the same batch again changes nothing: no alert is doubled, and a
   * decided text stays decided, whatever rule finds its copies now.
   * @throws StoreError `conflict` where the watchlist was changed, switched off or removed meanwhile
   */
  commit(batch: LookBackBatch): Promise<LookBackResult>;
  /** Puts the beginning or the end of a search on record. */
  note(
    action: 'started' | 'ended',
    watchlist: string,
    details: Readonly<Record<string, unknown>>,
    by: Actor,
  ): Promise<void>;
}

export function createLookBack({ db, now, write }: Context): LookBack {
  return {
    count: (since) => itemsSince(db, since),
    commit: (batch) => write((tx) => commit(tx, batch)),
    async note(action, watchlist, details, by) {
      await write((tx) =>
        appendRecord(tx, [
          { at: now(), actor: by, action: `watchlist.look-back-${action}`, subject: watchlist, details },
        ]),
      );
    },
  };
}

interface StoredRow {
  readonly id: string;
  readonly seq: number;
  readonly revision: string;
  readonly origin: number;
  readonly lang: string | null;
  readonly copy_key: string;
  readonly demo: boolean;
  readonly disguised: boolean;
  readonly sort_at: Date;
  readonly received_at: Date;
}

async function commit(tx: Tx, batch: LookBackBatch): Promise<LookBackResult> {
  await refuseChanged(tx, batch);
  const rows = await storedRows(tx, batch);
  const found = batch.found.flatMap(({ item, matches }) => {
    const row = rows.get(storable(item.id));
    return row === undefined || row.revision !== revisionOf(item) || matches.length === 0 ? [] : [{ row, matches }];
  });
  const kept = await keepMatches(tx, batch, found);
  const counts = new CountChanges();
  const volumes = new VolumeChanges();
  for (const { row, matches } of found)
    for (const { watchlist, rule } of matches)
      if (kept.get(matchKey(row.seq, rule)) === 'new')
        volumes.add('rule', `${watchlist}/${rule}`, row.received_at.getTime(), 1);
  const caught = found.flatMap(({ row, matches }): CaughtItem[] => {
    const rules = matches.filter(({ action, rule }) => action === 'alert' && kept.has(matchKey(row.seq, rule)));
    if (rules.length === 0) return [];
    return [
      {
        seq: row.seq,
        id: row.id,
        origin: row.origin,
        lang: row.lang,
        copyKey: row.copy_key,
        demo: row.demo,
        disguised: row.disguised,
        sortAt: row.sort_at.getTime(),
        rules: rules.map(({ watchlist, rule, severity }) => ({ watchlist, rule, severity: severityRank(severity) })),
      },
    ];
  });
  const changes = await joinAlerts(tx, caught, counts, { reopen: false });
  await counts.write(tx);
  await volumes.write(tx);
  const opened = changes.filter(({ change }) => change === 'opened');
  await appendRecord(
    tx,
    opened.map(({ id, item }) => ({
      at: batch.at,
      actor: systemActor,
      action: 'alert.opened',
      subject: id,
      details: { item: storable(item), lookBack: batch.watchlist },
    })),
  );
  const alerts = await alertsOf(tx, [...new Set(changes.map(({ id }) => id))]);
  const fresh = [...kept.values()].filter((change) => change === 'new').length;
  return { matches: fresh, opened: opened.length, alerts };
}

async function refuseChanged(tx: Tx, { watchlist, version }: LookBackBatch): Promise<void> {
  const row = await tx
    .selectFrom('watchlists')
    .select(['version', 'enabled'])
    .where('id', '=', watchlist)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (row?.version === version && row.enabled) return;
  throw new StoreError('conflict', 'The watchlist was changed, switched off or removed meanwhile: look again');
}

async function storedRows(tx: Tx, { found }: LookBackBatch): Promise<ReadonlyMap<string, StoredRow>> {
  const ids = JSON.stringify(found.map(({ item }) => storable(item.id)));
  const { rows } = await sql<StoredRow>`select id, seq, revision, origin, lang, copy_key, demo, disguised, sort_at,
      received_at from items
    where deleted_at is null and id in (select json_array_elements_text(${ids}::json))`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

const matchKey = (seq: number, rule: string) => `${seq} ${storable(rule)}`;

/** Keeps matches that are not there yet, or are there as an earlier version of the rule had them. */
async function keepMatches(
  tx: Tx,
  { at }: LookBackBatch,
  found: readonly { readonly row: StoredRow; readonly matches: readonly IngestMatch[] }[],
): Promise<ReadonlyMap<string, 'new' | 'changed'>> {
  const rows = found.flatMap(({ row, matches }) =>
    matches.map(({ watchlist, rule, severity, action, spans }) => ({
      seq: row.seq,
      watchlist,
      rule: storable(rule),
      severity,
      action,
      at: new Date(at).toISOString(),
      spans: JSON.stringify(spans),
    })),
  );
  if (rows.length === 0) return new Map();
  // A row that was only updated has the number of the transaction that took its old form away.
  const { rows: kept } = await sql<{ seq: number; rule: string; fresh: boolean }>`insert into matches
    select * from json_populate_recordset(null::matches, ${JSON.stringify(rows)}::json)
    on conflict (seq, watchlist, rule) do update set severity = excluded.severity, action = excluded.action,
      spans = excluded.spans
      where (matches.severity, matches.action, matches.spans) is distinct from
        (excluded.severity, excluded.action, excluded.spans)
    returning seq, rule, (xmax = 0) as fresh`.execute(tx);
  return new Map(kept.map(({ seq, rule, fresh }) => [matchKey(seq, rule), fresh ? 'new' : 'changed']));
}
