import type { AlertState } from '@vedette/contract';

/** What can happen to an alert. An undo puts back what was before; it is not in the table. */
export type AlertEvent = 'decide' | 'escalate' | 'caught-higher';

/** State, event, next state; what is missing cannot happen. */
const transitions: Readonly<Record<AlertState, Partial<Record<AlertEvent, AlertState>>>> = {
  open: { decide: 'decided', escalate: 'escalated' },
  escalated: { decide: 'decided' },
  decided: { 'caught-higher': 'open' },
};

/** The state after an event, or undefined where the event cannot happen in this state. */
export function nextState(state: AlertState, event: AlertEvent): AlertState | undefined {
  return transitions[state][event];
}
