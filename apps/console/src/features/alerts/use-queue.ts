import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { Alert } from '@vedette/contract';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../api/call.js';
import { useLiveEvent } from '../../api/use-live.js';
import { useMe } from '../../app/preferences.js';
import { queryOf, type AlertFilters } from './filters.js';
import {
  changeAlerts,
  loadedAlerts,
  queueKey,
  withDecision,
  type AlertChange,
  type QueuePages,
} from './queue-pages.js';

const pageLength = 200;
/** Live events are applied together, so that a burst of copies costs one drawing. */
const together = 400;

/** What colleagues decided since somebody last looked. */
export interface ColleaguesWork {
  readonly names: readonly string[];
  readonly count: number;
}

const noWork: ColleaguesWork = { names: [], count: 0 };

/**
 * The queue as a person works through it. Rows change in place and go when they are decided, but none comes or moves
 * by itself: new alerts are counted in `held` until `showNew`.
 */
export function useQueue(filters: AlertFilters) {
  const client = useQueryClient();
  const queryKey = queueKey(filters);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call('listAlerts', {
        query: { ...queryOf(filters), limit: pageLength, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // Comparing ten thousand rows deeply at each change would cost more than drawing the few in sight.
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const loaded = useMemo(() => loadedAlerts(query.data), [query.data]);
  const live = useQueueEvents(filters, loaded, query.hasNextPage);
  const first = query.data?.pages[0];
  const { clear } = live;
  const showNew = useCallback(async () => {
    clear();
    // Only the first page is asked for again; the others follow as somebody scrolls.
    client.setQueryData<QueuePages>(queryKey, (pages) =>
      pages === undefined ? pages : { pages: pages.pages.slice(0, 1), pageParams: pages.pageParams.slice(0, 1) },
    );
    await query.refetch();
  }, [clear, client, query, queryKey]);
  const gone = loaded.filter((alert) => alert.state !== filters.state).length;
  return {
    loaded,
    total: first === undefined ? undefined : { ...first.total, value: Math.max(0, first.total.value - gone) },
    query,
    held: live.held,
    work: live.work,
    forgetWork: live.forgetWork,
    showNew,
  };
}

function useQueueEvents(filters: AlertFilters, loaded: readonly Alert[], more: boolean) {
  const client = useQueryClient();
  const me = useMe()?.person.id;
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const [work, setWork] = useState<ColleaguesWork>(noWork);
  const known = useRef(new Map<string, Alert>());
  useEffect(() => {
    known.current = new Map(loaded.map((alert) => [alert.id, alert]));
  }, [loaded]);
  const apply = useTogether((changes) => changeAlerts(client, changes));

  useLiveEvent('alert', ({ alert }) => {
    if (known.current.has(alert.id)) {
      const viewers = alert.viewers.filter(({ id }) => id !== me);
      apply(alert.id, () => ({ ...alert, viewers }));
    } else if (fits(alert, filters) && belongsAbove(alert, loaded.at(-1), more, filters)) {
      setHeld((before) => new Set([...before, alert.id]));
    } else if (alert.state !== filters.state) {
      setHeld((before) => without(before, alert.id));
    }
  });
  useLiveEvent('decision', ({ decision }) => {
    setHeld((before) => without(before, decision.alert));
    const alert = known.current.get(decision.alert);
    if (alert === undefined) return;
    apply(alert.id, (before) => withDecision(before, decision));
    if (decision.by.id === me || decision.undoneAt !== undefined || alert.state !== filters.state) return;
    setWork(({ names, count }) => ({ names: [...new Set([...names, decision.by.name])], count: count + 1 }));
  });
  useLiveEvent('viewing', ({ alert, viewers }) => {
    if (known.current.has(alert))
      apply(alert, (before) => ({ ...before, viewers: viewers.filter(({ id }) => id !== me) }));
  });
  const clear = useCallback(() => {
    setHeld(new Set());
    setWork(noWork);
  }, []);
  const forgetWork = useCallback(() => setWork(noWork), []);
  return { held: held.size, work, clear, forgetWork };
}

/** Gathers changes for a moment; several of one alert are applied one after the other. */
function useTogether(flush: (changes: ReadonlyMap<string, AlertChange>) => void) {
  const waiting = useRef(new Map<string, AlertChange>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((id: string, change: AlertChange) => {
    const before = waiting.current.get(id);
    waiting.current.set(id, before === undefined ? change : (alert) => change(before(alert)));
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const changes = waiting.current;
      waiting.current = new Map();
      latest.current(changes);
    }, together);
  }, []);
}

function without(held: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return held.has(id) ? new Set([...held].filter((each) => each !== id)) : held;
}

/** Whether the filters would list this alert, as far as the alert itself tells: its copies may differ from its lead. */
function fits(alert: Alert, filters: AlertFilters): boolean {
  return (
    alert.state === filters.state &&
    (filters.severity === undefined || alert.severity === filters.severity) &&
    (filters.watchlist === undefined || alert.rules.some(({ watchlist }) => watchlist === filters.watchlist)) &&
    (filters.rule === undefined || alert.rules.some(({ rule }) => rule === filters.rule)) &&
    (filters.source === undefined || alert.lead.source.id === filters.source) &&
    (filters.lang === undefined || alert.lead.lang === filters.lang)
  );
}

/** Whether an alert that is not loaded is missing from what is shown, rather than further down. */
function belongsAbove(alert: Alert, last: Alert | undefined, more: boolean, filters: AlertFilters): boolean {
  if (!more || last === undefined) return true;
  return filters.order === 'priority' ? alert.priority.score >= last.priority.score : alert.lastAt >= last.lastAt;
}
