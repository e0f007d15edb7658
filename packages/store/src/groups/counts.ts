import { sql } from 'kysely';
import type { Reader, Tx } from '../context.js';

const hour = 3_600_000;

/**
 * Kept counts. Names: `items` (key empty, or `demo`), `origin`, `lang`, `kind` (Items), `article-origin`,
 * `article-lang`, `hour` (Items by sort time, ISO hour), `source` (Items by watched source), `alerts` (by state),
 * `quarantine` (by watched source, empty for all).
 */
export type CountName =
  | 'items'
  | 'origin'
  | 'lang'
  | 'kind'
  | 'article-origin'
  | 'article-lang'
  | 'hour'
  | 'source'
  | 'alerts'
  | 'quarantine';

/** Changes to be written together. */
export class CountChanges {
  readonly #changes = new Map<string, { readonly name: CountName; readonly key: string; value: number }>();

  add(name: CountName, key: string, by: number): void {
    const place = `${name} ${key}`;
    const change = this.#changes.get(place);
    if (change === undefined) this.#changes.set(place, { name, key, value: by });
    else change.value += by;
  }

  async write(tx: Tx): Promise<void> {
    const changes = [...this.#changes.values()].filter(({ value }) => value !== 0);
    if (changes.length === 0) return;
    await sql`insert into counts (name, key, value)
      select name, key, value from json_to_recordset(${JSON.stringify(changes)}::json) as x(name text, key text, value bigint)
      on conflict (name, key) do update set value = counts.value + excluded.value`.execute(tx);
  }
}

export async function countOf(db: Reader, name: CountName, key = ''): Promise<number> {
  const row = await db
    .selectFrom('counts')
    .select('value')
    .where('name', '=', name)
    .where('key', '=', key)
    .executeTakeFirst();
  return Math.max(0, row?.value ?? 0);
}

export async function countsOf(db: Reader, name: CountName): Promise<Map<string, number>> {
  const rows = await db.selectFrom('counts').select(['key', 'value']).where('name', '=', name).execute();
  return new Map(rows.filter(({ value }) => value > 0).map(({ key, value }) => [key, value]));
}

/** How many Items were published (or, undated, received) since a moment, counted by whole hours. */
export async function itemsSince(db: Reader, since: number): Promise<number> {
  const from = new Date(Math.floor(since / hour) * hour).toISOString();
  const { rows } = await sql<{ sum: number | null }>`select sum(value)::float8 as sum from counts
    where name = 'hour' and key collate "C" >= ${from}`.execute(db);
  return rows[0]?.sum ?? 0;
}

/** What an Item counts towards; `by` is 1 when it comes and -1 when it goes. */
export interface CountedItem {
  readonly origin: number;
  readonly watched: string;
  readonly kind: string;
  readonly lang: string | null;
  readonly sortAt: number;
  readonly demo: boolean;
}

export function countItem(counts: CountChanges, item: CountedItem, by: 1 | -1): void {
  counts.add('items', '', by);
  if (item.demo) counts.add('items', 'demo', by);
  counts.add('origin', String(item.origin), by);
  counts.add('kind', item.kind, by);
  counts.add('source', item.watched, by);
  counts.add('hour', new Date(Math.floor(item.sortAt / hour) * hour).toISOString(), by);
  if (item.lang !== null) counts.add('lang', item.lang, by);
  if (item.kind !== 'article') return;
  counts.add('article-origin', String(item.origin), by);
  if (item.lang !== null) counts.add('article-lang', item.lang, by);
}
