import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../api/call.js';
import { routeQuery } from '../../api/queries.js';
import { filtersOfSearch, type SearchAddress } from './search-address.js';

const pageLength = 100;

/** What a search finds, page by page, and beside it the facets and the timeline, which are counted once. */
export function useResults(address: SearchAddress) {
  const filters = filtersOfSearch(address);
  const pages = useInfiniteQuery({
    queryKey: ['searchResults', filters],
    queryFn: ({ pageParam, signal }) =>
      call('search', {
        query: { ...filters, limit: pageLength, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // Comparing ten thousand rows deeply at each change would cost more than drawing the few in sight.
    structuralSharing: false,
    refetchOnWindowFocus: false,
  });
  const counts = useQuery({
    ...routeQuery('search', { query: { ...filters, limit: 1, facets: 'true' } }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
  const items = useMemo(() => pages.data?.pages.flatMap(({ rows }) => rows) ?? [], [pages.data]);
  return { pages, items, first: pages.data?.pages[0], facets: counts.data?.facets, timeline: counts.data?.timeline };
}
