import type { Decoded } from '@vedette/contract';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { disguisedLines } from '../dev/world.js';
import { alignDecoded } from '../src/features/item/align.js';

const pairs = (decoded: Decoded) =>
  alignDecoded(decoded)
    .filter(({ names }) => names.length > 0)
    .map(({ original, plain }) => [original, plain]);

it('lays each disguised place beside what it says', () => {
  const [line] = disguisedLines;
  expect(line && pairs(line)).toEqual([
    ['j0in', 'join'],
    ['thе', 'the'],
    ['gr\u200Bеy', 'grey'],
    ['g4te', 'gate'],
    ['m\u202Eeet\u202C', 'meet'],
  ]);
});

it('shows the word around a hidden character', () => {
  const decoded: Decoded = {
    text: 'a\u200Bb',
    plain: 'ab',
    fold: 'ab',
    readings: [],
    disguises: [{ name: 'invisible', start: 1, end: 2 }],
  };
  expect(pairs(decoded)).toEqual([['a\u200Bb', 'ab']]);
});

it('takes what follows as one place when the parts cannot be told apart', () => {
  const decoded: Decoded = {
    text: 'x 1yz 2w',
    plain: 'x backwards',
    fold: '',
    readings: [],
    disguises: [
      { name: 'leet', start: 2, end: 3 },
      { name: 'reversed', start: 6, end: 8 },
    ],
  };
  expect(pairs(decoded)).toEqual([['1yz 2w', 'backwards']]);
});

it('always gives the whole original and the whole of what it says', () => {
  const span = fc.record({
    name: fc.constantFrom('leet' as const, 'bidi' as const),
    start: fc.nat(24),
    end: fc.nat(24),
  });
  const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), maxLength: 20 });
  fc.assert(
    fc.property(words, words, fc.array(span, { maxLength: 5 }), (text, plain, disguises) => {
      const stretches = alignDecoded({ text, plain, fold: '', readings: [], disguises });
      expect(stretches.map(({ original }) => original).join('')).toBe(text);
      // What it says is cut up, never made up: each side is a part of `plain`, and none is used twice.
      let said = 0;
      for (const stretch of stretches) {
        expect(plain.startsWith(stretch.plain, said)).toBe(true);
        said += stretch.plain.length;
      }
    }),
    { numRuns: 200 },
  );
});
