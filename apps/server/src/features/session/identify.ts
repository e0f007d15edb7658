import { scopesOf } from '@vedette/contract';
import type { Store } from '@vedette/store';
import type { Caller } from '../../caller.js';
import { ServiceError } from '../../errors.js';
import type { Identify } from '../../http/register-routes.js';
import type { Accounts } from './accounts.js';

export interface Identification {
  readonly identify: Identify;
  /** Sessions or rights changed: everybody is looked up again with their next request. */
  readonly forget: () => void;
}

/** A page asks several things at once; its session is looked up once for them. */
const rememberedMs = 1_000;
const remembered = 1_000;

/**
 * Tells who makes a request: the API key of `Authorization: Bearer`, or else the person of the session cookie.
 * A request with an `Authorization` header is never taken for its cookie's person.
 */
export function createIdentification(
  accounts: Pick<Accounts, 'identify'>,
  store: Pick<Store, 'apiKeys'>,
  now: () => number,
): Identification {
  const recent = new Map<string, { readonly until: number; readonly caller: Promise<Caller | undefined> }>();

  async function bySession(headers: Headers): Promise<Caller | undefined> {
    const found = await accounts.identify(headers);
    if (found === undefined) return undefined;
    return { kind: 'person', person: found.person, session: found.session, scopes: scopesOf(found.person.role) };
  }

  return {
    async identify(headers) {
      const authorization = headers.get('authorization');
      if (authorization !== null) return byKey(authorization, store);
      const cookie = headers.get('cookie');
      if (cookie === null) return undefined;
      const known = recent.get(cookie);
      if (known !== undefined && known.until > now()) return known.caller;
      const caller = bySession(headers);
      if (recent.size >= remembered) recent.clear();
      recent.set(cookie, { until: now() + rememberedMs, caller });
      caller.catch(() => recent.delete(cookie));
      return caller;
    },
    forget: () => {
      recent.clear();
    },
  };
}

async function byKey(authorization: string, store: Pick<Store, 'apiKeys'>): Promise<Caller> {
  const key = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
  const apiKey = key === undefined ? undefined : await store.apiKeys.verify(key);
  if (apiKey === undefined) {
    throw new ServiceError('unauthenticated', 'this API key is not valid: unknown, revoked or expired');
  }
  return { kind: 'api-key', id: apiKey.id, name: apiKey.name, scopes: apiKey.scopes };
}
