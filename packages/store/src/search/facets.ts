import { sql } from 'kysely';
import type { Reader } from '../context.js';
import { countsOf } from '../groups/counts.js';
import type { Facet, SearchResult } from '../groups/search.js';
import { type Condition, allOf, countedTo } from './candidates.js';

type Facets = NonNullable<SearchResult['facets']>;
type Timeline = NonNullable<SearchResult['timeline']>;

export interface Summing {
  readonly facets: Facets;
  readonly timeline: Timeline;
}

type SummedBy = 'origin' | 'lang' | 'kind' | 'hour';

const facetValues = 20;
const hour = 3_600_000;
const day = 24 * hour;
/** Hours up to this span, days beyond. */
const hoursUpTo = 4 * day;
const timelinePoints = 400;

function top(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, facetValues);
}

function plain(counts: ReadonlyMap<string, number>): Facet[] {
  return top(counts).map(([value, count]) => ({ value, count }));
}

/** Facet values of origins: the source's id, with its title as label. `counts` by key of `origins`. */
export async function originFacet(db: Reader, counts: ReadonlyMap<string, number>): Promise<Facet[]> {
  const found = top(counts);
  if (found.length === 0) return [];
  const rows = await db
    .selectFrom('origins')
    .select(['key', 'id', 'title'])
    .where(
      'key',
      'in',
      found.map(([key]) => Number(key)),
    )
    .execute();
  const origins = new Map(rows.map((row) => [String(row.key), row]));
  return found.flatMap(([key, count]) => {
    const origin = origins.get(key);
    if (origin === undefined) return [];
    return [{ value: origin.id, ...(origin.title === null ? {} : { label: origin.title }), count }];
  });
}

/** Hour counts as a timeline of hours or days, whichever fits the span. */
export function timelineOf(hours: ReadonlyMap<number, number>): Timeline {
  const times = [...hours.keys()].sort((a, b) => a - b);
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const bucket = span <= hoursUpTo ? 'hour' : 'day';
  const width = bucket === 'hour' ? hour : day;
  const sums = new Map<number, number>();
  for (const [at, count] of hours) {
    const from = Math.floor(at / width) * width;
    sums.set(from, (sums.get(from) ?? 0) + count);
  }
  const points = [...sums].sort((a, b) => a[0] - b[0]).slice(-timelinePoints);
  return { bucket, points: points.map(([at, count]) => ({ at: new Date(at).toISOString(), count })) };
}

/** Facets of everything, from the kept counts. */
export async function sumEverything(db: Reader): Promise<Summing> {
  const origins = await countsOf(db, 'origin');
  const hours = await countsOf(db, 'hour');
  return {
    facets: {
      source: await originFacet(db, origins),
      lang: plain(await countsOf(db, 'lang')),
      kind: plain(await countsOf(db, 'kind')),
    },
    timeline: timelineOf(new Map([...hours].map(([at, count]) => [Date.parse(at), count]))),
  };
}

/** Facets of what conditions select; of the newest `countedTo` Items where there are more. */
export async function sumSelected(db: Reader, conditions: readonly Condition[], walked: boolean): Promise<Summing> {
  // A common word: the newest of all Items are read, and those that have it counted.
  const limit = walked ? countedTo * 2 : countedTo;
  const [index, ...columns] = conditions;
  const from =
    walked && index !== undefined
      ? sql`(select * from (select i.* from items i where ${allOf(columns)} order by i.sort_at desc, i.seq desc limit ${limit}) i
          where ${index})`
      : sql`(select i.* from items i where ${allOf(conditions)} order by i.sort_at desc, i.seq desc limit ${limit})`;
  const { rows } = await sql<{ name: string; key: string; count: number }>`with found as materialized (
      select i.origin, i.lang, i.kind, i.sort_at from ${from} i)
    select 'origin' as name, origin::text as key, count(*) as count from found group by origin
    union all select 'lang', lang, count(*) from found where lang is not null group by lang
    union all select 'kind', kind, count(*) from found group by kind
    union all select 'hour', (floor(extract(epoch from sort_at) / 3600) * 3600000)::bigint::text, count(*) from found group by 2`.execute(
    db,
  );
  const counts = (name: SummedBy) =>
    new Map(rows.filter((row) => row.name === name).map(({ key, count }) => [key, count]));
  return await summed(db, counts);
}

/** Facets of Items that were looked at one by one. */
export async function sumRead(
  db: Reader,
  items: readonly {
    readonly origin: number;
    readonly lang: string | null;
    readonly kind: string;
    readonly sort_at: Date;
  }[],
): Promise<Summing> {
  const counts = (name: SummedBy) => {
    const found = new Map<string, number>();
    for (const { origin, lang, kind, sort_at } of items) {
      const keys = { origin: String(origin), lang, kind, hour: String(Math.floor(sort_at.getTime() / hour) * hour) };
      const key = keys[name];
      if (key !== null) found.set(key, (found.get(key) ?? 0) + 1);
    }
    return found;
  };
  return await summed(db, counts);
}

async function summed(db: Reader, counts: (name: SummedBy) => Map<string, number>): Promise<Summing> {
  return {
    facets: {
      source: await originFacet(db, counts('origin')),
      lang: plain(counts('lang')),
      kind: plain(counts('kind')),
    },
    timeline: timelineOf(new Map([...counts('hour')].map(([at, count]) => [Number(at), count]))),
  };
}
