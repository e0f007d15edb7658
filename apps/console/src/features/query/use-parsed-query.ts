import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ParsedQuery } from '@vedette/contract';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';

/** How long typing must rest before the server is asked. */
const rest = 180;
const nothing: ParsedQuery = { chips: [], problems: [] };

export interface LiveParse {
  readonly parsed: ParsedQuery;
  /** whether `parsed` is that of the text as it stands now, so that its places are true */
  readonly current: boolean;
  readonly error: Error | null;
}

/**
 * What the server reads in a query, as it is typed.
 * @example const { parsed, current } = useParsedQuery('"grey gate" OR')
 */
export function useParsedQuery(query: string): LiveParse {
  const settled = useSettled(query);
  const asked = settled.trim() !== '';
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: keyOf('parseQuery', { query: settled }),
    queryFn: ({ signal }) => call('parseQuery', { body: { query: settled }, signal }),
    enabled: asked && settled.length <= 4000,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return {
    parsed: asked ? (data ?? nothing) : nothing,
    current: settled === query && !isPlaceholderData,
    error: asked ? error : null,
  };
}

/** The value once it has not changed for a moment; at once where it is empty. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : rest);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
