import type { Readable } from 'node:stream';
import type { Store } from '@vedette/store';
import type { Caller } from '../../caller.js';
import type { Hub } from './hub.js';

export interface LiveService {
  /** Opens the live channel for a caller. */
  listen(caller: Caller, after: string | undefined, stillAllowed: () => Promise<boolean>): Promise<Readable>;
  /** The caller's columns changed: open streams and the matcher take the new ones. */
  columnsChanged(personId: string): Promise<void>;
}

export interface LiveServiceOptions {
  readonly store: Pick<Store, 'columns'>;
  readonly hub: Hub;
  /** tells the matcher that somebody's columns changed */
  readonly recompile: () => Promise<void>;
}

/** The Live screen: whose columns an Item belongs to. */
export function createLiveService({ store, hub, recompile }: LiveServiceOptions): LiveService {
  const own = new Map<string, ReadonlySet<string>>();
  const none: ReadonlySet<string> = new Set();

  async function load(personId: string): Promise<void> {
    const all = await store.columns.all();
    own.set(personId, new Set(all.filter((column) => column.person === personId).map((column) => column.id)));
  }

  return {
    async listen(caller, after, stillAllowed) {
      const id = caller.kind === 'person' ? caller.person.id : `key:${caller.id}`;
      if (caller.kind === 'person') await load(id);
      return hub.listen({ id, scopes: caller.scopes, columns: () => own.get(id) ?? none, after, stillAllowed });
    },
    async columnsChanged(personId) {
      await load(personId);
      await recompile();
    },
  };
}
