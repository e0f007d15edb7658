import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createPipeline, type Pipeline } from '@vedette/pipeline';
import { createHttpClient, createPoliteness, sources as definitions, type ClosableHttpClient } from '@vedette/sources';
import type { Store } from '@vedette/store';
import { alertRoutes } from './features/alerts/routes.js';
import { createAlertsService } from './features/alerts/service.js';
import { createPresence } from './features/alerts/presence.js';
import { createImageCache } from './features/images/image-cache.js';
import { imageRoutes } from './features/images/routes.js';
import { createImagesService } from './features/images/service.js';
import { itemRoutes } from './features/items/routes.js';
import { createItemsService } from './features/items/service.js';
import { createHub, type Hub } from './features/live/hub.js';
import { liveRoutes } from './features/live/routes.js';
import { createLiveService } from './features/live/service.js';
import { peopleRoutes } from './features/people/routes.js';
import { createPeopleService } from './features/people/service.js';
import { pressRoutes } from './features/press/routes.js';
import { startRecordPublisher } from './features/record/publisher.js';
import { recordKey } from './features/record/record-key.js';
import { recordRoutes } from './features/record/routes.js';
import { createRecordService } from './features/record/service.js';
import { createTileFolder } from './features/record/tile-folder.js';
import { createAccounts } from './features/session/accounts.js';
import { createIdentification } from './features/session/identify.js';
import { createSetupTokens, sameSecret } from './features/session/one-time-links.js';
import { sessionRoutes } from './features/session/routes.js';
import { createSessionService, type SessionService } from './features/session/service.js';
import { createSignInLimits } from './features/session/sign-in-limits.js';
import { createDiscovery } from './features/sources/discovery.js';
import { sourceRoutes } from './features/sources/routes.js';
import { createSourcesService } from './features/sources/service.js';
import { shownSource } from './features/sources/shown-source.js';
import { createUploads } from './features/sources/upload.js';
import { createDemoService, type DemoService } from './features/system/demo.js';
import { createMetrics } from './features/system/metrics.js';
import { systemRoutes } from './features/system/routes.js';
import { knownGoodRoutes } from './features/watchlists/known-good-routes.js';
import { createLookBacks } from './features/watchlists/look-backs.js';
import { watchlistRoutes } from './features/watchlists/routes.js';
import { createWatchlistsService } from './features/watchlists/service.js';
import { createApplication } from './http/application.js';
import type { Log } from './log.js';
import type { Settings } from './settings.js';

export interface ComposeOptions {
  readonly store: Store;
  /** folder for uploads under way and fetched pictures */
  readonly dataDir: string;
  readonly consoleDir: string | undefined;
  readonly host: string;
  readonly settings: Settings;
  /** whether people enter a demonstration without an account */
  readonly demo: boolean;
  readonly version: string;
  readonly log: Log;
  readonly now: () => number;
}

export interface Composition {
  readonly app: FastifyInstance;
  readonly pipeline: Pipeline;
  readonly sessions: SessionService;
  readonly demo: DemoService;
  /** Ends streams, sources and workers, and stops answering; the store stays open. */
  close(): Promise<void>;
}

const imageCacheBytes = 500 * 1024 * 1024;
const longestUpload = 20e9;
const presenceCheckMs = 5_000;
/** How long answers under way may take when the server stops. */
const patienceMs = 2_000;

/** Puts the parts together. This file is the only wiring: each part gets what it uses and knows of no other. */
export async function compose(options: ComposeOptions): Promise<Composition> {
  const { store, log, now, settings, version } = options;
  const { allowPrivate } = settings;

  // One memory of when each host was last asked, so that sources on the same host take turns.
  const politeness = createPoliteness();
  const http = createHttpClient({ allowPrivate, politeness });
  // Pictures of one page come from one host together; readers wait for them.
  const imageHttp = createHttpClient({ allowPrivate, gapMs: 0 });
  const metrics = createMetrics(now);
  const sourceClients = new Map<string, ClosableHttpClient>();
  const pipeline = await createPipeline({
    store,
    definitions,
    contextOf: (definition, source) => {
      const hosts = definition.hosts(definition.configSchema.parse(source.config));
      const client = sourceClients.get(source.id) ?? createHttpClient({ allowPrivate, hosts, politeness });
      sourceClients.set(source.id, client);
      return { http: client, secret: (name) => process.env[`VEDETTE_${name.toUpperCase()}`] };
    },
    onAnalysed: metrics.observeAnalysis,
    log: (level, message, error) => {
      log(level, message, error instanceof Error ? { error: error.stack ?? error.message } : {});
    },
  });

  const hub = createHub({ epoch: now().toString(36) });
  const accounts = createAccounts({
    store,
    secret: await store.settings.secret('sessions'),
    origin: settings.publicUrl?.origin ?? 'http://localhost',
    secureCookies: settings.publicUrl?.protocol === 'https:',
    log,
  });
  const { identify, forget } = createIdentification(accounts, store, now);
  const sessionsChanged = (personId: string): void => {
    forget();
    hub.end(personId);
  };
  const sessions = createSessionService({
    accounts,
    tokens: createSetupTokens(accounts, now),
    limits: createSignInLimits(now),
    store,
    demo: options.demo,
    now,
  });
  const alerts = createAlertsService({
    store,
    presence: createPresence(now),
    publish: (event) => {
      hub.publish(event);
    },
  });
  const demo = createDemoService({ store, pipeline, log, now });
  const definitionOfPage = definitions.find((definition) => definition.kind === 'web-page');
  const sources = createSourcesService({
    store,
    pipeline,
    definitions,
    discovery: createDiscovery(http, definitionOfPage),
    uploads: await createUploads(join(options.dataDir, 'uploads'), longestUpload),
  });
  const lookBacks = createLookBacks({ store, pipeline, now, log });
  const signer = await recordKey(options.dataDir);
  const publisher = startRecordPublisher({
    record: store.record,
    signer,
    folder: createTileFolder(join(options.dataDir, 'record'), (place) => store.record.tile(place)),
    log,
  });
  metrics.watch(pipeline, hub);
  publishEvents(pipeline, hub);
  const leaving = setInterval(() => {
    alerts.expireViewers();
  }, presenceCheckMs);
  leaving.unref();

  const app = await createApplication({
    host: options.host,
    publicUrl: settings.publicUrl,
    trustProxy: settings.trustProxy,
    version,
    consoleDir: options.consoleDir,
    identify,
    log,
    probes: {
      ready: async () => {
        const failed = (await store.check()).find((check) => !check.ok);
        return failed === undefined ? { ok: true } : { ok: false, problem: `${failed.name}: ${failed.detail}` };
      },
      metrics: () => metrics.read(),
      observe: metrics.observeRequest,
      metricsToken: settings.metricsToken,
      sameToken: sameSecret,
    },
    routes: [
      ...sessionRoutes({
        sessions,
        accounts,
        store,
        demo: options.demo,
        version,
        now,
        sessionsChanged,
        onEnter: (personId) => demo.begin(personId),
      }),
      ...peopleRoutes({ people: createPeopleService({ accounts, store, now, sessionsChanged }), store, now }),
      ...itemRoutes(createItemsService({ store, pipeline, alerts, now }), store),
      ...imageRoutes(
        createImagesService({
          store,
          http: imageHttp,
          cache: createImageCache(join(options.dataDir, 'images'), imageCacheBytes),
        }),
      ),
      ...pressRoutes(store),
      ...liveRoutes({
        live: createLiveService({ store, hub, recompile: () => pipeline.reload() }),
        store,
        identify,
      }),
      ...alertRoutes(alerts, store),
      ...watchlistRoutes(createWatchlistsService({ store, pipeline, now, random: Math.random }), lookBacks, store),
      ...knownGoodRoutes(store),
      ...sourceRoutes(sources, store, definitions),
      ...recordRoutes(createRecordService({ record: store.record, signer })),
      ...systemRoutes({ store, demo, version }),
    ],
  });

  return {
    app,
    pipeline,
    sessions,
    demo,
    async close() {
      clearInterval(leaving);
      demo.stop();
      hub.close();
      metrics.close();
      await closeWithin(app, patienceMs);
      await lookBacks.close();
      await pipeline.stop();
      await publisher.close();
      await Promise.all([http, imageHttp, ...sourceClients.values()].map((client) => client.close()));
    },
  };
}

/** Lets answers under way finish, then cuts what is still open. */
async function closeWithin(app: FastifyInstance, milliseconds: number): Promise<void> {
  const late = setTimeout(() => {
    app.server.closeAllConnections();
  }, milliseconds);
  await app.close();
  clearTimeout(late);
}

/** What the pipeline has stored is told to every open page. */
function publishEvents(pipeline: Pipeline, hub: Hub): void {
  pipeline.events.on('item', ({ item, columns }) => {
    hub.publish({ type: 'item', item, columns: [...columns] });
  });
  pipeline.events.on('alert', (alert) => {
    hub.publish({ type: 'alert', alert });
  });
  pipeline.events.on('source', (source) => {
    hub.publish({ type: 'source', source: shownSource(source) });
  });
}
