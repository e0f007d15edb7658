import { expect, it } from 'vitest';
import { Reservoir } from '../src/features/watchlists/reservoir.js';

/** Numbers from 0 to 1 that are the same in each run (Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

it('keeps all while few come, in their order', () => {
  const sample = new Reservoir<number>(5, seeded(1));
  for (const value of [3, 1, 2]) sample.offer(() => value);
  expect(sample.sample).toEqual([3, 1, 2]);
  expect(sample.count).toBe(3);
});

it('draws each of many as often as any other', () => {
  const random = seeded(7);
  const drawn = Array.from({ length: 40 }, () => 0);
  const runs = 4000;
  for (let run = 0; run < runs; run += 1) {
    const sample = new Reservoir<number>(10, random);
    for (let value = 0; value < 40; value += 1) sample.offer(() => value);
    expect(sample.sample.length).toBe(10);
    for (const value of sample.sample) drawn[value] = (drawn[value] ?? 0) + 1;
  }
  // A quarter of 4,000 runs, give or take five standard deviations (27.4 each).
  for (const count of drawn) expect(Math.abs(count - runs / 4)).toBeLessThan(137);
});
