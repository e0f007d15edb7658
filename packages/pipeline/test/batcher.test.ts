import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatcher } from '../src/batcher.js';

interface Call {
  readonly requests: readonly string[];
  readonly finish: () => void;
  readonly fail: (error: Error) => void;
}

function bench(concurrency = 1, maxSize = 10) {
  const calls: Call[] = [];
  const batcher = createBatcher<string, string>({
    concurrency,
    maxSize,
    size: (request) => request.length,
    fits: (first, next) => first[0] === next[0],
    run: (requests) =>
      new Promise((resolve, reject) => {
        calls.push({
          requests,
          finish: () => {
            resolve(requests.map((request) => request.toUpperCase()));
          },
          fail: reject,
        });
      }),
  });
  return { batcher, calls };
}

describe('batching by load', () => {
  it('runs a lone request at once, and joins what waits meanwhile', async () => {
    const { batcher, calls } = bench();
    const results = Promise.all(['a1', 'a2', 'a3', 'a'].map((request) => batcher.add(request)));
    expect(calls.map((call) => call.requests)).toEqual([['a1']]);
    calls[0]?.finish();
    await new Promise((resolve) => setImmediate(resolve));
    expect(calls.map((call) => call.requests)).toEqual([['a1'], ['a2', 'a3', 'a']]);
    calls[1]?.finish();
    expect(await results).toEqual(['A1', 'A2', 'A3', 'A']);
  });

  it('never joins what does not fit, nor beyond the limit', async () => {
    const { batcher, calls } = bench();
    const all = ['a1', 'b1', 'a234567', 'a89', 'a', 'b2'].map((request) => batcher.add(request));
    for (let call = 0; call < 4; call += 1) {
      calls[call]?.finish();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(all);
    expect(calls.map((call) => call.requests)).toEqual([['a1'], ['b1', 'b2'], ['a234567', 'a89'], ['a']]);
  });

  it('tells a failure to those who shared it and to nobody else', async () => {
    const { batcher, calls } = bench();
    const first = batcher.add('a1');
    const second = batcher.add('b1');
    calls[0]?.fail(new Error('no room'));
    await expect(first).rejects.toThrow('no room');
    calls[1]?.finish();
    expect(await second).toBe('B1');
  });

  it('gives each request its own result, in any load', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom('a', 'b', 'c').chain((head) => fc.string().map((tail) => head + tail)),
          { maxLength: 30 },
        ),
        fc.integer({ min: 1, max: 4 }),
        async (requests, concurrency) => {
          let running = 0;
          const batcher = createBatcher<string, string>({
            concurrency,
            maxSize: 20,
            size: (request) => request.length,
            fits: (first, next) => first[0] === next[0],
            run: async (joined) => {
              running += 1;
              expect(running).toBeLessThanOrEqual(concurrency);
              await Promise.resolve();
              running -= 1;
              return joined.map((request) => `${request}!`);
            },
          });
          expect(await Promise.all(requests.map((request) => batcher.add(request)))).toEqual(
            requests.map((request) => `${request}!`),
          );
          await batcher.idle();
          expect(batcher.waiting).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
