import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { visibleTokens, type VisibleToken } from '../src/visible-tokens.js';

const shown = (tokens: readonly VisibleToken[]) =>
  tokens
    .map((token) =>
      token.kind === 'text'
        ? token.text
        : token.kind === 'hidden'
          ? `[${token.label}]`
          : `[+${token.count.toString()}]`,
    )
    .join('');

test('a hidden character has its code point and its name', () => {
  expect(visibleTokens('a\u200bb')).toEqual([
    { kind: 'text', text: 'a', start: 0, end: 1 },
    { kind: 'hidden', codePoint: 'U+200B', name: 'ZERO WIDTH SPACE', label: 'ZWSP', start: 1, end: 2 },
    { kind: 'text', text: 'b', start: 2, end: 3 },
  ]);
});

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
    expect(shown(visibleTokens(text))).toBe(expected);
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
    const tokens = visibleTokens(text);
    expect(tokens.filter(({ kind }) => kind !== 'text')).toEqual([]);
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
        const tokens = visibleTokens(text);
        const plain = tokens.filter((token) => token.kind === 'text');
        expect(plain.map((token) => token.text).join('')).not.toMatch(
          /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u,
        );
        expect(plain.every((token) => text.startsWith(token.text, token.start))).toBe(true);
        const starts = tokens.map(({ start }) => start);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
