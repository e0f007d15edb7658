import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, plainOf } from '../src/index.js';
import { disguised, hostile } from './disguise.js';

const mixed = fc.array(fc.oneof(disguised, hostile), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

test('the plain form alone is that of the whole decoding', () => {
  let changed = 0;
  fc.assert(
    fc.property(mixed, (text) => {
      const { plain } = decode(text);
      expect(plainOf(text)).toBe(plain);
      if (plain !== text.normalize('NFC')) changed += 1;
    }),
    { numRuns: 300 },
  );
  expect(changed).toBeGreaterThan(50);
});
