import { routes } from '@vedette/contract';
import { decode } from '@vedette/decode';
import { parseQuery } from '@vedette/match';
import type { Store } from '@vedette/store';
import { actorOf } from '../../caller.js';
import { handle, type HandledRoute } from '../../http/handle.js';
import type { ItemsService } from './service.js';

export function itemRoutes(items: ItemsService, store: Pick<Store, 'search'>): readonly HandledRoute[] {
  return [
    handle(routes.search, async ({ query }) => store.search.page(query)),
    handle(routes.exportSearch, async ({ query, caller }) => {
      const { format, ...filters } = query;
      return items.export(filters, format, actorOf(caller));
    }),
    handle(routes.parseQuery, ({ body }) => {
      const { chips, problems } = parseQuery(body.query);
      return Promise.resolve({ chips: [...chips], problems: [...problems] });
    }),
    handle(routes.getItem, async ({ params, caller }) => items.detail(params.id, actorOf(caller))),
    handle(routes.addItems, async ({ body }) => items.add(body.items)),
    handle(routes.decodeText, ({ body }) => {
      const { text, plain, fold, readings, disguises } = decode(body.text);
      return Promise.resolve({
        text,
        plain,
        fold,
        readings: readings.map((reading) => ({ ...reading, steps: [...reading.steps] })),
        disguises: [...disguises],
      });
    }),
  ];
}
