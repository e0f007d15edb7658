import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Alert, Decision, Verdict } from '@vedette/contract';
import { useCallback } from 'react';
import { ApiError, call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { useToast } from '../../ui/toast.js';
import { changeAlerts, stateAfter, withDecision } from './queue-pages.js';

/** How many decisions are taken back at a time: fast enough for five hundred within their ten seconds. */
const atOnce = 6;

/** What a decision makes old beside the queue, which changes its rows itself. */
function refreshBeside(client: QueryClient): void {
  for (const name of ['getAlert', 'getItem', 'listDecisions', 'status'] as const)
    void client.invalidateQueries({ queryKey: keyOf(name) });
}

/** Takes decisions back, puts their alerts into the list again, and says how it went. */
export function useTakeBack(onBack: (alert: string) => void): (decisions: readonly Decision[]) => void {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const { mutate } = useMutation({
    mutationFn: takeBack,
    onSuccess: ({ undone, problem }, decisions) => {
      changeAlerts(
        client,
        new Map(undone.map((decision) => [decision.alert, (alert: Alert) => withDecision(alert, decision)])),
      );
      const [first] = undone;
      if (first !== undefined) onBack(first.alert);
      toast.show({
        text:
          problem === undefined
            ? undone.length === 1
              ? t('item.undone')
              : t('alerts.bulkUndone', { count: undone.length })
            : decisions.length === 1
              ? t('item.undoFailed', { message: problem })
              : t('alerts.bulkUndoPartly', { undone: undone.length, total: decisions.length, message: problem }),
      });
    },
    onSettled: () => refreshBeside(client),
  });
  return mutate;
}

async function takeBack(
  decisions: readonly Decision[],
): Promise<{ readonly undone: readonly Decision[]; readonly problem: string | undefined }> {
  const undone: Decision[] = [];
  let problem: string | undefined;
  for (let start = 0; start < decisions.length; start += atOnce) {
    const answers = await Promise.allSettled(
      decisions.slice(start, start + atOnce).map(({ id }) => call('undoDecision', { params: { id } })),
    );
    for (const answer of answers) {
      if (answer.status === 'fulfilled') undone.push(answer.value);
      else problem ??= answer.reason instanceof Error ? answer.reason.message : String(answer.reason);
    }
  }
  return { undone, problem };
}

interface Verdicting {
  readonly alert: Alert;
  readonly verdict: Verdict;
  readonly reason: string;
}

/**
 * Decides alerts of the queue without waiting: the row goes at once, comes back if the server refuses, and can be
 * taken back for ten seconds.
 */
export function useVerdicts(onBack: (alert: string) => void): (verdicting: Verdicting) => void {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const undo = useTakeBack(onBack);
  const change = useCallback(
    (id: string, how: (alert: Alert) => Alert) => changeAlerts(client, new Map([[id, how]])),
    [client],
  );
  const { mutate } = useMutation({
    mutationFn: ({ alert, verdict, reason }: Verdicting) =>
      call('decide', { params: { id: alert.id }, body: { verdict, ...(reason === '' ? {} : { reason }) } }),
    onMutate: ({ alert, verdict }) => change(alert.id, (before) => ({ ...before, state: stateAfter(verdict) })),
    onSuccess: (decision) => {
      change(decision.alert, (alert) => withDecision(alert, decision));
      toast.show({
        text: t('item.decidedToast', { verdict: t(`terms.verdict-${decision.verdict}`), count: decision.copies }),
        undo: () => undo([decision]),
      });
    },
    onError: (error, { alert }) => {
      if (error instanceof ApiError && error.code === 'conflict') {
        // The colleague's decision stands, so the row stays away.
        change(alert.id, (before) => ({ ...before, state: 'decided' }));
        toast.show({ text: t('item.colleagueFirst') });
        return;
      }
      change(alert.id, () => alert);
      toast.show({ text: t('alerts.decideFailed', { message: error.message }) });
    },
    onSettled: () => refreshBeside(client),
  });
  return mutate;
}

/** Decides many at once; `undo` of the toast takes all of them back. */
export function useBulkVerdict(onBack: (alert: string) => void) {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const undo = useTakeBack(onBack);
  return useMutation({
    mutationFn: (given: { readonly alerts: readonly string[]; readonly verdict: Verdict; readonly reason: string }) =>
      call('decideBulk', {
        body: {
          alerts: [...given.alerts],
          verdict: given.verdict,
          ...(given.reason === '' ? {} : { reason: given.reason }),
        },
      }),
    onSuccess: ({ decisions, alreadyDecided }, { verdict }) => {
      changeAlerts(
        client,
        new Map([
          ...decisions.map((decision) => [decision.alert, (alert: Alert) => withDecision(alert, decision)] as const),
          ...alreadyDecided.map((id) => [id, (alert: Alert): Alert => ({ ...alert, state: 'decided' })] as const),
        ]),
      );
      const done = t('alerts.bulkDone', { verdict: t(`terms.verdict-${verdict}`), count: decisions.length });
      toast.show({
        text: alreadyDecided.length === 0 ? done : done + t('alerts.bulkDoneAlready', { count: alreadyDecided.length }),
        ...(decisions.length === 0 ? {} : { undo: () => undo(decisions) }),
      });
    },
    onSettled: () => refreshBeside(client),
  });
}
