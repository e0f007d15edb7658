import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePosts } from '../corpus.mjs';
import { benchTerms, openBenchStore } from '../bench-store.mjs';

const count = 5_000;
const batchSize = 250;

/** @param {'embedded' | 'postgresql'} engine */
async function commitBatches(engine) {
  const { decode } = await import('@vedette/decode');
  const { copyKey } = await import('@vedette/pipeline');
  const { store, source, close } = await openBenchStore(engine);
  let round = 0;
  /** Decoded before the clock runs: this measures the store alone. */
  const prepare = () => {
    round += 1;
    return makePosts(count, { seed: round, prefix: `r${round}-` }).map((item) => {
      const text = decode(item.text);
      return { item, decoded: { text }, copyKey: copyKey(text.plain), matches: [], columns: [] };
    });
  };
  let entries = prepare();
  return {
    count,
    close,
    round: async () => {
      const now = entries;
      for (let from = 0; from < now.length; from += batchSize) {
        await store.ingest.commit({
          source: { id: source.id },
          entries: now.slice(from, from + batchSize),
          rejected: [],
          at: Date.now(),
        });
      }
    },
    between: () => {
      entries = prepare();
    },
  };
}

/** @param {readonly import('@vedette/contract').Item[]} items */
async function* asResults(items) {
  for (const item of items) yield { item };
}

/** @param {'embedded' | 'postgresql'} engine */
async function wholePipeline(engine) {
  const { createPipeline } = await import('@vedette/pipeline');
  const { store, source, close } = await openBenchStore(engine, { terms: true });
  const pipeline = await createPipeline({
    store,
    definitions: [],
    contextOf: () => {
      throw new Error('this pipeline runs no source');
    },
    log: (level, message) => {
      if (level === 'error' || level === 'warn') console.error(message);
    },
  });
  let round = 0;
  const prepare = () => {
    round += 1;
    return makePosts(count, { seed: round, prefix: `r${round}-`, terms: benchTerms });
  };
  let items = prepare();
  return {
    count,
    close: async () => {
      await pipeline.stop();
      await close();
    },
    round: async () => {
      await pipeline.importResults(asResults(items), { sourceId: source.id });
    },
    between: () => {
      items = prepare();
    },
  };
}

/** Lines written and flushed to the same disk: what any store must at least do. */
async function appendFloor() {
  const { open } = await import('node:fs/promises');
  const folder = await mkdtemp(join(tmpdir(), 'vedette-bench-'));
  const lines = makePosts(count).map((post) => `${JSON.stringify(post)}\n`);
  const file = await open(join(folder, 'log'), 'a');
  return {
    count,
    close: async () => {
      await file.close();
      await rm(folder, { recursive: true });
    },
    round: async () => {
      for (let from = 0; from < lines.length; from += batchSize) {
        await file.write(lines.slice(from, from + batchSize).join(''));
        await file.datasync();
      }
    },
  };
}

/** @type {import('../run.mjs').Group} */
export const storing = {
  title: 'Storing',
  unit: 'Items/s',
  about: `Transactions of ${batchSize} Items with full-text index, counts and record, flushed to disk. "Pipeline" is the whole way: decoded, matched with 10,000 terms on a worker thread, stored.`,
  cases: {
    'PGlite, store alone': () => commitBatches('embedded'),
    'PostgreSQL, store alone': () => commitBatches('postgresql'),
    'PGlite, pipeline': () => wholePipeline('embedded'),
    'PostgreSQL, pipeline': () => wholePipeline('postgresql'),
    'floor, lines appended and flushed': appendFloor,
  },
};
