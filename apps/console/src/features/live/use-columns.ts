import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RouteBodyInput, RouteResponse, Routes } from '@vedette/contract';
import { call } from '../../api/call.js';
import { keyOf, routeQuery } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { useToast } from '../../ui/toast.js';

export type LiveColumn = RouteResponse<Routes['listColumns']>['rows'][number];
export type NewColumn = RouteBodyInput<Routes['addColumn']>;
type ColumnChange = RouteBodyInput<Routes['changeColumn']>;

const minute = 60_000;

/** The person's own columns in order; their volume is asked for again each minute. */
export function useColumns() {
  return useQuery({ ...routeQuery('listColumns'), refetchInterval: minute });
}

/** What can be done with columns. Each change asks for the columns again, as moving one moves others. */
export function useColumnChanges() {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const refresh = () => client.invalidateQueries({ queryKey: keyOf('listColumns') });
  const failed = (error: Error) => toast.show({ text: error.message });
  const add = useMutation({
    mutationFn: (column: NewColumn) => call('addColumn', { body: column }),
    onSuccess: refresh,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: ColumnChange & { readonly id: string }) =>
      call('changeColumn', { params: { id }, body }),
    onSettled: refresh,
  });
  const move = useMutation({
    mutationFn: ({ column, position }: { readonly column: LiveColumn; readonly position: number }) =>
      call('changeColumn', { params: { id: column.id }, body: { position } }),
    onSuccess: (moved) =>
      toast.show({
        text: t('live.moved', { title: titleOf(moved, t('live.everything')), number: moved.position + 1 }),
      }),
    onError: failed,
    onSettled: refresh,
  });
  const restore = useMutation({
    mutationFn: async ({ title, query, density, position }: LiveColumn) => {
      const { id } = await call('addColumn', { body: { title, query, density } });
      await call('changeColumn', { params: { id }, body: { position } });
    },
    onError: failed,
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (column: LiveColumn) => call('removeColumn', { params: { id: column.id } }),
    onSuccess: (_, column) =>
      toast.show({
        text: t('live.removed', { title: titleOf(column, t('live.everything')) }),
        undo: () => restore.mutate(column),
      }),
    onError: failed,
    onSettled: refresh,
  });
  return { add, change, move, remove };
}

/** What a column is called: its title, else its query, else that it shows everything. */
export function titleOf(column: Pick<LiveColumn, 'title' | 'query'>, everything: string): string {
  return [column.title, column.query].map((text) => text.trim()).find((text) => text !== '') ?? everything;
}
