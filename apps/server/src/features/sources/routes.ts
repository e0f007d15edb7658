import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { routes } from '@vedette/contract';
import type { SourceDefinition } from '@vedette/sources';
import type { Store } from '@vedette/store';
import { actorOf } from '../../caller.js';
import { ServiceError } from '../../errors.js';
import { handle, type HandledRoute } from '../../http/handle.js';
import type { SourcesService } from './service.js';
import { shownSource } from './shown-source.js';

const longestOpml = 16 * 1024 * 1024;

export function sourceRoutes(
  sources: SourcesService,
  store: Pick<Store, 'sources' | 'quarantine'>,
  definitions: readonly SourceDefinition[],
): readonly HandledRoute[] {
  const kinds = definitions.map(({ kind, title, capabilities, configSchema }) => ({
    kind,
    title,
    live: capabilities.live,
    file: capabilities.file,
    configSchema: z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }),
  }));
  return [
    handle(routes.listSources, async () => ({ rows: (await store.sources.list()).map(shownSource) })),
    handle(routes.listKinds, () => Promise.resolve({ rows: kinds })),
    handle(routes.discover, async ({ body, signal }) => sources.discover(body.url, signal)),
    handle(routes.addSource, async ({ body, caller }) => shownSource(await sources.add(body, actorOf(caller)))),
    handle(routes.changeSource, async ({ params, body, caller }) =>
      shownSource(await sources.change(params.id, body, actorOf(caller))),
    ),
    handle(routes.pollSource, async ({ params }) => shownSource(await sources.poll(params.id))),
    handle(routes.removeSource, async ({ params, query, caller }) => sources.remove(params.id, query, actorOf(caller))),
    handle(routes.uploadExport, async ({ query, payload, caller }) => sources.upload(query, payload, actorOf(caller))),
    handle(routes.exportOpml, async () => ({
      type: 'text/x-opml; charset=utf-8',
      body: await sources.exportOpml(),
      headers: { 'content-disposition': 'attachment; filename="vedette.opml"' },
    })),
    handle(routes.importOpml, async ({ query, payload, caller }) => {
      const { added, known, rejected } = await sources.importOpml(
        await opmlBytes(payload),
        query.basis,
        actorOf(caller),
      );
      return { added, known, rejected: [...rejected] };
    }),
    handle(routes.importOpmlAddress, async ({ body, caller, signal }) => {
      const outcome = await sources.importOpmlAddress(body.url, body.basis, actorOf(caller), signal);
      return { ...outcome, rejected: [...outcome.rejected] };
    }),
    handle(routes.listQuarantine, async ({ query }) => store.quarantine.list(query)),
    handle(routes.dismissQuarantined, async ({ params, caller }) =>
      store.quarantine.dismiss(params.id, actorOf(caller)),
    ),
  ];
}

async function opmlBytes(payload: Readable): Promise<Uint8Array> {
  let total = 0;
  payload.on('data', (chunk: Buffer) => {
    total += chunk.length;
    if (total > longestOpml) payload.destroy(new ServiceError('too-large', 'an OPML file may have 16 MB'));
  });
  return buffer(payload);
}
