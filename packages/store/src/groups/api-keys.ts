import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ApiKey, Scope } from '@vedette/contract';
import type { Selectable } from 'kysely';
import type { Actor } from '../actor.js';
import type { Context } from '../context.js';
import type { ApiKeysTable } from '../database.js';
import { StoreError } from '../errors.js';
import { storable } from '../stored-text.js';
import { appendRecord } from './record.js';
import { readStored } from '../stored-json.js';

/** An API key to be made. */
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

const prefixUnits = 8;
const noteUseEveryMs = 60_000;

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function toApiKey(row: Selectable<ApiKeysTable>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: readStored<Scope[]>(row.scopes),
    createdAt: row.created_at.toISOString(),
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at.toISOString() }),
    ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at.toISOString() }),
  };
}

export function createApiKeys({ db, now, write }: Context): ApiKeys {
  return {
    async list() {
      return (await db.selectFrom('api_keys').selectAll().orderBy('created_at').orderBy('id').execute()).map(toApiKey);
    },
    async add({ name, scopes, expiresAt }, by) {
      const key = `vdt_${randomBytes(32).toString('base64url')}`;
      const row = {
        id: randomUUID(),
        name: storable(name),
        prefix: key.slice(0, prefixUnits),
        hash: hashOf(key),
        scopes: JSON.stringify(scopes),
        created_at: new Date(now()),
        expires_at: expiresAt === undefined ? null : new Date(expiresAt),
        last_used_at: null,
      };
      await write(async (tx) => {
        await tx.insertInto('api_keys').values(row).execute();
        const details = { name, scopes, ...(expiresAt === undefined ? {} : { expiresAt }) };
        await appendRecord(tx, [{ at: now(), actor: by, action: 'api-key.added', subject: row.id, details }]);
      });
      return { key, apiKey: toApiKey(row) };
    },
    async verify(key) {
      const row = await db.selectFrom('api_keys').selectAll().where('hash', '=', hashOf(key)).executeTakeFirst();
      const at = now();
      if (row === undefined || (row.expires_at !== null && row.expires_at.getTime() <= at)) return undefined;
      if (row.last_used_at === null || at - row.last_used_at.getTime() > noteUseEveryMs)
        await db
          .updateTable('api_keys')
          .set({ last_used_at: new Date(at) })
          .where('id', '=', row.id)
          .execute();
      return toApiKey(row);
    },
    async remove(id, by) {
      await write(async (tx) => {
        const gone = await tx.deleteFrom('api_keys').where('id', '=', id).returning('name').executeTakeFirst();
        if (gone === undefined)
          throw new StoreError('not-found', `There is no API key ${id}; it may be revoked already`);
        await appendRecord(tx, [
          { at: now(), actor: by, action: 'api-key.removed', subject: id, details: { name: gone.name } },
        ]);
      });
    },
  };
}
