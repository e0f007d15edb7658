import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nthLeast } from '../src/arabic/states.js';
import { arabicLetters } from '../src/arabic/lexicon.js';
import { readWord, type Step } from '../src/arabic/word-search.js';
import { arabiziLattice } from '../src/transforms/arabizi/conventions.js';
import { readWordPlainly } from './plain-word-search.js';

const limits = fc.record({
  most: fc.constantFrom(1, 5, 10),
  beam: fc.constantFrom(8, 60, 220),
  unlisted: fc.constantFrom(4, 30),
  spoken: fc.constantFrom(0, 0.5, 0.75),
});
const typed = fc.oneof(
  fc.constantFrom(
    'walalmadrasa',
    'el3arabiya',
    'kitabhom',
    'mabghitch',
    'lelmadina',
    '2ahlan',
    'shokran',
    'a',
    'ou',
    'xxqq',
  ),
  fc.string({ unit: fc.constantFrom(...Array.from("abdehiklmnorstuwy23579'")), minLength: 1, maxLength: 10 }),
);

test('the search in typed arrays finds what the plain one finds, at the same cost', () => {
  fc.assert(
    fc.property(typed, limits, (word, limit) => {
      const lattice = arabiziLattice(word);
      expect(readWord(lattice, limit)).toEqual(readWordPlainly(lattice, limit));
    }),
    { numRuns: 150 },
  );
});

test('so it is for lattices of any steps', () => {
  const step = fc.record({
    length: fc.integer({ min: 1, max: 3 }),
    letters: fc.array(fc.integer({ min: 0, max: arabicLetters.length - 1 }), { maxLength: 3 }),
    cost: fc.double({ min: 0, max: 6, noNaN: true }),
  });
  const lattice = fc
    .array(fc.array(step, { maxLength: 8 }), { maxLength: 7 })
    .map((places): readonly (readonly Step[])[] =>
      places.map((steps, place) => steps.filter(({ length }) => place + length <= places.length)),
    );
  fc.assert(
    fc.property(lattice, limits, (steps, limit) => {
      expect(readWord(steps, limit)).toEqual(readWordPlainly(steps, limit));
    }),
    { numRuns: 150 },
  );
});

test('the value of a rank is the one that would stand there in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), fc.nat(), (values, any) => {
      const rank = any % values.length;
      expect(nthLeast(Float64Array.from(values), values.length, rank)).toBe(Float64Array.from(values).sort()[rank]);
    }),
  );
});
