import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What the server counts about itself, for Prometheus. No label ever holds the content of an Item. */
export interface Metrics {
  readonly registry: Registry;
  readonly itemsStored: Counter;
  readonly alertsOpened: Counter;
  /** labels `code`: the closed set of source errors */
  readonly sourceFailures: Counter<'code'>;
  readonly decodeSeconds: Histogram;
  /** labels `method`, `route`, `status` */
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
}

export interface MetricsOptions {
  /** seconds since the oldest Item that is received but not stored; 0 when none waits */
  readonly queueAgeSeconds: () => number;
  readonly liveListeners: () => number;
}

/** Makes the counters in a registry of their own, so that several servers in one process do not mix. */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  // Gauges that are asked when they are read.
  const queueAge: Gauge = new Gauge({
    name: 'vedette_queue_age_seconds',
    help: 'How long the oldest received Item has waited to be stored',
    registers,
    collect: () => {
      queueAge.set(options.queueAgeSeconds());
    },
  });
  const listeners: Gauge = new Gauge({
    name: 'vedette_live_listeners',
    help: 'Open live channels',
    registers,
    collect: () => {
      listeners.set(options.liveListeners());
    },
  });
  return {
    registry,
    itemsStored: new Counter({ name: 'vedette_items_stored_total', help: 'Items stored since the start', registers }),
    alertsOpened: new Counter({
      name: 'vedette_alerts_total',
      help: 'Alerts opened or grown since the start',
      registers,
    }),
    sourceFailures: new Counter({
      name: 'vedette_source_failures_total',
      help: 'Attempts of sources that failed, by kind of error',
      labelNames: ['code'],
      registers,
    }),
    decodeSeconds: new Histogram({
      name: 'vedette_decode_seconds',
      help: 'Time to decode and match an Item, per batch divided by its Items',
      buckets: [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'vedette_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.05, 0.1, 0.2, 0.5, 1, 5],
      registers,
    }),
  };
}
