import type { AlertState, RouteQueryInput, Routes, Severity } from '@vedette/contract';

/** What the queue shows and in which order, as the address of the screen says it. */
export interface AlertFilters {
  readonly state: AlertState;
  readonly severity: Severity | undefined;
  readonly watchlist: string | undefined;
  readonly rule: string | undefined;
  readonly source: string | undefined;
  readonly lang: string | undefined;
  readonly order: 'priority' | 'newest';
}

export const alertStates: readonly AlertState[] = ['open', 'escalated', 'decided'];
export const severityOrder: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
export const alertOrders: readonly AlertFilters['order'][] = ['priority', 'newest'];

type Search = Readonly<Partial<Record<keyof AlertFilters, string>>>;

/**
 * Reads the filters of an address; what is no value of a filter counts as not set.
 * @example filtersOf({ severity: 'high' }).state // 'open'
 */
export function filtersOf(search: Search): AlertFilters {
  return {
    state: alertStates.find((state) => state === search.state) ?? 'open',
    severity: severityOrder.find((severity) => severity === search.severity),
    watchlist: search.watchlist,
    rule: search.rule,
    source: search.source,
    lang: search.lang,
    order: alertOrders.find((order) => order === search.order) ?? 'priority',
  };
}

/** The filters as the API takes them. */
export function queryOf(filters: AlertFilters): NonNullable<RouteQueryInput<Routes['listAlerts']>> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** How many filters narrow the list; state and order are not counted, they always have a value. */
export function filtersSet(filters: AlertFilters): number {
  const { severity, watchlist, rule, source, lang } = filters;
  return [severity, watchlist, rule, source, lang].filter((value) => value !== undefined).length;
}
