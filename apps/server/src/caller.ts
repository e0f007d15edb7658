import type { Person, Route, Scope } from '@vedette/contract';
import type { Actor } from '@vedette/store';
import { ServiceError } from './errors.js';

/** Who makes a request: a signed-in person, or a program with an API key. */
export type Caller =
  | { readonly kind: 'person'; readonly person: Person; readonly session: string; readonly scopes: readonly Scope[] }
  | { readonly kind: 'api-key'; readonly id: string; readonly name: string; readonly scopes: readonly Scope[] };

/** Who did something, as decisions and the record name them. */
export function actorOf(caller: Caller): Actor {
  return caller.kind === 'person'
    ? { id: caller.person.id, name: caller.person.name }
    : { id: `key:${caller.id}`, name: `${caller.name} (API key)` };
}

/**
 * The person behind a request, for what belongs to a person (own settings, columns, flags).
 * @throws ServiceError `forbidden` for an API key
 */
export function personOf(caller: Caller): Person {
  if (caller.kind === 'person') return caller.person;
  throw new ServiceError('forbidden', 'this belongs to a person: sign in instead of using an API key');
}

/**
 * Whether a caller may use a route. Whatever is not allowed is denied.
 * @throws ServiceError `unauthenticated` when nobody signed in, `forbidden` when the scope is missing
 */
export function allow(scope: Route['scope'], caller: Caller | undefined): void {
  if (scope === 'public') return;
  if (caller === undefined) throw new ServiceError('unauthenticated', 'sign in first, or send a valid API key');
  if (scope === 'signed-in' || caller.scopes.includes(scope)) return;
  throw new ServiceError('forbidden', `this needs the right ${scope}; ask an administrator`);
}
