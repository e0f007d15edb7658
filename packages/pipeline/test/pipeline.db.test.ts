import { createPipeline, type Pipeline } from '@vedette/pipeline';
import type { SourceDefinition } from '@vedette/sources';
import type { Store } from '@vedette/store';
import { describeDatabases, onlyGet } from '@vedette/testing';
import { afterEach, expect, it } from 'vitest';
import { batch, definition, item } from './fakes.js';

const by = { id: 'test', name: 'Test' };
const running: Pipeline[] = [];

async function startOn(store: Store, definitions: readonly SourceDefinition[] = []): Promise<Pipeline> {
  const pipeline = await createPipeline({
    store,
    definitions,
    contextOf: () => ({
      http: onlyGet(() => Promise.reject(new Error('this test opens no connection'))),
      secret: () => undefined,
    }),
    workers: 1,
    log: () => {},
  });
  running.push(pipeline);
  return pipeline;
}

describeDatabases('the pipeline on a database', (databases) => {
  // Runs before the harness closes the stores: hooks run last one first.
  afterEach(async () => {
    for (const pipeline of running.splice(0)) await pipeline.stop();
  });

  it('brings a disguised text to an alert that says which rule caught it, once', async () => {
    const store = await databases.open();
    await store.watchlists.add({ name: 'Gates', rules: [{ id: 'r1', query: '"grey gate"' }], findings: [] }, by);
    const source = await store.sources.add(
      { kind: 'ndjson', title: 'Test', config: {}, basis: 'test', once: true },
      by,
    );
    const pipeline = await startOn(store);
    const told: string[] = [];
    pipeline.events.on('alert', ({ lead }) => told.push(lead.id));

    const items = [
      item('1', 'Meet at the ｇｒｅｙ gate tonight, bring a lantern'),
      item('2', 'Nothing to see here today'),
    ];
    expect(await pipeline.ingest(items, { sourceId: source.id })).toEqual({
      stored: 2,
      known: 0,
      rejected: 0,
      alerts: 1,
    });
    expect(await pipeline.ingest(items, { sourceId: source.id })).toEqual({
      stored: 0,
      known: 2,
      rejected: 0,
      alerts: 0,
    });
    expect(told).toEqual(['1']);

    const { rows } = await store.alerts.list({ state: 'open', order: 'priority', limit: 10 });
    expect(rows.map((alert) => [alert.lead.id, alert.rules.map(({ rule }) => rule)])).toEqual([['1', ['r1']]]);
  });

  it('looks through what was stored before a watchlist was saved, once', async () => {
    const store = await databases.open();
    const source = await store.sources.add(
      { kind: 'ndjson', title: 'Test', config: {}, basis: 'test', once: true },
      by,
    );
    const pipeline = await startOn(store);
    const items = Array.from({ length: 450 }, (_, index) =>
      item(
        String(index),
        index % 150 === 0 ? `Meet at the ｇｒｅｙ gate on day ${String(index)}` : `post ${String(index)}`,
      ),
    );
    await pipeline.ingest(items, { sourceId: source.id });
    const rules = [{ id: 'r1', query: '"grey gate"' }];
    const { id, version } = await store.watchlists.add({ name: 'Gates', rules, findings: [] }, by);
    await pipeline.reload();
    const told: string[] = [];
    pipeline.events.on('alert', ({ lead }) => told.push(lead.id));
    const steps: number[] = [];
    const request = { watchlist: id, version, since: 0, signal: new AbortController().signal };
    const outcome = await pipeline.lookBack({ ...request, onProgress: ({ looked }) => steps.push(looked) });
    expect(outcome).toEqual({ looked: 450, matches: 3, alerts: 3 });
    expect([told.sort(), steps]).toEqual([
      ['0', '150', '300'],
      [200, 400, 450],
    ]);
    expect(await pipeline.lookBack(request)).toEqual({ looked: 450, matches: 0, alerts: 0 });
    expect(await pipeline.lookBack({ ...request, signal: AbortSignal.abort() })).toMatchObject({ looked: 0 });
    await expect(pipeline.lookBack({ ...request, version: version + 1 })).rejects.toMatchObject({
      code: 'rules-changed',
    });
  });

  it('keeps what a text may hold that a database does not like', async () => {
    const store = await databases.open();
    const source = await store.sources.add(
      { kind: 'ndjson', title: 'Test', config: {}, basis: 'test', once: true },
      by,
    );
    const pipeline = await startOn(store);
    const odd = ['a NUL \u0000 in the middle', 'half a pair \ud83d', '\udc00 the other half', '\ufeff\uffff', ''];
    const outcome = await pipeline.ingest(
      odd.map((text, index) => item(String(index), text)),
      { sourceId: source.id },
    );
    expect(outcome.stored + outcome.rejected).toBe(odd.length);
    expect(outcome.stored).toBeGreaterThanOrEqual(3);
  });

  it('goes on after a restart behind what was stored, and stores nothing twice', async () => {
    const location = await databases.locate();
    const cursors: (number | undefined)[] = [];
    const counting = definition(async function* (cursor, context) {
      cursors.push(cursor);
      for (let at = cursor ?? 0; ; at += 1) {
        yield batch({
          items: [item(`i${String(at)}`)],
          cursor: at + 1,
          ...(at % 3 === 2 ? { nextAt: context.now() + 1 } : {}),
        });
      }
    });
    const first = await databases.open({ location });
    await first.sources.add({ kind: 'feed', title: 'Counter', config: {}, basis: 'test' }, by);
    const before = await startOn(first, [counting]);
    const six = new Promise<void>((resolve) => {
      let seen = 0;
      before.events.on('item', () => {
        seen += 1;
        if (seen === 6) resolve();
      });
    });
    await before.start();
    await six;
    await before.stop();
    const storedBefore = await first.items.count();
    await first.close();

    const second = await databases.open({ location });
    const after = await startOn(second, [counting]);
    const more = new Promise<void>((resolve) => {
      after.events.on('item', () => {
        resolve();
      });
    });
    await after.start();
    await more;
    await after.stop();
    expect(after.stats().known).toBe(0);
    expect(cursors[0]).toBeUndefined();
    expect(cursors[1]).toBe(storedBefore);
  });

  it('puts what a source could not read into the quarantine, with its reason', async () => {
    const store = await databases.open();
    const source = await store.sources.add(
      { kind: 'ndjson', title: 'Test', config: {}, basis: 'test', once: true },
      by,
    );
    const pipeline = await startOn(store);
    const rejected = [{ where: 'line 2', reason: 'is no JSON', sample: '{' }];
    await pipeline.ingest([item('1')], { sourceId: source.id, rejected });
    const { rows } = await store.quarantine.list({ limit: 10 });
    expect(rows.map(({ where, reason, sample }) => ({ where, reason, sample }))).toEqual(rejected);
  });
});
