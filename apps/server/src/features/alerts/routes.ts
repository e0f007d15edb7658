import { routes } from '@vedette/contract';
import type { Store } from '@vedette/store';
import { actorOf, personOf } from '../../caller.js';
import { handle, type HandledRoute } from '../../http/handle.js';
import type { AlertsService } from './service.js';

export function alertRoutes(alerts: AlertsService, store: Pick<Store, 'decisions'>): readonly HandledRoute[] {
  return [
    handle(routes.listAlerts, async ({ query, caller }) => alerts.list(query, actorOf(caller))),
    handle(routes.getAlert, async ({ params, caller }) => alerts.get(params.id, actorOf(caller))),
    handle(routes.viewAlert, async ({ params, caller }) => {
      const { id, name } = personOf(caller);
      return { viewers: [...(await alerts.look(params.id, { id, name }))] };
    }),
    handle(routes.decide, async ({ params, body, caller }) =>
      alerts.decide(params.id, { ...body, by: actorOf(caller) }),
    ),
    handle(routes.previewBulk, async ({ body }) => store.decisions.preview(body.alerts)),
    handle(routes.decideBulk, async ({ body, caller }) => {
      const { alerts: ids, ...decision } = body;
      return alerts.decideMany(ids, { ...decision, by: actorOf(caller) });
    }),
    handle(routes.undoDecision, async ({ params, caller }) => alerts.undo(params.id, actorOf(caller))),
    handle(routes.listDecisions, async ({ query }) => store.decisions.list(query)),
  ];
}
