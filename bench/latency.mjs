import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { benchLocation, benchRules, benchTerms } from './bench-store.mjs';
import { makePosts } from './corpus.mjs';
import { quantile } from './measure.mjs';
import { figure, table } from './report.mjs';
import { startServerProcess } from './server-process.mjs';

const itemsPerSecond = 500;
const seconds = 60;
/** Items of one request; the requests come evenly. */
const perRequest = 10;

/**
 * From handing in an Item (before the request is sent) to its alert on an open live channel, with the real server as its
 * own process, 10,000 terms watched, and this process and the database on the same cores.
 */
export async function measureLatency() {
  const rows = [];
  for (const engine of /** @type {const} */ (['embedded', 'postgresql'])) {
    const figures = await measureEngine(engine);
    rows.push([
      engine === 'embedded' ? 'PGlite' : 'PostgreSQL',
      figure(figures.rate),
      String(figures.alerts),
      ...[0.5, 0.95, 0.99, 1].map((share) => `${figure(quantile(figures.latencies, share))} ms`),
      `${figure(quantile(figures.answers, 0.99))} ms`,
      figure(figures.memoryMb),
    ]);
  }
  const head = ['', 'Items/s', 'alerts', 'p50', 'p95', 'p99', 'max', 'stored, p99', 'server MB'];
  return `${itemsPerSecond} Items a second for ${seconds} seconds in requests of ${perRequest}; from before the request to the alert on an open live channel. "stored" is the answer to the request.\n\n${table(head, rows)}`;
}

/** @param {'embedded' | 'postgresql'} engine */
async function measureEngine(engine) {
  const { location, close } = await benchLocation(engine);
  const scratch = await mkdtemp(join(tmpdir(), 'vedette-bench-'));
  const server = await startServerProcess(location, scratch);
  try {
    await watch(server);
    const posts = makePosts(itemsPerSecond * seconds, {
      terms: benchTerms,
      start: Date.now(),
      stepMs: 1000 / itemsPerSecond,
    });
    const sent = new Map();
    const latencies = [];
    const answers = [];
    const leave = new AbortController();
    await server.listen(leave.signal, (event) => {
      if (event.type !== 'alert') return;
      const at = sent.get(event.alert.lead.id);
      if (at === undefined) return;
      sent.delete(event.alert.lead.id);
      latencies.push(performance.now() - at);
    });
    let alerts = 0;
    const handIn = async (/** @type {readonly unknown[]} */ items, /** @type {number} */ due) => {
      const answer = await server.call('POST', '/items', { items });
      answers.push(performance.now() - due);
      alerts += answer.alerts;
    };
    const pending = [];
    const begun = performance.now();
    for (let from = 0; from < posts.length; from += perRequest) {
      const due = begun + (from / itemsPerSecond) * 1000;
      const wait = due - performance.now();
      if (wait > 0) await delay(wait);
      const items = posts.slice(from, from + perRequest);
      // Late is late: the clock of an Item starts when it was due, not when this process got round to it.
      for (const item of items) sent.set(item.id, Math.min(due, performance.now()));
      pending.push(handIn(items, due));
    }
    await Promise.all(pending);
    const tookMs = performance.now() - begun;
    for (let waited = 0; latencies.length < alerts && waited < 10_000; waited += 50) await delay(50);
    if (latencies.length < alerts) console.error(`${alerts - latencies.length} of ${alerts} alerts did not come`);
    const memoryMb = await server.memoryMb();
    leave.abort();
    return { rate: (posts.length * 1000) / tookMs, alerts: latencies.length, latencies, answers, memoryMb };
  } finally {
    await server.stop();
    await close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {Awaited<ReturnType<typeof startServerProcess>>} server */
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
