import type {
  ErrorCode,
  Route,
  RouteBody,
  RouteName,
  RouteParams,
  RouteQuery,
  RouteResponse,
  Routes,
} from '@vedette/contract';

/** What the invented world refuses, as the server would. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export function missing(what: string): Refusal {
  return new Refusal(404, 'not-found', `There is no ${what}.`);
}

/** A call of one route, its parts already read by the contract's schemas. */
export interface Asked<R extends Route> {
  readonly params: RouteParams<R>;
  readonly query: RouteQuery<R>;
  readonly body: RouteBody<R>;
}

/** One handler a route; those that stream give the content type and the whole text. */
export type Handlers = {
  readonly [N in RouteName]?: (
    asked: Asked<Routes[N]>,
  ) => Routes[N] extends { stream: string } ? readonly [string, string] : RouteResponse<Routes[N]>;
};

/** A change without the fields that were not given. */
export function given<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly the entries of `change` that have a value
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Takes out the one with this id; nothing happens where there is none. */
export function takeOut(rows: { readonly id: string }[], id: string): undefined {
  const index = rows.findIndex((row) => row.id === id);
  if (index >= 0) rows.splice(index, 1);
}

export interface Paging {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export function pageOf<T>(rows: readonly T[], { cursor, limit }: Paging) {
  const start = Number(cursor ?? 0);
  const end = start + limit;
  return {
    rows: rows.slice(start, end),
    ...(end < rows.length ? { next: String(end) } : {}),
    total: { value: rows.length, exact: true },
  };
}

export function mapPage<T, U>(page: ReturnType<typeof pageOf<T>>, change: (row: T) => U) {
  return { ...page, rows: page.rows.map(change) };
}

export function countBy<T>(
  rows: readonly T[],
  valueOf: (row: T) => string | undefined,
  labelOf?: (row: T) => string | undefined,
) {
  const counts = new Map<string, { value: string; label?: string; count: number }>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value === undefined) continue;
    const label = labelOf?.(row);
    const known = counts.get(value) ?? { value, ...(label === undefined ? {} : { label }), count: 0 };
    counts.set(value, { ...known, count: known.count + 1 });
  }
  return [...counts.values()];
}

/** The one mistake that the invented world knows: a quotation mark without its partner. */
export function problemsOf(query: string) {
  const quotes = query.split('"').length - 1;
  if (quotes % 2 === 0) return [];
  const start = query.lastIndexOf('"');
  return [{ start, end: query.length, message: 'This quotation mark is not closed.', repair: `${query}"` }];
}
