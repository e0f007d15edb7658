import { onlyGet } from '@vedette/testing';
import { createPipeline } from '@vedette/pipeline';
import { sources } from '@vedette/sources';
import { expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.js';
import { watched } from './fakes.js';
import { memoryStore } from './memory-store.js';

function feed(...titles: readonly string[]): Uint8Array {
  const entries = titles.map(
    (title, index) => `<item><title>${title}</title><guid isPermaLink="false">${String(index)}</guid></item>`,
  );
  return new TextEncoder().encode(
    `<rss version="2.0"><channel><title>The Harbour Times</title><link>https://press.example/</link>${entries.join('')}</channel></rss>`,
  );
}

it('walks a real feed from its first answer to the alert, without anything counted twice', async () => {
  const answers = [feed('Weather', 'At the ｇｒｅｙ gate'), feed('Weather', 'At the ｇｒｅｙ gate', 'Harvest')];
  const http = onlyGet(async ({ url }) => ({
    status: 200,
    url,
    headers: {},
    body: answers.shift() ?? feed('Weather'),
  }));
  const memory = memoryStore(() => [{ id: 'w', version: 1, rules: [{ id: 'r', query: '"grey gate"' }] }]);
  const source = watched('s', { config: { url: 'https://press.example/feed.xml', maxMinutes: 60 } });
  let report: string[] = [];
  const clock = createFakeClock();
  const pipeline = await createPipeline({
    store: {
      ...memory.store,
      sources: {
        ...memory.store.sources,
        runnable: async () => [{ source, cursor: undefined }],
        report: async (_id, { outcome }) => {
          report = [...report, outcome];
          return source;
        },
      },
    },
    definitions: sources,
    contextOf: () => ({ http, secret: () => undefined }),
    clock,
    workers: 1,
    log: () => {},
  });
  const items: string[] = [];
  const alerts: string[] = [];
  pipeline.events.on('alert', (alert) => alerts.push(alert.id));
  const second = new Promise<void>((resolve) => {
    pipeline.events.on('item', ({ item }) => {
      items.push(item.id);
      if (items.length === 2) void clock.advance(60 * 60_000);
      if (items.length === 3) resolve();
    });
  });
  await pipeline.start();
  await second;
  await pipeline.stop();
  expect(new Set(items).size).toBe(3);
  expect(alerts.length).toBe(1);
  expect(report[0]).toBe('ok');
  expect(memory.batches.map(({ entries }) => entries.map(({ item }) => item.title))).toEqual([
    ['Weather', 'At the ｇｒｅｙ gate'],
    ['Harvest'],
  ]);
});
