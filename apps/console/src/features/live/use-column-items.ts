import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { ItemSummary, RouteResponse, Routes } from '@vedette/contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../api/call.js';
import { useLiveEvent } from '../../api/use-live.js';
import type { LiveColumn } from './use-columns.js';

const pageLength = 50;
/** Arrivals are drawn together, so that a burst does not make the column flicker. */
const together = 500;
/** How many arrivals are kept; where more came, the column is asked for afresh. */
const mostKept = 300;

interface Arrivals {
  /** shown on top of what was loaded, newest first */
  readonly shown: readonly ItemSummary[];
  /** held back, newest first, at most `mostKept` of them */
  readonly held: readonly ItemSummary[];
  /** how many are held back, kept or not */
  readonly count: number;
}

const none: Arrivals = { shown: [], held: [], count: 0 };

/**
 * The Items of one column: what the store had, and on top what arrives. While `following` is false, or something is
 * held already, arrivals are counted instead of shown.
 */
export function useColumnItems(column: LiveColumn, following: boolean) {
  const client = useQueryClient();
  const queryKey = ['columnItems', column.id, column.query];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call('search', {
        query: { q: column.query, limit: pageLength, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // Comparing ten thousand rows deeply at each change would cost more than drawing the few in sight.
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const [arrivals, setArrivals] = useState<Arrivals>(none);
  useArrivals(column.id, (items) => setArrivals((before) => withArrivals(before, items, following)));
  const pages = query.data?.pages;
  const items = useMemo(
    () => once([...arrivals.shown, ...(pages ?? []).flatMap(({ rows }) => rows)]),
    [arrivals.shown, pages],
  );
  /** Shows what is held back; gives the id of the row that is then first. */
  const release = (): string | undefined => {
    if (arrivals.count <= mostKept) {
      setArrivals({ shown: [...arrivals.held, ...arrivals.shown], held: [], count: 0 });
      return (arrivals.held[0] ?? items[0])?.id;
    }
    setArrivals(none);
    client.setQueryData<InfiniteData<RouteResponse<Routes['search']>>>(queryKey, (data) =>
      data === undefined ? data : { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    );
    void query.refetch();
    return undefined;
  };
  const first = pages?.[0];
  return {
    items,
    held: arrivals.count,
    release,
    query,
    total: first === undefined ? undefined : { ...first.total, value: first.total.value + arrivals.shown.length },
  };
}

/** Adds what came, newest first, to what is shown or to what is held back. */
export function withArrivals(before: Arrivals, items: readonly ItemSummary[], following: boolean): Arrivals {
  if (following && before.count === 0)
    return { ...before, shown: once([...items, ...before.shown]).slice(0, mostKept) };
  const held = once([...items, ...before.held]);
  return { ...before, held: held.slice(0, mostKept), count: before.count + held.length - before.held.length };
}

function once(items: readonly ItemSummary[]): readonly ItemSummary[] {
  return [...new Map(items.map((item) => [item.id, item] as const)).values()];
}

/** Calls `add` with what arrived for a column, newest first, at most twice a second. */
function useArrivals(column: string, add: (items: readonly ItemSummary[]) => void): void {
  const waiting = useRef<ItemSummary[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvent('item', ({ item, columns }) => {
    if (!columns.includes(column)) return;
    waiting.current.unshift(item);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const items = waiting.current;
      waiting.current = [];
      latest.current(items);
    }, together);
  });
}
