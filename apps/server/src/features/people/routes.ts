import { routes } from '@vedette/contract';
import type { Store } from '@vedette/store';
import { actorOf } from '../../caller.js';
import { ServiceError } from '../../errors.js';
import { handle, type HandledRoute } from '../../http/handle.js';
import type { PeopleService } from './service.js';

export interface PeopleRoutesOptions {
  readonly people: PeopleService;
  readonly store: Pick<Store, 'people' | 'apiKeys'>;
  readonly now: () => number;
}

export function peopleRoutes({ people, store, now }: PeopleRoutesOptions): readonly HandledRoute[] {
  return [
    handle(routes.listPeople, async () => ({ rows: await store.people.list() })),
    handle(routes.addPerson, async ({ body, caller }) => people.add(body, actorOf(caller))),
    handle(routes.changePerson, async ({ params, body, caller }) => people.change(params.id, body, actorOf(caller))),
    handle(routes.listApiKeys, async () => ({ rows: await store.apiKeys.list() })),
    handle(routes.addApiKey, async ({ body, caller }) => {
      const beyond = body.scopes.filter((scope) => !caller.scopes.includes(scope));
      if (beyond.length > 0) {
        throw new ServiceError('forbidden', `you cannot hand on rights that you do not have: ${beyond.join(', ')}`);
      }
      if (body.expiresAt !== undefined && Date.parse(body.expiresAt) <= now()) {
        throw new ServiceError('invalid-request', 'expiresAt is in the past; choose a later time');
      }
      return store.apiKeys.add(body, actorOf(caller));
    }),
    handle(routes.removeApiKey, async ({ params, caller }) => store.apiKeys.remove(params.id, actorOf(caller))),
  ];
}
