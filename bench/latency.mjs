import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { benchLocation, benchRules, benchTerms } from './bench-store.mjs';
import { makeFeeds, makePosts } from './corpus.mjs';
import { quantile } from './measure.mjs';
import { figure, table } from './report.mjs';
import { startServerProcess } from './server-process.mjs';

const itemsPerSecond = 500;
/** Items of one request to the API; the requests come evenly. */
const perRequest = 10;
/** Each of `feedCount` feeds brings this many new entries every `feedEverySeconds`; together they bring `itemsPerSecond`. */
const entriesPerFeed = 50;
const feedEverySeconds = 2;
const feedCount = (itemsPerSecond * feedEverySeconds) / entriesPerFeed;

/** @typedef {Awaited<ReturnType<typeof startServerProcess>>} Server */
/** @typedef {ReturnType<typeof makePosts>[number]} Post */
/** @typedef {(id: string, at?: number) => void} Arrived notes when a post arrived, `performance.now()` */

/**
 * From the arrival of an entry to its alert on an open live channel, with the real server as its own process, 10,000
 * terms watched, and this process and the database on the same cores.
 *
 * @param {number} seconds how long Items come
 */
export async function measureLatency(seconds) {
  const rows = [];
  for (const engine of /** @type {const} */ (['embedded', 'postgresql'])) {
    for (const [way, bring] of /** @type {const} */ ([
      ['feeds', bringByFeeds],
      ['API', bringByApi],
    ])) {
      const figures = await measureOne(engine, bring, seconds);
      rows.push([
        `${engine === 'embedded' ? 'PGlite' : 'PostgreSQL'}, ${way}`,
        figure(figures.rate),
        `${figures.latencies.length} of ${figures.alerts}`,
        ...[0.5, 0.95, 0.99, 1].map((share) => `${figure(quantile(figures.latencies, share))} ms`),
        `${figure(figures.cpuMs)} ms`,
        `${figure(figures.loopBlockedMs)} ms`,
        figure(figures.memoryMb),
      ]);
      console.error(rows.at(-1)?.join(' · '));
    }
  }
  const head = ['', 'Items/s', 'alerts', 'p50', 'p95', 'p99', 'max', 'server CPU an Item', 'loop blocked', 'server MB'];
  return `${itemsPerSecond} Items a second for ${seconds} seconds. Feeds: ${feedCount} feeds, each on a host of its own, with ${entriesPerFeed} new entries every ${feedEverySeconds} seconds; the clock starts when the feed has left its server. API: requests of ${perRequest}; the clock starts when the request is due. It ends with the alert on an open live channel. "Loop blocked" is the longest that the server's main thread answered nobody.\n\n${table(head, rows)}`;
}

/**
 * @param {'embedded' | 'postgresql'} engine
 * @param {(server: Server, posts: readonly Post[], arrived: Arrived) => Promise<void>} bring
 * @param {number} seconds
 */
async function measureOne(engine, bring, seconds) {
  const { location, close } = await benchLocation(engine);
  const scratch = await mkdtemp(join(tmpdir(), 'vedette-bench-'));
  const server = await startServerProcess(location, scratch);
  const leave = new AbortController();
  try {
    await watch(server);
    const posts = makePosts(itemsPerSecond * seconds, {
      terms: benchTerms,
      start: Date.now() - seconds * 1000,
      stepMs: 1000 / itemsPerSecond,
    });
    const arrivals = new Map();
    const latencies = [];
    await server.listen(leave.signal, (event) => {
      if (event.type !== 'alert') return;
      const id = event.alert.lead.url?.split('/').at(-1) ?? event.alert.lead.id;
      const at = arrivals.get(id);
      if (at === undefined) return;
      arrivals.delete(id);
      latencies.push(performance.now() - at);
    });
    const cpuBefore = await server.cpuSeconds();
    await server.loopBlockedMs();
    const begun = performance.now();
    await bring(server, posts, (id, at = performance.now()) => arrivals.set(id, at));
    const rate = (posts.length * 1000) / (performance.now() - begun);
    const cpuMs = ((await server.cpuSeconds()) - cpuBefore) * 1000;
    const { openAlerts: alerts } = await server.call('GET', '/status');
    for (let waited = 0; latencies.length < alerts && waited < 5_000; waited += 50) await delay(50);
    return {
      rate,
      alerts,
      latencies,
      cpuMs: cpuMs / posts.length,
      loopBlockedMs: await server.loopBlockedMs(),
      memoryMb: await server.memoryMb(),
    };
  } finally {
    leave.abort();
    await server.stop();
    await close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {Server} server */
async function watch(server) {
  const added = await server.call('POST', '/watchlists', { name: 'Bench', rules: [] });
  await server.call('PUT', `/watchlists/${added.id}`, {
    name: 'Bench',
    rules: benchRules(),
    enabled: true,
    version: added.version,
  });
  await server.call('POST', '/columns', { title: 'Everything', query: '' });
}

/** @param {Server} server @param {readonly Post[]} posts @param {Arrived} arrived */
async function bringByApi(server, posts, arrived) {
  const pending = [];
  const begun = performance.now();
  for (let from = 0; from < posts.length; from += perRequest) {
    const due = begun + (from / itemsPerSecond) * 1000;
    const wait = due - performance.now();
    if (wait > 0) await delay(wait);
    const items = posts.slice(from, from + perRequest);
    // The clock of an Item starts when it was due, also where this process got round to it later.
    for (const item of items) arrived(item.id, Math.min(due, performance.now()));
    pending.push(server.call('POST', '/items', { items }));
  }
  await Promise.all(pending);
}

/** @param {Server} server @param {readonly Post[]} posts @param {Arrived} arrived */
async function bringByFeeds(server, posts, arrived) {
  const first = makePosts(feedCount, { seed: 3, prefix: 'first' });
  const current = first.map((post) => [post]);
  const press = createServer((request, response) => {
    const served = current[Number(/\d+/.exec(request.url ?? '')?.[0])] ?? [];
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(makeFeeds(served)[0], () => {
      for (const post of served) arrived(post.id);
    });
  });
  await new Promise((resolve) => press.listen(0, '0.0.0.0', resolve));
  const address = press.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const sources = [];
  for (let feed = 0; feed < feedCount; feed += 1) {
    // Each feed has a host of its own, as outlets do: feeds of one host take turns.
    const config = { url: `http://127.0.0.${feed + 2}:${port}/feed-${feed}.xml` };
    sources.push(
      await server.call('POST', '/sources', { kind: 'feed', title: `Feed ${feed}`, config, basis: 'invented' }),
    );
  }
  await delay(2_000);
  const begun = performance.now();
  const readFeed = async (/** @type {number} */ feed) => {
    for (let round = 0; round * feedCount * entriesPerFeed < posts.length; round += 1) {
      const due = begun + (round + feed / feedCount) * feedEverySeconds * 1000;
      await delay(Math.max(0, due - performance.now()));
      const from = (round * feedCount + feed) * entriesPerFeed;
      current[feed] = posts.slice(from, from + entriesPerFeed);
      await server.call('POST', `/sources/${sources[feed].id}/poll`);
    }
  };
  await Promise.all(sources.map((_, feed) => readFeed(feed)));
  press.closeAllConnections();
  press.close();
}
