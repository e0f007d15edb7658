import type { Alert, Decision } from '@vedette/contract';
import { countBy, missing, pageOf, Refusal, type Handlers } from './answers.js';
import type { Session } from './session-handlers.js';
import type { World } from './world.js';

/** The queue and its decisions. */
export function alertHandlers(world: World, { me }: Session): Handlers {
  const decisions: Decision[] = [];
  const findAlert = (id: string): Alert => {
    const alert = world.alerts.find((each) => each.id === id);
    if (alert === undefined) throw missing(`alert ${id}`);
    return alert;
  };
  const replaceAlert = (alert: Alert): Alert => {
    world.alerts[world.alerts.findIndex((each) => each.id === alert.id)] = alert;
    return alert;
  };
  const decide = (alert: Alert, body: { verdict: Decision['verdict']; reason?: string | undefined }): Decision => {
    if (alert.state !== 'open') throw new Refusal(409, 'conflict', 'A colleague decided this first.');
    const decision: Decision = {
      id: `decision-${decisions.length}`,
      alert: alert.id,
      verdict: body.verdict,
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      by: { id: me.id, name: me.name },
      at: new Date().toISOString(),
      undoUntil: new Date(Date.now() + 10_000).toISOString(),
      copies: alert.copies,
    };
    decisions.unshift(decision);
    replaceAlert({ ...alert, state: body.verdict === 'escalated' ? 'escalated' : 'decided', decision });
    return decision;
  };
  return {
    listAlerts: ({ query }) => {
      const asked = query;
      const wanted = world.alerts.filter(
        (alert) =>
          alert.state === asked.state &&
          (asked.severity === undefined || alert.severity === asked.severity) &&
          (asked.lang === undefined || alert.lead.lang === asked.lang) &&
          (asked.watchlist === undefined || alert.rules.some(({ watchlist }) => watchlist === asked.watchlist)) &&
          (asked.rule === undefined || alert.rules.some(({ rule }) => rule === asked.rule)) &&
          (asked.source === undefined || alert.lead.source.id === asked.source),
      );
      wanted.sort((a, b) =>
        asked.order === 'priority' ? b.priority.score - a.priority.score : b.firstAt.localeCompare(a.firstAt),
      );
      return pageOf(wanted, asked);
    },
    getAlert: ({ params }) => findAlert(params.id),
    viewAlert: ({ params }) => ({ viewers: findAlert(params.id).viewers }),
    decide: ({ params, body }) => decide(findAlert(params.id), body),
    previewBulk: ({ body }) => {
      const alerts = body.alerts.map(findAlert);
      const open = alerts.filter((alert) => alert.state === 'open');
      return {
        alerts: open.length,
        items: open.reduce((sum, alert) => sum + alert.copies, 0),
        alreadyDecided: alerts.length - open.length,
        severities: Object.fromEntries(
          countBy(open, (alert) => alert.severity).map(({ value, count }) => [value, count]),
        ),
      };
    },
    decideBulk: ({ body }) => {
      const { alerts, ...decision } = body;
      const open = alerts.map(findAlert).filter((alert) => alert.state === 'open');
      return {
        decisions: open.map((alert) => decide(alert, decision)),
        alreadyDecided: alerts.filter((id) => !open.some((alert) => alert.id === id)),
      };
    },
    undoDecision: ({ params }) => {
      const index = decisions.findIndex((each) => each.id === params.id);
      const old = decisions[index];
      if (old === undefined) throw missing('such decision');
      const decision = { ...old, undoneAt: new Date().toISOString() };
      decisions[index] = decision;
      const { decision: _, ...alert } = findAlert(old.alert);
      replaceAlert({ ...alert, state: 'open' });
      return decision;
    },
    listDecisions: ({ query }) => pageOf(decisions, query),
  };
}
