import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Alert, Decision, RouteResponse, Routes } from '@vedette/contract';
import type { AlertFilters } from './filters.js';

export type QueuePages = InfiniteData<RouteResponse<Routes['listAlerts']>>;
export type AlertChange = (alert: Alert) => Alert;

const queues = 'alertQueue';

/** The cache key of one queue. It is not that of `listAlerts`: nothing but its own hook may make its rows jump. */
export function queueKey(filters: AlertFilters) {
  return [queues, filters] as const;
}

/** Changes alerts in every queue that is kept, each in its place. */
export function changeAlerts(client: QueryClient, changes: ReadonlyMap<string, AlertChange>): void {
  client.setQueriesData<QueuePages>({ queryKey: [queues] }, (pages) =>
    pages === undefined
      ? pages
      : {
          ...pages,
          pages: pages.pages.map((page) =>
            page.rows.some((alert) => changes.has(alert.id))
              ? { ...page, rows: page.rows.map((alert) => changes.get(alert.id)?.(alert) ?? alert) }
              : page,
          ),
        },
  );
}

/** An alert once somebody decided it, or took the decision back. */
export function withDecision(alert: Alert, decision: Decision): Alert {
  const { decision: _, ...open } = alert;
  if (decision.undoneAt !== undefined) return { ...open, state: 'open' };
  return { ...open, state: stateAfter(decision.verdict), decision };
}

export function stateAfter(verdict: Decision['verdict']): Alert['state'] {
  return verdict === 'escalated' ? 'escalated' : 'decided';
}

/** All loaded alerts in order; one that moved between pages while they were loaded counts once. */
export function loadedAlerts(pages: QueuePages | undefined): readonly Alert[] {
  const found = new Map<string, Alert>();
  for (const page of pages?.pages ?? []) for (const alert of page.rows) found.set(alert.id, alert);
  return [...found.values()];
}

/**
 * The alerts on either side of one, in the queue that was looked at last.
 * @returns undefined where there is none, or no queue was looked at
 */
export function neighboursOf(
  client: QueryClient,
  id: string,
): { readonly previous: string | undefined; readonly next: string | undefined } {
  const newest = client
    .getQueryCache()
    .findAll({ queryKey: [queues] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)[0];
  const pages = newest === undefined ? undefined : client.getQueryData<QueuePages>(newest.queryKey);
  const alerts = loadedAlerts(pages);
  const index = alerts.findIndex((alert) => alert.id === id);
  if (index < 0) return { previous: undefined, next: alerts.find(waiting)?.id };
  return {
    previous: alerts.slice(0, index).findLast(waiting)?.id,
    next: alerts.slice(index + 1).find(waiting)?.id,
  };
}

function waiting(alert: Alert): boolean {
  return alert.state !== 'decided';
}
