import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchLocation, benchRules, benchTerms } from './bench-store.mjs';
import { makePosts } from './corpus.mjs';
import { quantile } from './measure.mjs';
import { figure, table } from './report.mjs';
import { startServerProcess } from './server-process.mjs';

const step = 500;
const asksPerPage = 20;
const outlets = 40;
const by = { id: 'bench', name: 'Bench' };

/**
 * First pages and searches of a store with so many Items, through the API of the real server.
 * @param {number} count
 */
export async function measureLarge(count) {
  const parts = [];
  for (const engine of /** @type {const} */ (['embedded', 'postgresql'])) {
    const { location, close } = await benchLocation(engine);
    const scratch = await mkdtemp(join(tmpdir(), 'vedette-bench-'));
    try {
      const filled = await fill(location, count);
      const server = await startServerProcess(location, scratch);
      try {
        parts.push(await ask(engine, count, filled, server));
      } finally {
        await server.stop();
      }
    } finally {
      await close();
      await rm(scratch, { recursive: true, force: true });
    }
  }
  return parts.join('\n\n');
}

/** Every tenth Item is an article; one title in five is told by several outlets. @param {ReturnType<typeof makePosts>[number]} post @param {number} index */
function articleOf(post, index) {
  const outlet = index % outlets;
  const words = post.text.split(' ');
  const title =
    index % 5 === 0
      ? `Event ${Math.floor(index / 25)} of ${words[0]} ${Math.floor(index / 25)}`
      : words.slice(0, 9).join(' ');
  const source = { kind: 'feed', id: `outlet-${outlet}`, title: `Outlet ${outlet}` };
  return { ...post, kind: 'article', title, source };
}

/** @param {{ dataDir: string } | { databaseUrl: string }} location @param {number} count */
async function fill(location, count) {
  const { openStore } = await import('@vedette/store');
  const { createPipeline } = await import('@vedette/pipeline');
  const store = await openStore(location, { version: '0.0.0', now: Date.now });
  await store.watchlists.add({ name: 'Bench', rules: benchRules(), findings: [] }, by);
  const source = await store.sources.add(
    { kind: 'ndjson', title: 'Bench', config: {}, basis: 'invented for measuring', once: true, retentionDays: 3_650 },
    by,
  );
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
  const stepMs = (28 * 86_400_000) / count;
  const start = Date.now() - count * stepMs;
  async function* results() {
    for (let from = 0; from < count; from += step * 40) {
      const size = Math.min(step * 40, count - from);
      const options = { seed: from + 1, prefix: `l${from}-`, terms: benchTerms, start: start + from * stepMs, stepMs };
      for (const [index, item] of makePosts(size, options).entries()) {
        yield { item: index % 10 === 0 ? articleOf(item, index / 10) : item };
      }
    }
  }
  const begun = performance.now();
  let told = 0;
  const outcome = await pipeline.importResults(results(), {
    sourceId: source.id,
    onProgress: ({ read }) => {
      if (read < told + 50_000) return;
      told = read;
      console.error(`${read} Items, ${figure((read * 1000) / (performance.now() - begun))} a second`);
    },
  });
  const rate = (count * 1000) / (performance.now() - begun);
  await pipeline.stop();
  await store.close();
  return { rate, alerts: outcome.alerts };
}

/**
 * @param {'embedded' | 'postgresql'} engine @param {number} count
 * @param {{ rate: number, alerts: number }} filled
 * @param {Awaited<ReturnType<typeof startServerProcess>>} server
 */
async function ask(engine, count, filled, server) {
  const [sample] = makePosts(1, { seed: 1, terms: benchTerms });
  const rare = sample.text.split(' ').sort((a, b) => b.length - a.length)[0];
  const pages = {
    'Press, first page': '/press',
    'Alerts, first page': '/alerts',
    'Alerts, newest': '/alerts?order=newest',
    'Search, everything': '/search?limit=50',
    'Columns with their volume': '/columns',
    Sources: '/sources',
    Watchlists: '/watchlists',
    Status: '/status',
    'Search, a common word': '/search?q=the',
    'Search, a rare word': `/search?q=${encodeURIComponent(rare)}`,
    'Search, two words': '/search?q=the%20with',
    'Search, a phrase': `/search?q=${encodeURIComponent(`"${sample.text.split(' ').slice(0, 2).join(' ').replaceAll('"', '')}"`)}`,
    'Search, Arabic word': `/search?q=${encodeURIComponent('هذا')}`,
    'Search, no hit': '/search?q=zzqxj',
    'Search, common word without another': '/search?q=the%20-with',
    'Search, one source': '/search?q=the&source=bench-0',
    'Search, a common word with facets': '/search?q=the&facets=true',
  };
  await server.call('POST', '/columns', { title: 'The', query: 'the' });
  const rows = [];
  for (const [name, path] of Object.entries(pages)) {
    const times = [];
    for (let count = 0; count < asksPerPage; count += 1) {
      const begun = performance.now();
      await server.call('GET', path);
      times.push(performance.now() - begun);
    }
    rows.push([name, ...[0, 0.5, 0.95, 1].map((share) => `${figure(quantile(times, share))} ms`)]);
    console.error(`${engine} · ${rows.at(-1)?.join(' · ')}`);
  }
  const title = engine === 'embedded' ? 'PGlite' : 'PostgreSQL';
  const memory = figure(await server.memoryMb());
  return `**${title}**: ${count.toLocaleString('en')} Items came in at ${figure(filled.rate)} a second and made ${filled.alerts.toLocaleString('en')} alerts; the server holds ${memory} MB after these questions.\n\n${table(['', 'min', 'p50', 'p95', 'max'], rows)}`;
}
