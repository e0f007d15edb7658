import { routes } from '@vedette/contract';
import type { Store } from '@vedette/store';
import { personOf } from '../../caller.js';
import { handle, type HandledRoute } from '../../http/handle.js';
import type { Identify } from '../../http/register-routes.js';
import type { LiveService } from './service.js';

export interface LiveRoutesOptions {
  readonly live: LiveService;
  readonly store: Pick<Store, 'columns'>;
  readonly identify: Identify;
}

export function liveRoutes({ live, store, identify }: LiveRoutesOptions): readonly HandledRoute[] {
  return [
    handle(routes.listColumns, async ({ caller }) => ({ rows: await store.columns.list(personOf(caller).id) })),
    handle(routes.addColumn, async ({ caller, body }) => {
      const person = personOf(caller).id;
      const column = await store.columns.add(person, body);
      await live.columnsChanged(person);
      return column;
    }),
    handle(routes.changeColumn, async ({ caller, params, body }) => {
      const person = personOf(caller).id;
      const column = await store.columns.change(person, params.id, body);
      await live.columnsChanged(person);
      return column;
    }),
    handle(routes.removeColumn, async ({ caller, params }) => {
      const person = personOf(caller).id;
      await store.columns.remove(person, params.id);
      await live.columnsChanged(person);
    }),
    handle(routes.live, async ({ caller, headers }) => ({
      type: 'text/event-stream; charset=utf-8',
      headers: { 'x-accel-buffering': 'no' },
      body: await live.listen(caller, headers.get('last-event-id') ?? undefined, async () =>
        identify(headers).then(
          (now) => now !== undefined,
          () => false,
        ),
      ),
    })),
  ];
}
