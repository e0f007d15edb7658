import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Pipeline, PipelineStats } from '@vedette/pipeline';
import type { Hub } from '../live/hub.js';

/** What the server counts about itself, for Prometheus. No label ever holds anything of an Item. */
export interface Metrics {
  /** the Prometheus text format */
  read(): Promise<{ readonly type: string; readonly text: string }>;
  readonly observeRequest: (request: ObservedRequest) => void;
  /** a batch was decoded and matched */
  readonly observeAnalysis: (items: number, milliseconds: number) => void;
  /** begins to count what these do */
  watch(pipeline: Pick<Pipeline, 'stats' | 'events'>, hub: Pick<Hub, 'listeners'>): void;
  close(): void;
}

interface ObservedRequest {
  readonly method: string;
  /** the pattern of the route, never the address itself */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

const queueLookMs = 1_000;

/** Makes the numbers, in a registry of their own so that several servers in one process do not mix. */
export function createMetrics(now: () => number): Metrics {
  const registry = new Registry();
  // Includes the lag of the event loop, memory and open handles.
  collectDefaultMetrics({ register: registry });
  let closeQueue: (() => void) | undefined;
  const analysisSeconds = new Histogram({
    name: 'vedette_analysis_seconds',
    help: 'Time until the Items of a batch are decoded and matched, waiting included',
    buckets: [0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 10],
    registers: [registry],
  });
  const requestSeconds = new Histogram({
    name: 'vedette_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers: [registry],
  });
  return {
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
    observeRequest: ({ method, route, status, seconds }) => {
      requestSeconds.observe({ method, route, status }, seconds);
    },
    observeAnalysis: (_items, milliseconds) => {
      analysisSeconds.observe(milliseconds / 1000);
    },
    watch(pipeline, hub) {
      countTotals(registry, pipeline);
      countSourceFailures(registry, pipeline);
      closeQueue = watchQueue(registry, pipeline, now);
      gauge(registry, 'vedette_live_listeners', 'Open live channels', () => hub.listeners);
      gauge(registry, 'vedette_sources_running', 'Sources that are being read', () => pipeline.stats().sources);
      gauge(registry, 'vedette_source_lag_seconds', 'How far the source that is furthest behind is behind', () => {
        const lags = [...pipeline.stats().lagMs.values()];
        return lags.length === 0 ? 0 : Math.max(...lags) / 1000;
      });
    },
    close: () => closeQueue?.(),
  };
}

function gauge(registry: Registry, name: string, help: string, value: () => number): void {
  registry.registerMetric(
    new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(value());
      },
    }),
  );
}

/** The pipeline keeps the totals since the start; they are taken over when somebody reads them. */
function countTotals(registry: Registry, pipeline: Pick<Pipeline, 'stats'>): void {
  const totals: readonly (readonly [name: string, help: string, value: (stats: PipelineStats) => number])[] = [
    ['vedette_items_stored_total', 'Items stored since the start', (stats) => stats.stored],
    ['vedette_items_known_total', 'Items that came again since the start', (stats) => stats.known],
    ['vedette_items_rejected_total', 'Inputs put into quarantine since the start', (stats) => stats.rejected],
    ['vedette_alerts_total', 'Alerts opened or grown since the start', (stats) => stats.alerts],
  ];
  for (const [name, help, value] of totals) {
    registry.registerMetric(
      new Counter({
        name,
        help,
        registers: [],
        collect() {
          this.reset();
          this.inc(value(pipeline.stats()));
        },
      }),
    );
  }
}

function countSourceFailures(registry: Registry, pipeline: Pick<Pipeline, 'events'>): void {
  const failures = new Counter({
    name: 'vedette_source_failures_total',
    help: 'Attempts of sources that failed, by kind of error',
    labelNames: ['code'],
    registers: [registry],
  });
  const counted = new Map<string, string>();
  pipeline.events.on('source', ({ id, error }) => {
    if (error === undefined || counted.get(id) === error.at) return;
    counted.set(id, error.at);
    failures.inc({ code: error.code });
  });
}

/** The age of the queue: since when it has never been empty, as looked at each second. */
function watchQueue(registry: Registry, pipeline: Pick<Pipeline, 'stats'>, now: () => number): () => void {
  let emptyAt = now();
  const waiting = (): number => {
    const { waitingForAnalysis, waitingForStore } = pipeline.stats();
    return waitingForAnalysis + waitingForStore;
  };
  const look = setInterval(() => {
    if (waiting() === 0) emptyAt = now();
  }, queueLookMs);
  look.unref();
  gauge(registry, 'vedette_items_waiting', 'Items that wait for decoding, matching or the store', waiting);
  gauge(registry, 'vedette_queue_age_seconds', 'Since when Items have been waiting without a pause', () =>
    waiting() === 0 ? 0 : (now() - emptyAt) / 1000,
  );
  return () => {
    clearInterval(look);
  };
}
