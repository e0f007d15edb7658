import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf } from '../src/ui/pieces.js';

const written = (text: string, marks: Parameters<typeof piecesOf>[1]) =>
  piecesOf(text, marks)
    .map(({ parts, mark }) => {
      const said = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
      return mark === undefined ? said : `[${said}]`;
    })
    .join('');

it('marks places', () => {
  expect(written('join the grey gate', [{ start: 9, end: 18 }])).toBe('join the [grey gate]');
});

it('keeps the earlier of two that overlap, and the rest of the later', () => {
  expect(
    written('abcdef', [
      { start: 2, end: 5 },
      { start: 0, end: 3 },
    ]),
  ).toBe('[abc][de]f');
});

it('passes over places beyond a text that was cut', () => {
  expect(
    written('abc', [
      { start: 1, end: 9 },
      { start: 7, end: 9 },
    ]),
  ).toBe('a[bc]');
});

it('never loses or doubles a character', () => {
  const mark = fc.record({ start: fc.nat(30), end: fc.nat(30) });
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'ب'), maxLength: 20 }), fc.array(mark), (text, marks) => {
      expect(written(text, marks).replaceAll(/[[\]]/g, '')).toBe(text);
    }),
    { numRuns: 200 },
  );
});
