import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../src/backoff.js';
import { createSlots } from '../src/slots.js';

describe('backoff', () => {
  it('doubles up to an hour', () => {
    expect([1, 2, 3, 20].map((failures) => backoffMs(failures, () => 1))).toEqual([5_000, 10_000, 20_000, 3_600_000]);
  });

  it('stays between half and the whole of its ceiling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const wait = backoffMs(failures, () => random);
          expect(wait).toBeGreaterThanOrEqual(2_500);
          expect(wait).toBeLessThanOrEqual(3_600_000);
        },
      ),
    );
  });
});

describe('slots', () => {
  const never = new AbortController().signal;

  it('let no more in than there are, first come first served', async () => {
    const slots = createSlots(2);
    const first = await slots.acquire(never);
    await slots.acquire(never);
    const order: string[] = [];
    const third = slots.acquire(never).then(() => order.push('third'));
    const fourth = slots.acquire(never).then((release) => {
      order.push('fourth');
      return release;
    });
    expect(slots.waiting).toBe(2);
    first?.();
    first?.();
    await third;
    expect(order).toEqual(['third']);
    expect(slots.waiting).toBe(1);
    void fourth;
  });

  it('let a waiting one go when it is aborted', async () => {
    const slots = createSlots(1);
    const release = await slots.acquire(never);
    const leaving = new AbortController();
    const waiting = slots.acquire(leaving.signal);
    leaving.abort();
    expect(await waiting).toBeUndefined();
    release?.();
    expect(await slots.acquire(never)).toBeTypeOf('function');
  });
});
