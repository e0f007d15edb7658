import type { Alert, Item, ItemSummary, StoredWatchlist } from '@vedette/contract';
import type { IngestBatch } from '@vedette/store';
import type { PipelineStore } from '../src/pipeline.js';

function summaryOf(item: Item): ItemSummary {
  return {
    id: item.id,
    source: item.source,
    kind: item.kind,
    receivedAt: '2026-01-01T00:00:00Z',
    text: item.text,
    textLength: item.text.length,
    mediaCount: 0,
    disguised: false,
    demo: false,
  };
}

function alertOf(item: Item): Alert {
  return {
    id: `alert-${item.id}`,
    state: 'open',
    severity: 'medium',
    priority: { score: 0, parts: [] },
    rules: [],
    lead: summaryOf(item),
    copies: 1,
    sources: 1,
    firstAt: '2026-01-01T00:00:00Z',
    lastAt: '2026-01-01T00:00:00Z',
    viewers: [],
  };
}

/** What a pipeline needs of a store, in memory: a known Item changes nothing, a match makes an alert. */
export function memoryStore(watchlists: () => readonly Pick<StoredWatchlist, 'id' | 'version' | 'rules'>[]) {
  const batches: IngestBatch[] = [];
  const items = new Map<string, Item>();
  const store: PipelineStore = {
    ingest: {
      commit: async (...given) => {
        await Promise.resolve();
        batches.push(...given);
        const entries = given.flatMap((batch) => batch.entries);
        const fresh = entries.filter(({ item }) => !items.has(item.id));
        for (const { item } of fresh) items.set(item.id, item);
        return {
          stored: fresh.map(({ item, columns }) => ({ summary: summaryOf(item), change: 'new', columns })),
          known: entries.filter((entry) => !fresh.includes(entry)).map(({ item }) => item.id),
          alerts: fresh.filter(({ matches }) => matches.length > 0).map(({ item }) => alertOf(item)),
        };
      },
    },
    watchlists: {
      enabled: async () =>
        watchlists().map((watchlist) => ({
          ...watchlist,
          name: watchlist.id,
          enabled: true,
          demo: false,
          changedAt: '2026-01-01T00:00:00Z',
          changedBy: 'test',
          findings: [],
        })),
    },
    columns: {
      all: async () => [{ id: 'c', title: 'All', query: '', position: 0, density: 'text', person: 'p' }],
    },
    items: { scan: async function* () {} },
    lookBack: { commit: () => Promise.reject(new Error('this pipeline looks back at nothing')) },
    sources: {
      report: () => Promise.reject(new Error('this pipeline runs no source')),
      runnable: async () => [],
      runnableOne: async () => undefined,
      list: async () => [],
      get: async () => undefined,
    },
    retention: { run: async () => ({ items: 0, kept: 0 }) },
    maintain: async () => ({ analyzed: [], vacuumed: false }),
  };
  return { store, batches, items };
}
