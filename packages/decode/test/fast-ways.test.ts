import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachRun, runHas } from '../src/code-runs.js';
import { tokensOf } from '../src/transforms/leet/tokens.js';
import { mirrored, shifted, shifted47 } from '../src/turnings.js';
import { reversed } from '../src/turned-text.js';

/** Text of the signs that matter for rows of digits, and what may stand beside them. */
const signs = 'a|Z|0|9|+|/|=|_|-| |.|,|%|é|٣|中|ः|\u0301|🔥|👍🏽|\ud800|Zm9vYmFy|mfrggzdf|%2B|\n'.split('|');
const rows = fc
  .array(fc.constantFrom(...signs), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''));
const anything = fc.oneof(rows, fc.string({ unit: 'binary', maxLength: 60 }));

/** The same by patterns: short and readable, and some twenty times as slow. */
const patterns = {
  base32: /(?<![\p{L}\p{N}\p{M}\p{So}+/=_-])[A-Za-z0-9+/=_-]{7,}(?![\p{L}\p{N}\p{M}\p{So}+/=_-])/gu,
  base64: /(?<![\p{L}\p{N}\p{M}\p{So}+/=_%-])[A-Za-z0-9+/=_%-]{6,}(?![\p{L}\p{N}\p{M}\p{So}+/=_%-])/gu,
};

describe('what was made faster still says the same', () => {
  test.each([
    ['base32', 7, false],
    ['base64', 6, true],
  ] as const)('runs of %s digits', (kind, shortest, alsoPercent) => {
    fc.assert(
      fc.property(anything, (text) => {
        const found: string[] = [];
        eachRun(text, shortest, alsoPercent, (start, end) => found.push(`${String(start)} ${text.slice(start, end)}`));
        const expected = Array.from(text.matchAll(patterns[kind]), ({ 0: run, index }) => `${String(index)} ${run}`);
        expect(found).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('a run says what it is made of', () => {
    const found: number[] = [];
    eachRun('ab1 AB= a_B', 3, false, (_start, _end, has) => found.push(has));
    expect(found).toEqual([
      runHas.lower | runHas.digit,
      runHas.upper | runHas.padding,
      runHas.lower | runHas.upper | runHas.other,
    ]);
  });

  test('letters that are moved', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 25 }), (text, by) => {
        expect(shifted(text, by)).toBe(
          text.replace(/[A-Za-z]/g, (letter) => {
            const start = letter <= 'Z' ? 65 : 97;
            return String.fromCharCode(start + ((letter.charCodeAt(0) - start + 26 - by) % 26));
          }),
        );
        expect(mirrored(mirrored(text))).toBe(text);
        expect(shifted47(shifted47(text))).toBe(text);
        expect(reversed(text)).toBe((text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []).reverse().join(''));
      }),
    );
  });

  test('tokens with signs are found in every chunk that has one', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const alone = Array.from(text.matchAll(/\S+/gu), ({ 0: chunk, index }) =>
          tokensOf(chunk).map((token) => ({ ...token, start: token.start + index })),
        ).flat();
        expect(tokensOf(text)).toEqual(alone);
      }),
      { numRuns: 1000 },
    );
  });
});
