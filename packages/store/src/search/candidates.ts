import { type RawBuilder, sql } from 'kysely';
import type { Context, Reader } from '../context.js';
import type { ItemFilters } from '../groups/search.js';
import { storable } from '../stored-text.js';
import type { CompiledQuery } from './compiled-query.js';

/** Where a list goes on, newest first. */
export interface Position {
  readonly at: Date;
  readonly seq: number;
}

export interface Candidate {
  readonly seq: number;
  readonly sort_at: Date;
}

/** Totals and facets look at this many Items at most. */
export const countedTo = 10_000;
/** Common words: the newest Items are read one after another, this many at a time. */
const walkedAtOnce = 20_000;
const walks = 5;

export type Condition = RawBuilder<unknown>;

/** The conditions on columns: filters of the list, and the days of the query. */
export async function conditionsOf(db: Reader, filters: ItemFilters, { days }: CompiledQuery): Promise<Condition[]> {
  const { source, lang, kind, since, until } = filters;
  const conditions: Condition[] = [];
  if (source !== undefined) {
    const keys = await db.selectFrom('origins').select('key').where('id', '=', storable(source)).execute();
    conditions.push(
      keys.length === 0 ? sql`false` : sql`i.origin in (${sql.join(keys.map(({ key }) => sql.lit(key)))})`,
    );
  }
  if (lang !== undefined) conditions.push(sql`i.lang = ${storable(lang)}`);
  if (kind !== undefined) conditions.push(sql`i.kind = ${kind}`);
  if (since !== undefined) conditions.push(sql`i.sort_at >= ${since}::timestamptz`);
  if (until !== undefined) conditions.push(sql`i.sort_at <= ${until}::timestamptz`);
  if (days.since !== undefined) conditions.push(sql`i.published_at >= ${`${days.since}T00:00:00Z`}::timestamptz`);
  if (days.until !== undefined) {
    const end = sql`${`${days.until}T00:00:00Z`}::timestamptz + interval '1 day'`;
    // The second follows from the first, and has an index.
    conditions.push(sql`i.published_at < ${end}`, sql`i.sort_at < ${end}`);
  }
  return conditions;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

export function behind(position: Position | undefined): Condition {
  return position === undefined
    ? sql`true`
    : sql`(i.sort_at, i.seq) < (${position.at.toISOString()}::timestamptz, ${position.seq}::bigint)`;
}

const newestFirst = sql`order by i.sort_at desc, i.seq desc`;

/** The newest Items that fulfil conditions on columns. */
async function newest(
  db: Reader,
  conditions: readonly Condition[],
  after: Position | undefined,
  limit: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`select i.seq, i.sort_at from items i
    where ${allOf([...conditions, behind(after)])} ${newestFirst} limit ${limit}`.execute(db);
  return rows;
}

export interface Found {
  readonly rows: Candidate[];
  /** how many there are, up to `countedTo`; undefined where there are more */
  readonly total: number | undefined;
}

/**
 * The newest Items that the index finds. Rare words are all looked up and sorted; for common ones the newest Items are
 * read in order until enough of them have it. Which of the two is quicker is known only after looking, so the look-up
 * stops at `countedTo`.
 */
export async function findCandidates(
  context: Context,
  index: string | true,
  conditions: readonly Condition[],
  after: Position | undefined,
  limit: number,
): Promise<Found> {
  const { db } = context;
  if (index === true) return { rows: await newest(db, conditions, after, limit), total: undefined };
  const matching = sql`i.search @@ ${index}::tsquery`;
  const looked = await byIndex(db, async (tx) => {
    const { rows } = await sql<Candidate & { total: number }>`with found as materialized (
        select i.seq, i.sort_at from items i where ${allOf([matching, ...conditions])} limit ${countedTo + 1})
      select i.seq, i.sort_at, counted.total from (select count(*) as total from found) counted
        left join lateral (select * from found i where counted.total <= ${countedTo} and ${behind(after)}
          ${newestFirst} limit ${limit}) i on true`.execute(tx);
    return rows;
  });
  const total = looked[0]?.total ?? 0;
  if (total <= countedTo) return { rows: looked.filter(({ seq }) => seq !== null), total };
  return { rows: await walk(db, matching, conditions, after, limit), total: undefined };
}

/** Runs a statement that must not read the whole table. */
async function byIndex<T>(db: Reader, work: (tx: Reader) => Promise<T>): Promise<T> {
  return await db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    return await work(tx);
  });
}

async function walk(
  db: Reader,
  matching: Condition,
  conditions: readonly Condition[],
  after: Position | undefined,
  limit: number,
): Promise<Candidate[]> {
  const rows: Candidate[] = [];
  let from = after;
  for (let turn = 0; turn < walks; turn += 1) {
    const window = sql`select i.seq, i.sort_at, i.search from items i
      where ${allOf([...conditions, behind(from)])} ${newestFirst} limit ${walkedAtOnce}`;
    const { rows: found } = await sql<Candidate>`select i.seq, i.sort_at from (${window}) i where ${matching}
      limit ${limit - rows.length}`.execute(db);
    rows.push(...found);
    if (rows.length >= limit) return rows;
    const { rows: ends } = await sql<Candidate>`select i.seq, i.sort_at from items i
      where ${allOf([...conditions, behind(from)])} ${newestFirst} limit 1 offset ${walkedAtOnce - 1}`.execute(db);
    const [end] = ends;
    if (end === undefined) return rows;
    from = { at: end.sort_at, seq: end.seq };
  }
  // A word that was common once and is not any more: everything that has it is sorted.
  return await byIndex(db, async (tx) => {
    const { rows: rest } = await sql<Candidate>`with found as materialized (
        select i.seq, i.sort_at from items i where ${allOf([matching, ...conditions, behind(from)])})
      select i.seq, i.sort_at from found i ${newestFirst} limit ${limit - rows.length}`.execute(tx);
    return [...rows, ...rest];
  });
}
