import type { Decoded, Item, ItemDetail, ItemSummary, StoredMatch } from '@vedette/contract';
import { sql } from 'kysely';
import type { Context, Reader } from '../context.js';
import { alertsOf } from './alert-rows.js';
import { countOf } from './counts.js';
import { readDecoded } from './decoded-text.js';
import { imagesOf, isImage } from './image-rows.js';
import { type SummaryRow, summariesOf, toSummary } from './item-summary.js';
import { readStored } from '../stored-json.js';

/** An Item as it was stored, with what it says. */
export interface ItemWithDecoded {
  readonly item: Item;
  readonly receivedAt: string;
  readonly demo: boolean;
  readonly decoded: { readonly title?: Decoded; readonly text: Decoded };
}

/** Which Items a scan gives. */
export interface ScanRequest {
  /** epoch milliseconds; only Items published (or, undated, received) in this span */
  readonly since?: number;
  readonly until?: number;
  /** at most so many, newest first */
  readonly limit: number;
}

/** Stored Items one by one; lists that a query narrows are in `Search`. */
export interface Items {
  /** The page of one Item; `person` decides `flaggedByMe`. Undefined where there is none. */
  detail(id: string, person: string): Promise<ItemDetail | undefined>;
  get(id: string): Promise<ItemWithDecoded | undefined>;
  summaries(ids: readonly string[]): Promise<ItemSummary[]>;
  /** Newest first, in batches, without holding a transaction open (rule tests on history, re-matching). */
  scan(request: ScanRequest): AsyncIterable<ItemWithDecoded[]>;
  /** How many are stored; kept, not counted. */
  count(): Promise<number>;
}

/** How many copies the page of an Item shows. */
const copiesShown = 50;
const scannedAtOnce = 200;

export interface BodyRow {
  readonly seq: number;
  readonly item: string;
  readonly decoded: string;
  readonly received_at: Date;
  readonly demo: boolean;
}

/** A stored Item as it came in, with what it says. */
export function toItem(row: BodyRow): ItemWithDecoded {
  const item = readStored<Item>(row.item);
  return { item, receivedAt: row.received_at.toISOString(), demo: row.demo, decoded: readDecoded(row.decoded, item) };
}

export function createItems({ db }: Context): Items {
  return {
    detail: (id, person) => detail(db, id, person),
    async get(id) {
      const row = await bodyOf(db, id);
      return row === undefined ? undefined : toItem(row);
    },
    async summaries(ids) {
      if (ids.length === 0) return [];
      const { rows } = await sql<SummaryRow & { id: string }>`select i.id, b.summary, i.received_at, i.demo
        from items i join bodies b using (seq) where i.id in (${sql.join(ids)})`.execute(db);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => {
        const row = found.get(id);
        return row === undefined ? [] : [toSummary(row)];
      });
    },
    async *scan({ since, until, limit }) {
      let left = limit;
      let at = until === undefined ? '9999-12-31T00:00:00Z' : new Date(until).toISOString();
      let seq = Number.MAX_SAFE_INTEGER;
      const from = since === undefined ? '0001-01-01T00:00:00Z' : new Date(since).toISOString();
      while (left > 0) {
        const { rows } = await sql<
          BodyRow & { sort_at: Date }
        >`select i.seq, i.sort_at, b.item, b.decoded, i.received_at, i.demo
          from items i join bodies b using (seq)
          where (i.sort_at, i.seq) < (${at}::timestamptz, ${seq}::bigint) and i.sort_at >= ${from}::timestamptz
          order by i.sort_at desc, i.seq desc limit ${Math.min(left, scannedAtOnce)}`.execute(db);
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows.map(toItem);
        left -= rows.length;
        at = last.sort_at.toISOString();
        seq = last.seq;
      }
    },
    count: () => countOf(db, 'items'),
  };
}

async function bodyOf(db: Reader, id: string): Promise<(BodyRow & { copy_key: string }) | undefined> {
  const { rows } = await sql<
    BodyRow & { copy_key: string }
  >`select i.seq, i.copy_key, b.item, b.decoded, i.received_at, i.demo
    from items i join bodies b using (seq) where i.id = ${id}`.execute(db);
  return rows[0];
}

async function detail(db: Reader, id: string, person: string): Promise<ItemDetail | undefined> {
  const row = await bodyOf(db, id);
  if (row === undefined) return undefined;
  const whole = toItem(row);
  const copies = await db
    .selectFrom('items')
    .select('seq')
    .where('copy_key', '=', row.copy_key)
    .where('seq', '!=', row.seq)
    .where('demo', '=', row.demo)
    .orderBy('seq', 'desc')
    .limit(copiesShown)
    .execute();
  const summaries = await summariesOf(
    db,
    copies.map(({ seq }) => seq),
  );
  const alert = await db
    .selectFrom('alert_items')
    .innerJoin('alerts', 'alerts.id', 'alert_items.alert')
    .select('alerts.id')
    .where('alert_items.seq', '=', row.seq)
    .orderBy('alerts.last_at', 'desc')
    .executeTakeFirst();
  const [shown] = alert === undefined ? [] : await alertsOf(db, [alert.id]);
  return {
    ...whole,
    matches: await matchesOf(db, row.seq, id),
    ...(shown === undefined ? {} : { alert: shown }),
    copies: copies.flatMap(({ seq }) => {
      const summary = summaries.get(seq);
      return summary === undefined ? [] : [toSummary(summary)];
    }),
    images: await imagesOf(db, whole.item, person),
    otherMedia: (whole.item.media ?? []).filter((media) => !isImage(media)),
  };
}

async function matchesOf(db: Reader, seq: number, id: string): Promise<StoredMatch[]> {
  const rows = await db
    .selectFrom('matches')
    .leftJoin('watchlists', 'watchlists.id', 'matches.watchlist')
    .leftJoin('rules', (join) =>
      join.onRef('rules.watchlist', '=', 'matches.watchlist').onRef('rules.rule', '=', 'matches.rule'),
    )
    .select([
      'matches.watchlist',
      'matches.rule',
      'matches.severity',
      'matches.spans',
      'watchlists.name',
      'rules.note',
      'rules.query',
    ])
    .where('matches.seq', '=', seq)
    .orderBy('matches.watchlist')
    .orderBy('matches.rule')
    .execute();
  return rows.map(({ watchlist, rule, severity, spans, name, note, query }) => ({
    item: id,
    rule,
    severity,
    spans: readStored<StoredMatch['spans']>(spans),
    watchlist,
    watchlistName: name ?? watchlist,
    ...(note === null ? {} : { note }),
    ...(query === null ? {} : { query }),
  }));
}
