import { routes } from '@vedette/contract';
import type { Store } from '@vedette/store';
import { handle, type HandledRoute } from '../../http/handle.js';

export function pressRoutes(store: Pick<Store, 'press'>): readonly HandledRoute[] {
  return [handle(routes.press, async ({ query }) => store.press.page(query))];
}
