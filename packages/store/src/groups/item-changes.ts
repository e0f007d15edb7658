import type { Item, ItemSummary } from '@vedette/contract';
import { sql } from 'kysely';
import type { Tx } from '../context.js';
import { storable, storableOrNull } from '../stored-text.js';
import { type CountChanges, countItem } from './counts.js';
import type { IngestEntry } from './ingest.js';
import { toSummary } from './item-summary.js';
import { prepareEntry, type PreparedEntry } from './prepared-entry.js';
import { marked, revisionOf, succession } from './revision.js';
import type { SourceRow } from './source-rows.js';
import { readStored } from '../stored-json.js';

/** What was stored of one entry. */
export interface StoredEntry {
  readonly entry: IngestEntry;
  readonly change: 'new' | 'edited' | 'deleted';
  readonly seq: number;
  readonly id: string;
  readonly revision: string;
  readonly origin: number;
  readonly lang: string | null;
  readonly copyKey: string;
  readonly demo: boolean;
  readonly disguised: boolean;
  readonly sortAt: number;
  /** when it arrived, epoch milliseconds */
  readonly at: number;
  /** id of the watched source that brought it */
  readonly watched: string;
  readonly summary: ItemSummary;
}

/** An entry with the source that it came from, and when (epoch milliseconds). */
export interface Arrival extends PreparedEntry {
  readonly source: SourceRow;
  readonly at: number;
}

/** Stores each entry once by id and revision. Entries of one id are stored one after another, in their order. */
export async function storeItems(
  tx: Tx,
  entries: readonly Arrival[],
  counts: CountChanges,
): Promise<{ readonly stored: StoredEntry[]; readonly known: string[] }> {
  const origins = await originKeys(tx, entries);
  const stored: StoredEntry[] = [];
  const known: string[] = [];
  for (const wave of waves(entries)) {
    const existing = await findExisting(tx, wave);
    const fresh: Arrival[] = [];
    for (const prepared of wave) {
      const { entry } = prepared;
      const before = existing.get(prepared.id);
      if (before === undefined) fresh.push(prepared);
      else if (before.revisions.has(prepared.revision)) known.push(entry.item.id);
      else {
        const changed = await storeRevision(tx, prepared, before, counts);
        if (changed === undefined) known.push(entry.item.id);
        else stored.push(changed);
      }
    }
    stored.push(...(await insertItems(tx, fresh, origins)));
  }
  for (const entry of stored)
    if (entry.change === 'new') countItem(counts, { ...entry, kind: entry.entry.item.kind }, 1);
  const place = new Map(entries.map(({ entry }, index) => [entry, index]));
  stored.sort((a, b) => (place.get(a.entry) ?? 0) - (place.get(b.entry) ?? 0));
  await storeMatches(tx, stored);
  return { stored, known };
}

/** Entries in groups in which every id is there once. */
function waves(entries: readonly Arrival[]): Arrival[][] {
  const groups: Arrival[][] = [];
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const turn = seen.get(entry.id) ?? 0;
    seen.set(entry.id, turn + 1);
    (groups[turn] ??= []).push(entry);
  }
  return groups;
}

const originName = (item: Item) => `${item.source.kind} ${storable(item.source.id)}`;

async function originKeys(tx: Tx, entries: readonly PreparedEntry[]): Promise<Map<string, number>> {
  const wanted = new Map(entries.map(({ entry: { item } }) => [originName(item), item.source]));
  if (wanted.size === 0) return new Map();
  const rows = [...wanted.values()].map(({ id, kind, title, url }) => ({
    id: storable(id),
    kind,
    title: storableOrNull(title),
    url: storableOrNull(url),
  }));
  const json = JSON.stringify(rows);
  await sql`insert into origins (id, kind, title, url)
    select id, kind, title, url from json_to_recordset(${json}::json) as x(id text, kind text, title text, url text)
    on conflict (id, kind) do update set title = coalesce(excluded.title, origins.title),
      url = coalesce(excluded.url, origins.url)
      where (excluded.title is not null and excluded.title is distinct from origins.title)
        or (origins.url is null and excluded.url is not null)`.execute(tx);
  const found = await sql<{ key: number; id: string; kind: string }>`select o.key, o.id, o.kind from origins o
    join json_to_recordset(${json}::json) as x(id text, kind text) on o.id = x.id and o.kind = x.kind`.execute(tx);
  return new Map(found.rows.map(({ key, id, kind }) => [`${kind} ${id}`, key]));
}

interface Existing {
  readonly seq: number;
  readonly id: string;
  readonly origin: number;
  readonly demo: boolean;
  readonly kind: string;
  readonly lang: string | null;
  readonly sort_at: Date;
  readonly received_at: Date;
  readonly revisions: ReadonlySet<string>;
}

async function findExisting(tx: Tx, entries: readonly PreparedEntry[]): Promise<Map<string, Existing>> {
  const ids = JSON.stringify(entries.map(({ id }) => id));
  const { rows } = await sql<Omit<Existing, 'revisions'> & { revision: string; earlier: string | null }>`
    select i.seq, i.id, i.origin, i.demo, i.kind, i.lang, i.sort_at, i.received_at, i.revision,
      (select string_agg(r.revision, ' ') from revisions r where r.seq = i.seq) as earlier
    from items i where i.id in (select json_array_elements_text(${ids}::json))`.execute(tx);
  return new Map(
    rows.map(({ revision, earlier, ...row }) => [
      row.id,
      { ...row, revisions: new Set([revision, ...(earlier?.split(' ') ?? [])]) },
    ]),
  );
}

interface Columns {
  readonly lang: string | null;
  readonly sortAt: number;
  readonly copyKey: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

function moment(instant: string | undefined): number | undefined {
  const time = instant === undefined ? Number.NaN : Date.parse(instant);
  // PostgreSQL and JavaScript both hold the years 1 to 9999; what claims another year has no time.
  return time > -62_135_596_800_000 && time < 253_402_300_800_000 ? time : undefined;
}

const isoOrNull = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString());

function columnsOf(
  { entry, id, revision, disguised, search, source }: Omit<Arrival, 'at'>,
  item: Item,
  receivedAt: number,
): Columns {
  const published = moment(item.publishedAt);
  const sortAt = Math.min(published ?? receivedAt, receivedAt);
  const lang = storableOrNull(item.lang);
  // Texts that say nothing are no copies of each other.
  const copyKey = entry.copyKey === '' ? `item ${id}` : entry.copyKey;
  return {
    lang,
    sortAt,
    copyKey,
    columns: {
      id,
      watched: source.id,
      kind: item.kind,
      lang,
      revision,
      copy_key: copyKey,
      disguised,
      demo: source.demo,
      search,
      sort_at: new Date(sortAt).toISOString(),
      published_at: isoOrNull(published),
      received_at: new Date(receivedAt).toISOString(),
      edited_at: isoOrNull(moment(item.editedAt)),
      deleted_at: isoOrNull(moment(item.deletedAt)),
    },
  };
}

const itemColumns = sql.raw(
  'id, origin, watched, kind, lang, sort_at, published_at, received_at, revision, edited_at, deleted_at, copy_key, disguised, demo, search',
);

async function insertItems(
  tx: Tx,
  entries: readonly Arrival[],
  origins: ReadonlyMap<string, number>,
): Promise<StoredEntry[]> {
  if (entries.length === 0) return [];
  const made = entries.map((prepared) => ({ prepared, ...columnsOf(prepared, prepared.entry.item, prepared.at) }));
  const rows = made.map(({ prepared, columns }, place) => ({
    ...columns,
    origin: origins.get(originName(prepared.entry.item)),
    place,
    body_summary: prepared.summary,
    body_item: prepared.item,
    body_decoded: prepared.decoded,
  }));
  const { rows: inserted } = await sql<{ seq: number; id: string }>`with given as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as x(place integer, id text, origin integer,
        watched text, kind text, lang text, sort_at timestamptz, published_at timestamptz, received_at timestamptz,
        revision text, edited_at timestamptz, deleted_at timestamptz, copy_key text, disguised boolean, demo boolean,
        search text, body_summary text, body_item text, body_decoded text)),
    made as (insert into items (${itemColumns})
      select id, origin, watched, kind, lang, sort_at, published_at, received_at, revision, edited_at, deleted_at, copy_key,
        disguised, demo, search::tsvector from given order by place returning seq, id)
    insert into bodies (seq, summary, item, decoded)
      select made.seq, body_summary, body_item, body_decoded from made join given using (id)
      returning seq, (select id from made where made.seq = bodies.seq) as id`.execute(tx);
  const seqs = new Map(inserted.map(({ seq, id }) => [id, seq]));
  return made.map(({ prepared, lang, sortAt, copyKey }): StoredEntry => {
    const { entry, id, revision, disguised, summary, source, at } = prepared;
    return {
      entry,
      id,
      revision,
      disguised,
      lang,
      copyKey,
      sortAt,
      at,
      watched: source.id,
      demo: source.demo,
      // A deletion of what was never seen here is an Item without text; it is not new to anybody.
      change: 'new',
      seq: seqs.get(id) ?? 0,
      origin: origins.get(originName(entry.item)) ?? 0,
      summary: toSummary(
        { summary, received_at: new Date(at), demo: source.demo },
        entry.matches.flatMap(({ spans }) => spans),
      ),
    };
  });
}

/** Stores a further revision of an Item; undefined where it changed nothing that is shown. */
async function storeRevision(
  tx: Tx,
  { entry, source, at }: Arrival,
  before: Existing,
  counts: CountChanges,
): Promise<StoredEntry | undefined> {
  const { seq } = before;
  const body = await tx.selectFrom('bodies').selectAll().where('seq', '=', seq).executeTakeFirstOrThrow();
  const current = readStored<Item>(body.item);
  const outcome = succession(current, entry.item);
  const revision = revisionOf(entry.item);
  const superseded =
    outcome === 'older' ? { revision, item: entry.item } : { revision: revisionOf(current), item: current };
  await tx
    .insertInto('revisions')
    .values({ seq, revision: superseded.revision, at: new Date(at), item: JSON.stringify(superseded.item) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (outcome === 'older') return undefined;
  const receivedAt = before.received_at.getTime();
  const common = { seq, id: before.id, origin: before.origin, demo: before.demo, entry, at, watched: source.id };
  if (outcome === 'deleted') {
    const item = marked(current, entry.item);
    const deleted = moment(entry.item.deletedAt) ?? at;
    await tx
      .updateTable('bodies')
      .set({ item: JSON.stringify(item) })
      .where('seq', '=', seq)
      .execute();
    await sql`update items set revision = ${revision}, deleted_at = ${new Date(deleted).toISOString()}::timestamptz,
      search = (search::text || ' ''is/deleted''')::tsvector where seq = ${seq}`.execute(tx);
    const row = await tx
      .selectFrom('items')
      .select(['lang', 'copy_key', 'disguised'])
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow();
    return {
      ...common,
      change: 'deleted',
      revision,
      lang: row.lang,
      copyKey: row.copy_key,
      disguised: row.disguised,
      sortAt: before.sort_at.getTime(),
      summary: toSummary({ summary: body.summary, received_at: before.received_at, demo: before.demo }),
    };
  }
  // A text that arrives after its own deletion is still deleted.
  const item = current.deletedAt === undefined ? entry.item : marked(entry.item, current);
  const next = prepareEntry({ ...entry, search: item === entry.item ? entry.search : undefined }, item);
  const prepared = columnsOf({ ...next, source }, item, receivedAt);
  for (const name of before.kind === 'article' ? (['lang', 'article-lang'] as const) : (['lang'] as const)) {
    if (before.lang !== null) counts.add(name, before.lang, -1);
    if (prepared.lang !== null) counts.add(name, prepared.lang, 1);
  }
  await tx
    .updateTable('bodies')
    .set({ summary: next.summary, item: next.item, decoded: next.decoded })
    .where('seq', '=', seq)
    .execute();
  await sql`update items set lang = x.lang, published_at = x.published_at, edited_at = x.edited_at,
      deleted_at = x.deleted_at, copy_key = x.copy_key, disguised = x.disguised, search = x.search::tsvector,
      revision = ${revision}
    from json_to_recordset(${JSON.stringify([prepared.columns])}::json) as x(lang text, published_at timestamptz,
      edited_at timestamptz, deleted_at timestamptz, copy_key text, disguised boolean, search text)
    where seq = ${seq}`.execute(tx);
  return {
    ...common,
    change: 'edited',
    revision,
    lang: prepared.lang,
    copyKey: prepared.copyKey,
    disguised: next.disguised,
    sortAt: before.sort_at.getTime(),
    summary: toSummary(
      { summary: next.summary, received_at: before.received_at, demo: before.demo },
      entry.matches.flatMap(({ spans }) => spans),
    ),
  };
}

async function storeMatches(tx: Tx, stored: readonly StoredEntry[]): Promise<void> {
  const edited = stored.filter(({ change }) => change === 'edited').map(({ seq }) => seq);
  if (edited.length > 0) await tx.deleteFrom('matches').where('seq', 'in', edited).execute();
  const rows = stored.flatMap(({ seq, entry, change, at }) =>
    change === 'deleted'
      ? []
      : entry.matches.map(({ watchlist, rule, severity, action, spans }) => ({
          seq,
          watchlist,
          rule: storable(rule),
          severity,
          action,
          at: new Date(at).toISOString(),
          spans: JSON.stringify(spans),
        })),
  );
  if (rows.length === 0) return;
  await sql`insert into matches select * from json_populate_recordset(null::matches, ${JSON.stringify(rows)}::json)
    on conflict (seq, watchlist, rule) do update set severity = excluded.severity, action = excluded.action,
      spans = excluded.spans`.execute(tx);
}
