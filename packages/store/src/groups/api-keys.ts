import type { ApiKey, Scope } from '@vedette/contract';
import type { Actor } from '../actor.js';

export interface ApiKeyInput {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** ISO instant */
  readonly expiresAt?: string | undefined;
}

/** API keys. The key itself is kept only as its SHA-256: it has 256 random bits, so a slow hash would add nothing. */
export interface ApiKeys {
  list(): Promise<ApiKey[]>;
  /** Makes a key (`vdt_…`); this is the only time that it is known. */
  add(input: ApiKeyInput, by: Actor): Promise<{ readonly key: string; readonly apiKey: ApiKey }>;
  /** The valid key, its use noted (at most once a minute); undefined where unknown, revoked or expired. */
  verify(key: string): Promise<ApiKey | undefined>;
  /** @throws StoreError `not-found` */
  remove(id: string, by: Actor): Promise<void>;
}
