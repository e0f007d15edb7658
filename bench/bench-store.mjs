import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTerms } from './corpus.mjs';

const by = { id: 'bench', name: 'Bench' };
export const benchTerms = makeTerms(10_000);

/** A watchlist of 10,000 phrases. */
export function benchRules() {
  return benchTerms.map((term, index) => ({ id: `r${index}`, query: `"${term}"` }));
}

/** Where an empty store of that engine is, on a disk that is flushed. @param {'embedded' | 'postgresql'} engine */
export async function benchLocation(engine) {
  if (engine === 'embedded') {
    const dataDir = await mkdtemp(join(tmpdir(), 'vedette-bench-'));
    return { location: { dataDir }, close: () => rm(dataDir, { recursive: true, force: true }) };
  }
  const { startPostgres } = await import('@vedette/testing/postgres');
  const server = await startPostgres({ fsync: true });
  return {
    location: { databaseUrl: server.url },
    close: async () => {
      // The server's own handles keep no process alive, and this one must wait for its end.
      const alive = setInterval(() => {}, 1_000);
      await server.stop();
      clearInterval(alive);
    },
  };
}

/**
 * An open, empty store with one source.
 * @param {'embedded' | 'postgresql'} engine
 * @param {{ terms?: boolean }} [options] with the 10,000 terms as a watchlist
 */
export async function openBenchStore(engine, { terms = false } = {}) {
  const { openStore } = await import('@vedette/store');
  const { location, close } = await benchLocation(engine);
  const store = await openStore(location, { version: '0.0.0', now: Date.now });
  if (terms) await store.watchlists.add({ name: 'Bench', rules: benchRules(), findings: [] }, by);
  const source = await store.sources.add(
    { kind: 'ndjson', title: 'Bench', config: {}, basis: 'invented for measuring', once: true },
    by,
  );
  return {
    store,
    source,
    close: async () => {
      await store.close();
      await close();
    },
  };
}
