import { scopesOf } from '@vedette/contract';
import type { Store } from '@vedette/store';
import type { Caller } from '../../caller.js';
import { ServiceError } from '../../errors.js';
import type { Accounts } from './accounts.js';

/**
 * Tells who makes a request: the API key of `Authorization: Bearer`, or else the person of the session cookie.
 * A request with an `Authorization` header is never taken for its cookie's person.
 * @returns a function that gives undefined for nobody and throws `unauthenticated` for a key that is not valid
 */
export function createIdentify(
  accounts: Accounts,
  store: Pick<Store, 'apiKeys'>,
): (headers: Headers) => Promise<Caller | undefined> {
  return async (headers) => {
    const authorization = headers.get('authorization');
    if (authorization !== null) {
      const key = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
      const apiKey = key === undefined ? undefined : await store.apiKeys.verify(key);
      if (apiKey === undefined) {
        throw new ServiceError('unauthenticated', 'this API key is not valid: unknown, revoked or expired');
      }
      return { kind: 'api-key', id: apiKey.id, name: apiKey.name, scopes: apiKey.scopes };
    }
    if (!headers.has('cookie')) return undefined;
    const found = await accounts.identify(headers);
    if (found === undefined) return undefined;
    return { kind: 'person', person: found.person, session: found.session, scopes: scopesOf(found.person.role) };
  };
}
