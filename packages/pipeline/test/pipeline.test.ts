import { createPipeline, type Pipeline } from '@vedette/pipeline';
import { afterEach, describe, expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.js';
import { item } from './fakes.js';
import { memoryStore } from './memory-store.js';

let running: Pipeline | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function bench(query = '"grey gate"') {
  let rules = { version: 1, query };
  const memory = memoryStore(() => [{ id: 'w', version: rules.version, rules: [{ id: 'r', query: rules.query }] }]);
  const said: string[] = [];
  running = await createPipeline({
    store: memory.store,
    definitions: [],
    contextOf: () => {
      throw new Error('this pipeline runs no source');
    },
    clock: createFakeClock(),
    workers: 2,
    log: (_level, message) => said.push(message),
  });
  return {
    ...memory,
    said,
    pipeline: running,
    save: (next: string) => {
      rules = { version: rules.version + 1, query: next };
    },
  };
}

async function* results() {
  for (let index = 0; index < 1_200; index += 1) {
    yield index === 7
      ? { rejected: { where: 'line 8', reason: 'is no JSON', sample: '{' } }
      : { item: item(String(index), index % 100 === 0 ? 'grey gate' : 'nothing') };
  }
}

describe('the pipeline, with real threads', () => {
  it('decodes, matches and stores what is handed in, and tells of it once it is stored', async () => {
    const { pipeline, items, batches } = await bench();
    const told: string[] = [];
    pipeline.events.on('item', ({ item: of, columns }) =>
      told.push(`item ${of.id} ${columns.join()} ${String(items.has(of.id))}`),
    );
    pipeline.events.on('alert', (alert) => told.push(`alert ${alert.id}`));
    const outcome = await pipeline.ingest([item('1', 'at the gr\u200bey gate'), item('2', 'elsewhere')], {
      sourceId: 's',
    });
    expect(outcome).toEqual({ stored: 2, known: 0, rejected: 0, alerts: 1 });
    expect(told).toEqual(['item 1 c true', 'item 2 c true', 'alert alert-1']);
    expect(batches[0]?.entries[0]).toMatchObject({
      copyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      decoded: { text: { plain: 'at the grey gate' } },
      matches: [
        { watchlist: 'w', rule: 'r', version: 1, action: 'alert', spans: [{ start: 7, end: 17, field: 'text' }] },
      ],
    });
    expect(pipeline.stats()).toMatchObject({ stored: 2, alerts: 1, waitingForStore: 0 });
  });

  it('stores nothing twice', async () => {
    const { pipeline } = await bench();
    await pipeline.ingest([item('1')], { sourceId: 's' });
    expect(await pipeline.ingest([item('1')], { sourceId: 's' })).toMatchObject({ stored: 0, known: 1 });
  });

  it('compares every Item after a reload with the new rules, and says which version caught it', async () => {
    const { pipeline, batches, save } = await bench();
    save('lantern');
    await Promise.all([pipeline.reload(), pipeline.reload()]);
    await pipeline.ingest([item('1', 'a lantern at the grey gate')], { sourceId: 's' });
    expect(batches[0]?.entries[0]?.matches).toMatchObject([{ version: 2, spans: [{ term: 'lantern' }] }]);
  });

  it('imports what a reader gives, with what it could not read', async () => {
    const { pipeline, batches } = await bench();
    const steps: number[] = [];
    const outcome = await pipeline.importResults(results(), {
      sourceId: 's',
      onProgress: ({ read }) => steps.push(read),
    });
    expect(outcome).toEqual({ stored: 1_199, known: 0, rejected: 1, alerts: 12 });
    expect(steps).toHaveLength(3);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1_200);
    expect(batches.flatMap(({ rejected }) => rejected)).toEqual([
      { where: 'line 8', reason: 'is no JSON', sample: '{' },
    ]);
  });

  it('goes on when a listener fails, and names it', async () => {
    const { pipeline, said } = await bench();
    const heard: string[] = [];
    pipeline.events.on('item', () => {
      throw new Error('the channel is closed');
    });
    pipeline.events.on('item', ({ item: of }) => heard.push(of.id));
    await pipeline.ingest([item('1')], { sourceId: 's' });
    expect([heard, said]).toEqual([['1'], ['a listener for "item" failed: the channel is closed']]);
  });

  it('refuses work once it stopped', async () => {
    const { pipeline } = await bench();
    await pipeline.stop();
    await expect(pipeline.ingest([item('1')], { sourceId: 's' })).rejects.toMatchObject({ code: 'stopped' });
  });
});
