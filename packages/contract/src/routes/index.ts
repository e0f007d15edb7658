import { alertRoutes } from './alerts.js';
import { itemRoutes } from './items.js';
import { knownGoodRoutes } from './known-good.js';
import { sessionRoutes } from './session.js';
import { sourceRoutes } from './sources.js';
import { recordRoutes } from './record.js';
import { systemRoutes } from './system.js';
import { watchlistRoutes } from './watchlists.js';

/** Every route of the HTTP API, by name. All paths are below `apiBase`. */
export const routes = {
  ...sessionRoutes,
  ...itemRoutes,
  ...alertRoutes,
  ...watchlistRoutes,
  ...knownGoodRoutes,
  ...sourceRoutes,
  ...recordRoutes,
  ...systemRoutes,
};
export type Routes = typeof routes;
export type RouteName = keyof Routes;

export const apiBase = '/api/v1';
