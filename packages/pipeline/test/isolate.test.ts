import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate, type Isolated } from '../src/isolate.js';

class Lost extends Error {
  readonly element: number;
  constructor(element: number) {
    super('the worker died');
    this.element = element;
  }
}

function runner(poison: ReadonlySet<number>, calls: number[][] = [], knowsWhere = true) {
  return {
    run: async (batch: readonly number[]): Promise<readonly Isolated<number>[]> => {
      calls.push([...batch]);
      const at = batch.findIndex((element) => poison.has(element));
      if (at >= 0) throw new Lost(at);
      return batch.map((element) => ({ ok: true, result: element * 10 }));
    },
    isLost: (error: unknown) => error instanceof Lost,
    suspectOf: (error: unknown) => (knowsWhere && error instanceof Lost ? error.element : undefined),
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

  it('is tried without it, and the element once more alone', async () => {
    const calls: number[][] = [];
    await isolate([1, 2, 3, 4], runner(new Set([3]), calls));
    expect(calls).toEqual([[1, 2, 3, 4], [1, 2], [3], [4]]);
  });

  it('is halved where nobody knows which element it was', async () => {
    const calls: number[][] = [];
    await isolate([1, 2, 3, 4], runner(new Set([3]), calls, false));
    expect(calls).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [3], [4]]);
  });

  it('gives up exactly the poison, whatever the batch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(200), { maxLength: 40 }),
        fc.func(fc.boolean()),
        fc.boolean(),
        async (batch, isPoison, knowsWhere) => {
          const poison = new Set(batch.filter((element) => isPoison(element)));
          const results = await isolate(batch, runner(poison, [], knowsWhere));
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
