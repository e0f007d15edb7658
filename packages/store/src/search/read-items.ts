import type { Item, Span } from '@vedette/contract';
import { sql } from 'kysely';
import type { Context, Reader } from '../context.js';
import { type Condition, findCandidates, type Position } from './candidates.js';
import type { CompiledQuery } from './compiled-query.js';
import { readStored } from '../stored-json.js';

/** An Item that a query finds. */
export interface FoundItem {
  readonly seq: number;
  readonly sort_at: Date;
  readonly received_at: Date;
  readonly demo: boolean;
  readonly origin: number;
  readonly lang: string | null;
  readonly kind: string;
  readonly summary: string;
  readonly spans: readonly Span[];
  readonly item: Item;
}

/** Items that the index cannot decide are read and matched: at most this many a call, and at least some, however slow. */
const readAtMost = 5000;
const readAtLeast = 500;
/** Between the two, reading stops after this many milliseconds, so that a page never takes long. */
const readMs = 250;
/** Small enough that matching them never holds up anything else for long. */
const readAtOnce = 50;

export interface ReadResult {
  readonly items: FoundItem[];
  /** how many were looked at */
  readonly scanned: number;
  /** whether everything that comes into question was looked at */
  readonly complete: boolean;
  /** where the next page goes on; undefined at the end */
  readonly next: Position | undefined;
  /** how many the index finds, as far as it was counted */
  readonly total: number | undefined;
}

interface Row extends Omit<FoundItem, 'spans' | 'item'> {
  readonly item: string;
}

async function load(db: Reader, seqs: readonly number[]): Promise<Map<number, Row>> {
  if (seqs.length === 0) return new Map();
  const { rows } =
    await sql<Row>`select i.seq, i.sort_at, i.received_at, i.demo, i.origin, i.lang, i.kind, b.summary, b.item
    from items i join bodies b using (seq) where i.seq in (${sql.join(seqs.map((seq) => sql.lit(seq)))})`.execute(db);
  return new Map(rows.map((row) => [row.seq, row]));
}

/**
 * Reads the Items that a query finds, newest first, each matched as the watchlists match: that gives the places to mark,
 * and decides where the index cannot.
 * @param whole look at `readAtMost` Items even when `limit` is reached (facets of a query that is matched one by one)
 */
export async function readItems(
  context: Context,
  query: CompiledQuery,
  conditions: readonly Condition[],
  request: { readonly after: Position | undefined; readonly limit: number; readonly whole?: boolean },
): Promise<ReadResult> {
  const { index, exact, find } = query;
  const items: FoundItem[] = [];
  if (index === false) return { items, scanned: 0, complete: true, next: undefined, total: 0 };
  const most = exact ? request.limit + 1 : readAtMost;
  const { rows, total } = await findCandidates(context, index, conditions, request.after, most);
  const started = performance.now();
  let scanned = 0;
  let next: Position | undefined;
  for (let from = 0; from < rows.length; from += readAtOnce) {
    const part = rows.slice(from, from + readAtOnce);
    const loaded = await load(
      context.db,
      part.map(({ seq }) => seq),
    );
    for (const { seq } of part) {
      scanned += 1;
      const row = loaded.get(seq);
      if (row === undefined) continue;
      const item = readStored<Item>(row.item);
      const spans = find?.(item);
      if (find !== undefined && spans === undefined) continue;
      if (items.length === request.limit) next ??= position(items.at(-1));
      items.push({ ...row, item, spans: spans ?? [] });
    }
    if (items.length > request.limit && request.whole !== true) break;
    if (!exact && scanned >= readAtLeast && performance.now() - started > readMs) break;
  }
  const complete = scanned === rows.length && (exact || rows.length < readAtMost);
  const last = rows[scanned - 1];
  // The bound was reached before the page was full: the next page goes on behind what was looked at.
  if (next === undefined && !exact && !complete && last !== undefined) next = { at: last.sort_at, seq: last.seq };
  return { items, scanned, complete, next, total };
}

function position(item: FoundItem | undefined): Position | undefined {
  return item === undefined ? undefined : { at: item.sort_at, seq: item.seq };
}
