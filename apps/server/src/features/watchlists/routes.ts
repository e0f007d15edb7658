import { routes } from '@vedette/contract';
import { writeWatchlist } from '@vedette/match';
import type { Store } from '@vedette/store';
import { actorOf, personOf } from '../../caller.js';
import { ServiceError } from '../../errors.js';
import { handle, type HandledRoute } from '../../http/handle.js';
import type { LookBacks } from './look-backs.js';
import type { WatchlistsService } from './service.js';

const types = { yaml: 'application/yaml', json: 'application/json', csv: 'text/csv' } as const;

export function watchlistRoutes(
  watchlists: WatchlistsService,
  lookBacks: LookBacks,
  store: Pick<Store, 'watchlists' | 'proposals'>,
): readonly HandledRoute[] {
  return [
    handle(routes.listWatchlists, async () => ({ rows: await store.watchlists.list() })),
    handle(routes.getWatchlist, async ({ params }) => {
      const watchlist = await store.watchlists.get(params.id);
      if (watchlist === undefined) {
        throw new ServiceError('not-found', 'there is no such watchlist; it may have been removed');
      }
      const proposal = await store.proposals.open(params.id);
      return { ...watchlist, ...(proposal === undefined ? {} : { proposal }) };
    }),
    handle(routes.addWatchlist, async ({ body, caller }) => watchlists.add(body, actorOf(caller))),
    handle(routes.saveWatchlist, async ({ params, body, caller }) => watchlists.save(params.id, body, actorOf(caller))),
    handle(routes.confirmProposal, async ({ params, body, caller }) => {
      const { id, name } = personOf(caller);
      return watchlists.confirm(params.id, body.proposal, { id, name });
    }),
    handle(routes.refuseProposal, async ({ params, body, caller }) => {
      await store.proposals.refuse(params.id, body.proposal, body.reason, actorOf(caller));
    }),
    handle(routes.removeWatchlist, async ({ params, caller }) => watchlists.remove(params.id, actorOf(caller))),
    handle(routes.listWatchlistVersions, async ({ params }) => ({ rows: await store.watchlists.versions(params.id) })),
    handle(routes.getLookBack, async ({ params }) => {
      const lookBack = lookBacks.get(params.id);
      return lookBack === undefined ? {} : { lookBack };
    }),
    handle(routes.startLookBack, async ({ params, body, caller }) =>
      lookBacks.start(params.id, body.days, actorOf(caller)),
    ),
    handle(routes.cancelLookBack, async ({ params }) => lookBacks.cancel(params.id)),
    handle(routes.checkRules, async ({ body }) => ({ findings: await watchlists.check(body.rules, body.watchlist) })),
    handle(routes.exportWatchlist, async ({ params, query }) => {
      const watchlist = await store.watchlists.get(params.id);
      if (watchlist === undefined) {
        throw new ServiceError('not-found', 'there is no such watchlist; it may have been removed');
      }
      const name = encodeURIComponent(`${watchlist.name.replace(/[\p{C}/\\:*?"<>|]+/gu, ' ').trim()}.${query.format}`);
      return {
        type: `${types[query.format]}; charset=utf-8`,
        body: writeWatchlist(watchlist, query.format),
        headers: {
          'content-disposition': `attachment; filename="watchlist.${query.format}"; filename*=UTF-8''${name}`,
        },
      };
    }),
    handle(routes.readWatchlist, async ({ body }) => watchlists.read(body)),
    handle(routes.testRule, async ({ body }) => watchlists.test(body)),
  ];
}
