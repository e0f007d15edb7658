import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTracked, foldFlag, mayBeDisguised, type DisguiseName } from '../src/index.js';

const without: readonly DisguiseName[] = ['arabizi', 'dotless'];
const parts = [
  '7abibi',
  'wach',
  'kayn',
  '3andkom',
  'gr3y',
  'g\u200bate',
  'h e l l o',
  'الٮٮٮ',
  'ڡى',
  'Z3JleSBnYXRl',
  '#GreyGate',
];

test('a decoding without some readings is the one with them but for these', () => {
  let left = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join(' ');
      const whole = decodeTracked(text);
      const less = decodeTracked(text, { without });
      expect(less.plain).toEqual(whole.plain);
      const kept = whole.readings.filter(({ steps }) => !steps.some((step) => without.includes(step)));
      expect(less.readings).toEqual(kept);
      left += whole.readings.length - kept.length;
      expect(less.disguises.some(({ name }) => without.includes(name))).toBe(false);
      // The same text is remembered, but not one way for the other.
      expect(decodeTracked(text)).toEqual(whole);
    }),
  );
  expect(left).toBeGreaterThan(20);
});

test('flags that only these ask for are none without them', () => {
  expect(mayBeDisguised(foldFlag.rasm)).toBe(true);
  expect(mayBeDisguised(foldFlag.rasm, { without: ['dotless'] })).toBe(false);
  expect(mayBeDisguised(foldFlag.invisible, { without })).toBe(true);
});
