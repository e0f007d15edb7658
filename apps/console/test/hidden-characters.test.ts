import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, type TextPart } from '../src/ui/hidden-characters.js';

const shown = (parts: readonly TextPart[]) =>
  parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'hidden' ? `[${part.name}]` : `[+${part.count}]`))
    .join('');

describe('text of strangers', () => {
  it.each([
    ['a handle that would turn the page round', 'ab\u202Ecd\u202C', 'ab[RLO]cd[PDF]'],
    ['isolates and marks', '\u2066x\u2069\u200E\u061C', '[LRI]x[PDI][LRM][ALM]'],
    ['spaces of no width inside a word', 'gr\u200Bey\uFEFF', 'gr[ZWSP]ey[BOM]'],
    ['letters that show nothing', 'a\u3164b', 'a[U+3164]b'],
    ['tags that spell a hidden text', 'a\u{E0061}\u{E0062}', 'a[U+E0061][U+E0062]'],
    ['a selector after an ordinary letter', 'a\uFE0F', 'a[U+FE0F]'],
    ['controls', 'a\u0000b\u001B', 'a[U+0000]b[U+001B]'],
    ['a half of a pair', 'a\uD800b', 'a[U+D800]b'],
    ['a pile of marks', `z\u0301\u0302\u0303\u0304\u0305!`, 'z\u0301\u0302\u0303[+2]!'],
  ])('shows %s', (_, text, expected) => {
    expect(shown(partsOf(text))).toBe(expected);
  });

  it.each([
    ['Persian with its joiner', 'می\u200Cخواهم'],
    ['Malayalam with its joiner', 'ന്\u200D'],
    ['a family of three', '👨\u200D👩\u200D👧'],
    ['a heart in colour', '❤\uFE0F'],
    ['the flag of Wales', '🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}'],
    ['vocalised Arabic', 'الْعَرَبِيَّةُ'],
    ['Vietnamese, decomposed', 'Việt'.normalize('NFD')],
    ['lines and tabs', 'one\n\ttwo'],
  ])('leaves %s alone', (_, text) => {
    const parts = partsOf(text);
    expect(parts.filter(({ kind }) => kind !== 'text')).toEqual([]);
  });

  it('never lets a turning or hiding character through, and loses nothing else', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          'a',
          ' ',
          '\u202E',
          '\u2067',
          '\u200B',
          '\u200D',
          '\u200C',
          '\u0301',
          '\uFE0F',
          'ب',
          '👩',
          '\u{E0061}',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const parts = partsOf(text);
        const plain = parts.filter((part) => part.kind === 'text');
        expect(plain.map((part) => part.text).join('')).not.toMatch(
          /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u,
        );
        expect(plain.every((part) => text.startsWith(part.text, part.start))).toBe(true);
        const starts = parts.map(({ start }) => start);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });
});
