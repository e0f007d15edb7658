import { routes } from '@vedette/contract';
import type { KnownGoodInput, Store } from '@vedette/store';
import { actorOf } from '../../caller.js';
import { ServiceError } from '../../errors.js';
import { handle, type HandledRoute } from '../../http/handle.js';

/** As much of an Item's text as a known-good text may have. */
const longestText = 20_000;

/** Texts that no rule should catch. */
export function knownGoodRoutes(store: Pick<Store, 'knownGoods' | 'items'>): readonly HandledRoute[] {
  return [
    handle(routes.listKnownGood, async ({ query }) => ({
      rows: await store.knownGoods.list(query.watchlist),
      versions: await store.knownGoods.versions(query.watchlist),
    })),
    handle(routes.addKnownGood, async ({ body, caller }) => {
      const { watchlist, note } = body;
      const what = body.item === undefined ? { text: body.text ?? '' } : await saidBy(store, body.item);
      return store.knownGoods.add({ ...what, watchlist, note }, actorOf(caller));
    }),
    handle(routes.removeKnownGood, async ({ params, caller }) => store.knownGoods.remove(params.id, actorOf(caller))),
  ];
}

/** What a stored Item says, as published. */
async function saidBy(store: Pick<Store, 'items'>, id: string): Promise<KnownGoodInput> {
  const found = await store.items.get(id);
  if (found === undefined)
    throw new ServiceError('not-found', 'this Item is not kept any longer; paste its text instead');
  const { title, text, lang } = found.item;
  if (text.length > longestText) {
    throw new ServiceError(
      'too-large',
      'this text is too long for a known-good text; paste the sentence that was caught',
    );
  }
  return { item: id, title, text, lang };
}
