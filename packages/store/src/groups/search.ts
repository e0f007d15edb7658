import type { Item, ItemKind, ItemSummary, QueryProblem, Total } from '@vedette/contract';
import { sql } from 'kysely';
import type { Context, Reader } from '../context.js';
import type { Page, PageRequest } from '../page.js';
import { printCursor, readCursor } from '../page-cursor.js';
import { allOf, type Condition, conditionsOf, countedTo, type Position } from '../search/candidates.js';
import { type CompiledQuery, compileQuery } from '../search/compiled-query.js';
import { sumEverything, sumRead, sumSelected } from '../search/facets.js';
import { type FoundItem, readItems } from '../search/read-items.js';
import { countOf } from './counts.js';
import { toSummary } from './item-summary.js';

/** What every list of Items can be narrowed by. */
export interface ItemFilters {
  /** query language; empty for everything. Mistakes are reported in `problems`, what could be read is used */
  readonly q: string;
  /** `Item.source.id` */
  readonly source?: string | undefined;
  readonly lang?: string | undefined;
  readonly kind?: ItemKind | undefined;
  /** ISO instants, inclusive */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** One page of results. */
export interface SearchRequest extends ItemFilters, PageRequest {
  readonly facets: boolean;
}

/** A value by which results can be narrowed, and how many have it. */
export interface Facet {
  readonly value: string;
  readonly label?: string;
  readonly count: number;
}

/** Results, what was wrong with the query, and the counts beside them. */
export interface SearchResult extends Page<ItemSummary> {
  readonly problems: QueryProblem[];
  /** how many of the newest Items were looked at, where a part of the query cannot use the index */
  readonly scanned?: number;
  readonly facets?: { readonly source: Facet[]; readonly lang: Facet[]; readonly kind: Facet[] };
  readonly timeline?: {
    readonly bucket: 'hour' | 'day';
    readonly points: { readonly at: string; readonly count: number }[];
  };
}

/** All results of a query, for a download. */
export interface SearchExport {
  /** exact, taken before the first Item */
  readonly total: number;
  readonly problems: QueryProblem[];
  readonly items: AsyncIterable<Item>;
}

/** Items by query. */
export interface Search {
  /** Items that a query finds, newest first, with the places to mark in `spans`. */
  page(request: SearchRequest): Promise<SearchResult>;
  /** Every Item that a query finds; streams in batches, so it may run over millions. */
  export(filters: ItemFilters): Promise<SearchExport>;
}

const exportedAtOnce = 200;
/** Where several filters meet, no kept count helps and rows are counted: fewer of them. */
const filteredTo = 1000;

export function createSearch(context: Context): Search {
  return { page: (request) => page(context, request), export: (filters) => exportAll(context, filters) };
}

/** The words of the index first: facets of a common word are counted differently. */
function selection(query: CompiledQuery, columns: readonly Condition[]): Condition[] {
  return typeof query.index === 'string' ? [sql`i.search @@ ${query.index}::tsquery`, ...columns] : [...columns];
}

async function page(context: Context, request: SearchRequest): Promise<SearchResult> {
  const { db } = context;
  const query = compileQuery(request.q);
  if (query.nothing) return { rows: [], problems: query.problems, total: { value: 0, exact: true } };
  const conditions = await conditionsOf(db, request, query);
  const after = positionOf(request.cursor);
  const whole = request.facets && !query.exact;
  const { items, scanned, complete, next, total } = await readItems(context, query, conditions, {
    after,
    limit: request.limit,
    whole,
  });
  const shown = items.slice(0, request.limit);
  const sums = request.facets ? await summing(db, query, conditions, items, total) : undefined;
  return {
    rows: shown.map((item) => toSummary(item, query.find === undefined ? undefined : item.spans)),
    ...(next === undefined ? {} : { next: printCursor([next.at.getTime(), next.seq]) }),
    total: query.exact
      ? await totalOf(db, request, query, conditions, total)
      : { value: items.length, exact: after === undefined && complete },
    problems: query.problems,
    ...(query.exact ? {} : { scanned }),
    ...sums,
  };
}

async function summing(
  db: Reader,
  query: CompiledQuery,
  conditions: readonly Condition[],
  items: readonly FoundItem[],
  total: number | undefined,
) {
  if (!query.exact) return await sumRead(db, items);
  if (query.index === true && conditions.length === 0) return await sumEverything(db);
  return await sumSelected(db, selection(query, conditions), typeof query.index === 'string' && total === undefined);
}

/** Kept counts where one filter alone selects, else counted as far as `countedTo`. */
async function totalOf(
  db: Reader,
  { source, lang, kind, since, until }: ItemFilters,
  query: CompiledQuery,
  conditions: readonly Condition[],
  found: number | undefined,
): Promise<Total> {
  if (found !== undefined) return { value: found, exact: true };
  if (typeof query.index === 'string') return { value: countedTo, exact: false };
  const set = [source, lang, kind, since, until, query.days.since, query.days.until].filter(
    (given) => given !== undefined,
  );
  if (set.length === 0) return { value: await countOf(db, 'items'), exact: true };
  if (set.length === 1 && lang !== undefined) return { value: await countOf(db, 'lang', lang), exact: true };
  if (set.length === 1 && kind !== undefined) return { value: await countOf(db, 'kind', kind), exact: true };
  if (set.length === 1 && source !== undefined) {
    const keys = await db.selectFrom('origins').select('key').where('id', '=', source).execute();
    const counts = await Promise.all(keys.map(({ key }) => countOf(db, 'origin', String(key))));
    return { value: counts.reduce((sum, count) => sum + count, 0), exact: true };
  }
  const { rows } = await sql<{ value: number }>`select count(*) as value from
    (select from items i where ${allOf(conditions)} limit ${filteredTo + 1}) found`.execute(db);
  const value = rows[0]?.value ?? 0;
  return { value: Math.min(value, filteredTo), exact: value <= filteredTo };
}

function positionOf(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const [at, seq] = readCursor(cursor, ['number', 'number']);
  return { at: new Date(Number(at)), seq: Number(seq) };
}

async function exportAll(context: Context, filters: ItemFilters): Promise<SearchExport> {
  const query = compileQuery(filters.q);
  const conditions = query.nothing ? [] : await conditionsOf(context.db, filters, query);
  const total = query.nothing ? 0 : await exactTotal(context, query, conditions);
  return { total, problems: query.problems, items: query.nothing ? none() : everyItem(context, query, conditions) };
}

async function* none(): AsyncIterable<Item> {
  yield* [];
}

async function exactTotal(context: Context, query: CompiledQuery, conditions: readonly Condition[]): Promise<number> {
  if (query.exact) {
    const { rows } = await sql<{ value: number }>`select count(*) as value from items i
      where ${allOf(selection(query, conditions))}`.execute(context.db);
    return rows[0]?.value ?? 0;
  }
  let total = 0;
  for await (const items of batches(context, query, conditions)) total += items.length;
  return total;
}

async function* everyItem(
  context: Context,
  query: CompiledQuery,
  conditions: readonly Condition[],
): AsyncIterable<Item> {
  for await (const items of batches(context, query, conditions)) for (const { item } of items) yield item;
}

/** Everything that a query finds, newest first; Items that arrive meanwhile are not among them. */
async function* batches(
  context: Context,
  query: CompiledQuery,
  conditions: readonly Condition[],
): AsyncIterable<readonly FoundItem[]> {
  let after: Position | undefined;
  do {
    const { items, next } = await readItems(context, query, conditions, { after, limit: exportedAtOnce });
    yield items.slice(0, exportedAtOnce);
    after = next;
  } while (after !== undefined);
}
