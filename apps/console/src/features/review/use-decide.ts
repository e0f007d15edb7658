import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Alert, Verdict } from '@vedette/contract';
import { ApiError, call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { useToast } from '../../ui/toast.js';

/** Everything that a decision or its undoing makes old. */
function refreshAfterDecision(client: QueryClient): Promise<unknown> {
  const names = ['listAlerts', 'getAlert', 'getItem', 'listDecisions', 'status'] as const;
  return Promise.all(names.map((name) => client.invalidateQueries({ queryKey: keyOf(name) })));
}

/** Takes decisions back, one after the other, and says so. */
function useUndo(): (decisions: readonly string[]) => void {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const { mutate } = useMutation({
    mutationFn: async (decisions: readonly string[]) => {
      for (const id of decisions) await call('undoDecision', { params: { id } });
    },
    onSuccess: () => toast.show({ text: t('item.undone') }),
    onError: (error) => toast.show({ text: t('item.undoFailed', { message: error.message }) }),
    onSettled: () => refreshAfterDecision(client),
  });
  return mutate;
}

export interface Verdicting {
  readonly alert: Pick<Alert, 'id'>;
  readonly verdict: Verdict;
  readonly reason?: string;
}

/**
 * Decides alerts one at a time, shows a toast that takes it back for ten seconds, and refreshes what changed.
 * @example const { decide } = useDecide(); decide({ alert, verdict: 'protected' }, next)
 */
export function useDecide() {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const undo = useUndo();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ alert, verdict, reason }: Verdicting) =>
      call('decide', {
        params: { id: alert.id },
        body: { verdict, ...(reason === undefined || reason === '' ? {} : { reason }) },
      }),
    onSuccess: (decision) => {
      const verdict = t(`terms.verdict-${decision.verdict}`);
      toast.show({
        text: t('item.decidedToast', { verdict, count: decision.copies }),
        undo: () => undo([decision.id]),
      });
    },
    onError: (cause) => {
      if (cause instanceof ApiError && cause.code === 'conflict') toast.show({ text: t('item.colleagueFirst') });
    },
    onSettled: () => refreshAfterDecision(client),
  });
  return {
    decide: (verdicting: Verdicting, then?: () => void) =>
      mutate(verdicting, then === undefined ? {} : { onSuccess: then }),
    isPending,
    error: error instanceof ApiError && error.code === 'conflict' ? null : error,
  };
}
