import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RouteBodyInput, Routes, WatchedSource } from '@vedette/contract';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';

type Change = RouteBodyInput<Routes['changeSource']>;

/** Changes a watched source, and asks it again now; both show in the list at once. */
export function useChangeSource(source: WatchedSource) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keyOf('listSources') });
  const change = useMutation({
    mutationFn: (body: Change) => call('changeSource', { params: { id: source.id }, body }),
    onSettled,
  });
  const poll = useMutation({ mutationFn: () => call('pollSource', { params: { id: source.id } }), onSettled });
  return { change, poll };
}
