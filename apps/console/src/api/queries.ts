import {
  infiniteQueryOptions,
  QueryClient,
  queryOptions,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query';
import type { RouteName, RouteResponse, Routes } from '@vedette/contract';
import { ApiError, call, type CallInput } from './call.js';

type GetName = { [N in RouteName]: Routes[N]['method'] extends 'GET' ? N : never }[RouteName];
type PagedName = {
  [N in GetName]: RouteResponse<Routes[N]> extends { rows: unknown[]; next?: string | undefined; total: unknown }
    ? N
    : never;
}[GetName];
type AnyCall = (name: RouteName, input: object) => Promise<never>;
// `call` is typed by its route; here the route is still a type parameter, which its conditional types cannot see through.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see the line above
const callAny = call as AnyCall;

/** The cache key of a route: `[name]` alone matches every call of it, for invalidation. */
export function keyOf(name: RouteName, input?: object): QueryKey {
  return input === undefined ? [name] : [name, input];
}

/**
 * Options for `useQuery` of one GET route.
 * @example useQuery(routeQuery('getItem', { params: { id } }))
 */
export function routeQuery<N extends GetName>(name: N, input?: CallInput<Routes[N]>) {
  return queryOptions<RouteResponse<Routes[N]>>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => callAny(name, { ...input, signal }),
  });
}

/**
 * Options for `useInfiniteQuery` of one paged GET route, following `next`.
 * @example useInfiniteQuery(routePages('listAlerts', { query: { state: 'open' } }))
 */
export function routePages<N extends PagedName>(name: N, input?: CallInput<Routes[N]>) {
  const query = input !== undefined && 'query' in input ? input.query : undefined;
  type Page = RouteResponse<Routes[N]>;
  return infiniteQueryOptions<Page, Error, InfiniteData<Page, string | undefined>, QueryKey, string | undefined>({
    queryKey: [...keyOf(name, input ?? {}), 'pages'],
    queryFn: ({ signal, pageParam }) => callAny(name, { ...input, query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined,
    getNextPageParam: (page) => nextOf(page),
  });
}

function nextOf(page: unknown): string | undefined {
  return typeof page === 'object' && page !== null && 'next' in page && typeof page.next === 'string'
    ? page.next
    : undefined;
}

/** Who is signed in. The whole page waits for it, so that no component that goes away may cancel it. */
export const meQuery = queryOptions({ queryKey: keyOf('me'), queryFn: () => call('me'), staleTime: Infinity });

/** One cache for the page. What the caller did wrong is not tried again; what the network did is, twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.retryable,
      },
    },
  });
}
