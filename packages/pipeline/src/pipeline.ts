import { availableParallelism } from 'node:os';
import type { Alert, Item, Match, Rule, SourceKind, WatchedSource } from '@vedette/contract';
import type { Batch, ReadResult, Rejected, SourceContext, SourceDefinition } from '@vedette/sources';
import type { Columns, Ingest, IngestEntry, Items, LookBack, Retention, Upkeep, Watchlists } from '@vedette/store';
import { createAnalyserPool } from './analyser.js';
import type { AnalysisPlan } from './analysis.js';
import { systemClock, type Clock } from './clock.js';
import { createCommitter, type CommitOutcome } from './commit.js';
import { messageOf } from './errors.js';
import { createEmitter, type Emitter } from './events.js';
import { importResults, type ImportRequest } from './import-results.js';
import type { Log } from './log.js';
import { lookBack, type LookBackProgress, type LookBackRequest } from './look-back.js';
import { startHousekeeping } from './housekeeping.js';
import { createSupervisor, type SupervisedSources } from './supervisor.js';
import { startWorker } from './worker-port.js';

/** Sources that are asked at the same time; more would only wait for each other's bytes. */
const pollingAtOnce = 8;
/** How long `stop` waits for what is under way, in milliseconds. What is not stored by then is read again. */
const patienceMs = 4_500;

/** The part of the store that a pipeline uses; every `Store` fits. */
export interface PipelineStore {
  readonly ingest: Ingest;
  readonly sources: SupervisedSources;
  readonly watchlists: Pick<Watchlists, 'enabled'>;
  readonly columns: Pick<Columns, 'all'>;
  readonly items: Pick<Items, 'scan'>;
  readonly lookBack: Pick<LookBack, 'commit'>;
  readonly retention: Retention;
  /** looks after the database where it does not do so by itself */
  readonly maintain: () => Promise<Upkeep>;
}

/** What a pipeline works with; whatever is not given is the real one of this machine. */
export interface PipelineOptions {
  readonly store: PipelineStore;
  readonly definitions: readonly SourceDefinition[];
  /** what a source may touch; its HTTP client should be limited to `definition.hosts(config)` */
  readonly contextOf: (definition: SourceDefinition, source: WatchedSource) => Pick<SourceContext, 'http' | 'secret'>;
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: () => number;
  /** hears how long decoding and matching a batch took, waiting included, in milliseconds */
  readonly onAnalysed?: (items: number, milliseconds: number) => void;
  /** worker threads; one less than there are cores where not given, at least one */
  readonly workers?: number;
}

/** What belongs to the Items of one batch: the source that they are stored under, and what is committed with them. */
export interface IngestRequest {
  readonly sourceId: string;
  /** what people call the source; Items that name none (tables, raw lines) are shown under it */
  readonly sourceTitle?: string | undefined;
  /** the name that people gave goes before the one that the source gives itself */
  readonly renamed?: boolean;
  readonly cursor?: unknown;
  readonly rejected?: readonly Rejected[];
}

/** How a pipeline is doing at this moment. */
export interface PipelineStats {
  readonly sources: number;
  /** Items that wait for decoding and matching */
  readonly waitingForAnalysis: number;
  /** Items that wait for the store */
  readonly waitingForStore: number;
  /** since the start */
  readonly stored: number;
  readonly known: number;
  readonly rejected: number;
  readonly alerts: number;
  /** how far behind its source the last batch was, in milliseconds, where the source knows */
  readonly lagMs: ReadonlyMap<string, number>;
}

/** From sources to stored Items and alerts. */
export interface Pipeline {
  readonly events: Pick<Emitter, 'on'>;
  /** Starts the watched sources and the clocks. */
  start(): Promise<void>;
  /** Decodes, matches and stores Items; when it resolves, they are on disk. Items of a batch keep their order. */
  ingest(items: readonly Item[], request: IngestRequest): Promise<CommitOutcome>;
  /** Ingests what a reader gives, as it comes, in batches. */
  importResults(results: AsyncIterable<ReadResult>, request: ImportRequest): Promise<CommitOutcome>;
  /** Takes up changed watchlists and columns: every Item that comes after it resolved is compared with them. */
  reload(): Promise<void>;
  /** Runs a watchlist over what is stored already. @throws PipelineError `rules-changed` */
  lookBack(request: LookBackRequest): Promise<LookBackProgress>;
  /** What rules catch among Items, without storing anything. */
  matchOnce(rules: readonly Rule[], items: readonly Item[]): Promise<readonly Match[]>;
  /** Takes up that a source was added, changed, paused, resumed or removed. */
  refreshSource(id: string): Promise<void>;
  /** Reads a source now; gives its state after that attempt. */
  pollNow(id: string): Promise<WatchedSource>;
  stats(): PipelineStats;
  /** Ends sources, lets what is under way reach the disk, ends the workers; within five seconds. */
  stop(): Promise<void>;
}

/** Loads the rules, starts the workers, and gives the pipeline; sources run from `start` on. */
export async function createPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { store, log } = options;
  const clock = options.clock ?? systemClock;
  const events = createEmitter((name, error) => {
    log('error', `a listener for "${name}" failed: ${messageOf(error)}`, error);
  });
  const totals = { stored: 0, known: 0, rejected: 0, alerts: 0 };
  const lagMs = new Map<string, number>();

  async function readPlan(): Promise<AnalysisPlan> {
    const [watchlists, columns] = await Promise.all([store.watchlists.enabled(), store.columns.all()]);
    return {
      watchlists: watchlists.map(({ id, version, rules }) => ({ id, version, rules })),
      columns: columns.map(({ id, query }) => ({ id, query })),
      at: clock.now(),
    };
  }

  const analyser = createAnalyserPool({
    workers: options.workers ?? Math.max(1, availableParallelism() - 1),
    plan: await readPlan(),
    clock,
    start: () => startWorker(new URL('analysis-worker.js', import.meta.url)),
  });
  const committer = createCommitter({
    ingest: store.ingest,
    clock,
    onStored: (stored, alerts) => {
      for (const { summary, change, columns } of stored) {
        if (change !== 'deleted') events.emit('item', { item: summary, columns });
      }
      tellAlerts(alerts);
    },
  });

  function tellAlerts(alerts: readonly Alert[]): void {
    for (const alert of alerts) events.emit('alert', alert);
  }

  async function ingest(given: readonly Item[], request: IngestRequest): Promise<CommitOutcome> {
    const items = given.map((item) => titled(item, request));
    const began = clock.now();
    const results = await analyser.analyse(items);
    options.onAnalysed?.(items.length, clock.now() - began);
    const entries: IngestEntry[] = [];
    const rejected: Rejected[] = [...(request.rejected ?? [])];
    results.forEach((result, index) => {
      const item = items[index];
      if (item === undefined) return;
      if (result.ok) entries.push({ item, ...result.result });
      else rejected.push({ where: item.url ?? item.nativeId, reason: result.reason, sample: item.text.slice(0, 500) });
    });
    const outcome = await committer.commit({
      sourceId: request.sourceId,
      entries,
      rejected,
      ...(request.cursor === undefined ? {} : { cursor: request.cursor }),
    });
    totals.stored += outcome.stored;
    totals.known += outcome.known;
    totals.rejected += outcome.rejected;
    totals.alerts += outcome.alerts;
    return outcome;
  }

  const supervisor = createSupervisor({
    sources: store.sources,
    definitions: options.definitions,
    contextOf: options.contextOf,
    clock,
    random: options.random ?? Math.random,
    log,
    concurrency: pollingAtOnce,
    store: async (source, batch: Batch<unknown>) => {
      const { id: sourceId, title: sourceTitle } = source;
      const renamed = oneOutlet.has(source.kind);
      await ingest(batch.items, { sourceId, sourceTitle, renamed, rejected: batch.rejected, cursor: batch.cursor });
      if (batch.lagMs !== undefined) lagMs.set(source.id, batch.lagMs);
    },
    onChange: (source) => {
      events.emit('source', source);
    },
  });

  // Reloads that come while one runs are one: the last plan has everything.
  let reloading: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  async function reloadOnce(): Promise<void> {
    await analyser.reload(await readPlan());
  }
  function reload(): Promise<void> {
    if (reloading === undefined) {
      reloading = reloadOnce().finally(() => {
        reloading = undefined;
      });
      return reloading;
    }
    next ??= reloading
      .catch(() => {
        // Told to whoever asked for that one.
      })
      .then(() => {
        next = undefined;
        return reload();
      });
    return next;
  }

  const { retention } = store;
  const housekeeping = startHousekeeping({ clock, log, retention, maintain: () => store.maintain(), reload });

  return {
    events,
    start: () => supervisor.start(),
    ingest,
    importResults: (results, request) => importResults(results, request, ingest),
    reload,
    lookBack: (request) =>
      lookBack(
        {
          items: store.items,
          lookBack: store.lookBack,
          clock,
          analyse: (items) => analyser.analyse(items),
          onAlerts: tellAlerts,
        },
        request,
      ),
    matchOnce: (rules, items) => analyser.matchOnce(rules, items),
    refreshSource: (id) => supervisor.refresh(id),
    pollNow: (id) => supervisor.pollNow(id),
    stats: () => ({
      ...totals,
      sources: supervisor.running,
      waitingForAnalysis: analyser.waiting,
      waitingForStore: committer.waiting,
      lagMs,
    }),
    async stop() {
      const late = new AbortController();
      const drained = (async () => {
        await Promise.all([supervisor.stop(), housekeeping.stop()]);
        await committer.idle();
      })();
      await Promise.race([drained, clock.sleep(patienceMs, late.signal)]);
      late.abort();
      await analyser.stop();
    },
  };
}

/** Kinds of which one watched source is one outlet, so that its name is the name of all its Items. */
const oneOutlet: ReadonlySet<SourceKind> = new Set(['feed', 'web-page']);

function titled(item: Item, { sourceTitle: title, renamed }: IngestRequest): Item {
  const keep = title === undefined || (item.source.title !== undefined && renamed !== true);
  return keep ? item : { ...item, source: { ...item.source, title } };
}
