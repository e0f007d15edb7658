import type { ReadResult } from '@vedette/sources';
import { describe, expect, it } from 'vitest';
import { importResults, type ImportProgress } from '../src/import-results.js';
import { item } from './fakes.js';

async function* results(count: number, onRead: (index: number) => void = () => {}): AsyncIterable<ReadResult> {
  for (let index = 0; index < count; index += 1) {
    onRead(index);
    yield index % 100 === 99
      ? { rejected: { where: `line ${String(index + 1)}`, reason: 'is no JSON', sample: '{' } }
      : { item: item(String(index)) };
  }
}

describe('an import', () => {
  it('stores everything in order and sums up what became of it', async () => {
    const seen: string[] = [];
    const progress: ImportProgress[] = [];
    const outcome = await importResults(
      results(1_234),
      { sourceId: 's', onProgress: (step) => progress.push(step) },
      async (items, { sourceId, rejected }) => {
        expect(sourceId).toBe('s');
        seen.push(...items.map(({ id }) => id));
        return { stored: items.length, known: 0, rejected: rejected.length, alerts: 1 };
      },
    );
    expect(outcome).toEqual({ stored: 1_222, known: 0, rejected: 12, alerts: 3 });
    expect(seen).toEqual([...seen].sort((a, b) => Number(a) - Number(b)));
    expect(progress.map(({ read, stored }) => [read, stored])).toEqual([
      [500, 495],
      [1_000, 990],
      [1_234, 1_222],
    ]);
  });

  it('reads no further than two steps ahead of the store', async () => {
    let read = 0;
    const waiting: (() => void)[] = [];
    const done = importResults(
      results(5_000, (index) => (read = index)),
      { sourceId: 's' },
      async (items) => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
        return { stored: items.length, known: 0, rejected: 0, alerts: 0 };
      },
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBe(999);
    for (let step = 0; step < 10; step += 1) {
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await done).stored).toBe(4_950);
    expect(read).toBe(4_999);
  });

  it('ends with the error of the store, once nothing is under way any more', async () => {
    const failing = importResults(results(600), { sourceId: 's' }, () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
  });
});
