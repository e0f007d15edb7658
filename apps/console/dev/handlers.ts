import { alertHandlers } from './alert-handlers.js';
import { given, pageOf, type Handlers } from './answers.js';
import { itemHandlers } from './item-handlers.js';
import { sessionHandlers, type Session } from './session-handlers.js';
import { quarantineOf, sourceHandlers } from './source-handlers.js';
import { watchlistHandlers } from './watchlist-handlers.js';
import type { World } from './world.js';

/** The answers of the invented world. It remembers what was changed until it is thrown away. */
export function createHandlers(world: World, session: Session): Handlers {
  let settings = { imageFlagThreshold: 3, retentionDays: 90, secondPersonForSevere: false };
  let demo = world.items.length > 0;
  const quarantine = quarantineOf(world);
  return {
    ...sessionHandlers(session, demo),
    ...itemHandlers(world, () => settings.imageFlagThreshold),
    ...alertHandlers(world, session),
    ...sourceHandlers(world, quarantine),
    ...watchlistHandlers(world),
    status: () => ({
      version: '0.1.0',
      database: 'embedded',
      demo,
      empty: world.items.length === 0,
      items: world.items.length,
      openAlerts: world.alerts.filter((alert) => alert.state === 'open').length,
      sources: {
        total: world.sources.length,
        failing: world.sources.filter((source) => source.health === 'failing').length,
        quiet: world.sources.filter((source) => source.health === 'quiet').length,
      },
      quarantined: quarantine.length,
    }),
    getSettings: () => settings,
    saveSettings: ({ body }) => (settings = { ...settings, ...given(body) }),
    loadDemo: () => ({ items: 120, alerts: 18 }),
    removeDemo: () => {
      demo = false;
      return { items: world.items.length };
    },
    listRecord: ({ query }) => pageOf(world.record, query),
  };
}
