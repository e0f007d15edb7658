import { routes } from '@vedette/contract';
import type { Store } from '@vedette/store';
import { actorOf } from '../../caller.js';
import { handle, type HandledRoute } from '../../http/handle.js';
import type { DemoService } from './demo.js';

export interface SystemRoutesOptions {
  readonly store: Pick<Store, 'engine' | 'settings' | 'items' | 'alerts' | 'sources' | 'quarantine' | 'demo'>;
  readonly demo: DemoService;
  readonly version: string;
}

export function systemRoutes({ store, demo, version }: SystemRoutesOptions): readonly HandledRoute[] {
  return [
    handle(routes.status, async () => {
      const [present, empty, items, openAlerts, sources, quarantined] = await Promise.all([
        store.demo.present(),
        store.demo.empty(),
        store.items.count(),
        store.alerts.openCount(),
        store.sources.tally(),
        store.quarantine.count(),
      ]);
      return { version, database: store.engine, demo: present, empty, items, openAlerts, sources, quarantined };
    }),
    handle(routes.getSettings, async () => store.settings.team()),
    handle(routes.saveSettings, async ({ body, caller }) => store.settings.saveTeam(body, actorOf(caller))),
    handle(routes.loadDemo, async ({ caller }) => {
      const loaded = await demo.load(actorOf(caller));
      if (caller.kind === 'person') await demo.begin(caller.person.id);
      return loaded;
    }),
    handle(routes.removeDemo, async ({ caller }) => demo.remove(actorOf(caller))),
  ];
}
