import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { LiveEvent, RouteName } from '@vedette/contract';
import { createContext, use, useEffect, useRef, useSyncExternalStore } from 'react';
import { LiveChannel, type ChannelState } from './live-channel.js';
import { keyOf } from './queries.js';

const channel = new LiveChannel();
const LiveContext = createContext(channel);

/** Which lists an event makes old. Items have none: Live and Press hold them behind a counter of their own. */
const stale: Readonly<Record<Exclude<LiveEvent['type'], 'reset'>, readonly RouteName[]>> = {
  item: [],
  alert: ['listAlerts', 'status'],
  decision: ['listAlerts', 'getAlert', 'getItem', 'listDecisions', 'status'],
  source: ['listSources', 'status'],
  viewing: [],
};

/** Keeps queries fresh from the live channel, at most once a second, while the caller is on the page. */
export function useLiveQueries(): void {
  const client = useQueryClient();
  const live = use(LiveContext);
  useEffect(() => {
    live.start();
    const stop = keepFresh(client, live);
    return () => {
      stop();
      live.pause();
    };
  }, [client, live]);
}

function keepFresh(client: QueryClient, live: LiveChannel): () => void {
  const due = new Set<RouteName>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const name of due) void client.invalidateQueries({ queryKey: keyOf(name) });
    due.clear();
  };
  const stop = live.listen((event) => {
    if (event.type === 'reset') {
      void client.invalidateQueries();
      return;
    }
    for (const name of stale[event.type]) due.add(name);
    if (due.size > 0) timer ??= setTimeout(flush, 1000);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/**
 * Calls `handler` for every event of one type while the component is shown.
 * @example useLiveEvent('item', ({ item, columns }) => hold(item, columns))
 */
export function useLiveEvent<T extends LiveEvent['type']>(
  type: T,
  handler: (event: Extract<LiveEvent, { type: T }>) => void,
): void {
  const live = use(LiveContext);
  const current = useRef(handler);
  useEffect(() => {
    current.current = handler;
  });
  useEffect(
    () =>
      live.listen((event) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type has just been compared
        if (event.type === type) current.current(event as Extract<LiveEvent, { type: T }>);
      }),
    [live, type],
  );
}

/** Whether the page hears what happens now. */
export function useChannelState(): ChannelState {
  const live = use(LiveContext);
  return useSyncExternalStore(
    (watcher) => live.watchState(watcher),
    () => live.state,
  );
}
