import type { Alert, Decision, LiveEvent } from '@vedette/contract';
import type { Actor, AlertRequest, BulkResult, DecisionInput, Page, Store } from '@vedette/store';
import { ServiceError } from '../../errors.js';
import type { Presence } from './presence.js';

export interface AlertsService {
  list(request: AlertRequest, caller: Actor): Promise<Page<Alert>>;
  get(id: string, caller: Actor): Promise<Alert>;
  /** Says that a person looks at an alert; gives the others who do. */
  look(id: string, person: Actor): Promise<Alert['viewers']>;
  decide(id: string, input: DecisionInput): Promise<Decision>;
  decideMany(ids: readonly string[], input: DecisionInput): Promise<BulkResult>;
  undo(decision: string, by: Actor): Promise<Decision>;
  /** Fills in who else looks. */
  withViewers(alert: Alert, caller: Actor): Alert;
  /** Forgets whoever left, and tells the live channel. */
  expireViewers(): void;
}

export interface AlertsServiceOptions {
  readonly store: Pick<Store, 'alerts' | 'decisions'>;
  readonly presence: Presence;
  readonly publish: (event: LiveEvent) => void;
}

/** The queue and its decisions. What changes is told to every open page. */
export function createAlertsService({ store, presence, publish }: AlertsServiceOptions): AlertsService {
  async function tell(decision: Decision): Promise<void> {
    publish({ type: 'decision', decision });
    const alert = await store.alerts.get(decision.alert);
    if (alert !== undefined) publish({ type: 'alert', alert: everyone(alert) });
  }

  function everyone(alert: Alert): Alert {
    return { ...alert, viewers: [...presence.viewers(alert.id)] };
  }

  function withViewers(alert: Alert, caller: Actor): Alert {
    return { ...alert, viewers: presence.viewers(alert.id).filter((viewer) => viewer.id !== caller.id) };
  }

  return {
    withViewers,
    async list(request, caller) {
      const page = await store.alerts.list(request);
      return { ...page, rows: page.rows.map((alert) => withViewers(alert, caller)) };
    },
    async get(id, caller) {
      const alert = await store.alerts.get(id);
      if (alert === undefined) throw missing();
      return withViewers(alert, caller);
    },
    async look(id, person) {
      if ((await store.alerts.get(id)) === undefined) throw missing();
      const before = presence.viewers(id).length;
      const viewers = presence.look(id, person);
      if (viewers.length !== before) publish({ type: 'viewing', alert: id, viewers: [...viewers] });
      return viewers.filter((viewer) => viewer.id !== person.id);
    },
    async decide(id, input) {
      const decision = await store.decisions.decide(id, input);
      await tell(decision);
      return decision;
    },
    async decideMany(ids, input) {
      const result = await store.decisions.decideMany([...new Set(ids)], input);
      for (const decision of result.decisions) await tell(decision);
      return result;
    },
    async undo(id, by) {
      const decision = await store.decisions.undo(id, by);
      await tell(decision);
      return decision;
    },
    expireViewers() {
      for (const alert of presence.expire()) {
        publish({ type: 'viewing', alert, viewers: [...presence.viewers(alert)] });
      }
    },
  };
}

function missing(): ServiceError {
  return new ServiceError('not-found', 'there is no such alert; it may have been removed');
}
