import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate, type Isolated } from '../src/isolate.js';

class Lost extends Error {}

function runner(poison: ReadonlySet<number>, calls: number[][] = []) {
  return {
    run: async (batch: readonly number[]): Promise<readonly Isolated<number>[]> => {
      calls.push([...batch]);
      if (batch.some((element) => poison.has(element))) throw new Lost('the worker died');
      return batch.map((element) => ({ ok: true, result: element * 10 }));
    },
    isLost: (error: unknown) => error instanceof Lost,
    reasonOf: (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
  };
}

describe('a batch with a poisonous element', () => {
  it('costs only that element', async () => {
    const results = await isolate([1, 2, 3, 4, 5], runner(new Set([4])));
    expect(results).toEqual([
      { ok: true, result: 10 },
      { ok: true, result: 20 },
      { ok: true, result: 30 },
      { ok: false, reason: 'the worker died' },
      { ok: true, result: 50 },
    ]);
  });

  it('is tried once more as a whole before it is halved', async () => {
    const calls: number[][] = [];
    await isolate([1, 2], runner(new Set([2]), calls));
    expect(calls).toEqual([[1, 2], [1, 2], [1], [2]]);
  });

  it('gives up exactly the poison, whatever the batch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(200), { maxLength: 40 }),
        fc.func(fc.boolean()),
        async (batch, isPoison) => {
          const poison = new Set(batch.filter((element) => isPoison(element)));
          const results = await isolate(batch, runner(poison));
          expect(results.map((result) => result.ok)).toEqual(batch.map((element) => !poison.has(element)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('throws on what is not a lost worker', async () => {
    const failing = { ...runner(new Set()), run: () => Promise.reject(new TypeError('a defect')) };
    await expect(isolate([1, 2], failing)).rejects.toThrow('a defect');
  });
});
