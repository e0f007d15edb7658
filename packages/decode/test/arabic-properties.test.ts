import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arabicLetters, listedCost } from '../src/arabic/lexicon.js';
import { packedWords } from '../src/arabic/words.generated.js';
import { decode, decodeTracked, originalSpan } from '../src/index.js';

/** The packed word list, read in the plainest way. */
function readNaively(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  let last = '';
  for (const [, shared = '', letters = '', level = ''] of packedWords.matchAll(/([0-@])([A-d]*)([e-~])/gu)) {
    last = last.slice(0, shared.charCodeAt(0) - 48) + letters;
    words.set(
      Array.from(last, (code) => arabicLetters[code.charCodeAt(0) - 65]).join(''),
      3.5 + (level.charCodeAt(0) - 101) * 0.6,
    );
  }
  return words;
}

const words = readNaively();
const common = Array.from(words)
  .filter(([word, cost]) => cost < 11 && word.length > 2)
  .map(([word]) => word);

/** The strokes of a text: what is left of its letters without dots. */
function strokes(text: string): string {
  const teeth = text.replace(/[بتثنيئ](?=[\u0621-\u064a])/gu, '\u066e').replace(/[فق](?=[\u0621-\u064a])/gu, '\u06a1');
  const same: Readonly<Record<string, string>> = {
    ب: '\u066e',
    ت: '\u066e',
    ث: '\u066e',
    ن: '\u06ba',
    ي: 'ى',
    ئ: 'ى',
    ف: '\u06a1',
    ق: '\u066f',
    ج: 'ح',
    خ: 'ح',
    ذ: 'د',
    ز: 'ر',
    ش: 'س',
    ض: 'ص',
    ظ: 'ط',
    غ: 'ع',
    ة: 'ه',
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ؤ: 'و',
  };
  return Array.from(teeth, (letter) => same[letter] ?? letter).join('');
}

/** Strokes that look alike in the middle of a word, for writers who care less. */
function shapes(typed: string): string {
  return typed.replace(/[\u06baى]/gu, '\u066e').replaceAll('\u066f', '\u06a1');
}

function rounded(cost: number | undefined): string | undefined {
  return cost?.toFixed(3);
}

test('the tree of words has what the packed list has', () => {
  expect(words.size).toBeGreaterThan(100_000);
  fc.assert(
    fc.property(fc.constantFrom(...common), fc.constantFrom(...Array.from(arabicLetters)), (word, letter) => {
      const asked = [word, word + letter, letter + word, word.slice(1)];
      expect(asked.map((one) => rounded(listedCost(one)))).toEqual(asked.map((one) => rounded(words.get(one))));
    }),
  );
});

test('a dotless text is read as words with the same strokes, each from its own place', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...common), { minLength: 3, maxLength: 8 }), (said) => {
      const typed = strokes(said.join(' '));
      const readings = decodeTracked(typed).readings.filter(({ steps }) => steps.join(' ') === 'dotless');
      for (const { text, tracked } of readings) {
        expect(shapes(strokes(text))).toBe(shapes(typed));
        for (let at = 0; at < text.length; at += 1) {
          expect(originalSpan(tracked, at, at + 1)).toEqual({ start: at, end: at + 1 });
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a dotless text of common words is read, most words among the five best', () => {
  let all = 0;
  let found = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...common), { minLength: 6, maxLength: 6 }), (said) => {
      const typed = strokes(said.join(' '));
      if (!/[\u066e\u066f\u06a1]/u.test(typed)) return;
      const readings = decode(typed).readings.map(({ text }) => strokesKept(text).split(' '));
      said.forEach((word, index) => {
        all += 1;
        if (readings.slice(0, 5).some((one) => one[index] === strokesKept(word))) found += 1;
      });
    }),
    { numRuns: 60, seed: 7 },
  );
  expect(found / all).toBeGreaterThan(0.9);
});

/** Letters that differ in nothing that is compared. */
function strokesKept(text: string): string {
  return text.replace(/[أإآ]/gu, 'ا').replaceAll('ؤ', 'و').replace(/[ئى]/gu, 'ي').replaceAll('ة', 'ه');
}

test('letters set apart, drawn out or lengthened come back as the word that was typed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...common.filter((word) => word.length > 4 && !/(.)\1/u.test(word))),
      fc.nat({ max: 3 }),
      (word, place) => {
        const drawn = word.slice(0, place) + (word[place] ?? '').repeat(4) + word.slice(place + 1);
        expect(decode(`هذا ${drawn} هنا`).plain).toBe(`هذا ${word} هنا`);
        expect(decode(`هذا ${Array.from(word).join('\u0640')} هنا`).plain).toBe(`هذا ${word} هنا`);
        expect(decode(`(${Array.from(word).join(' ')})`).plain).toBe(`(${word})`);
      },
    ),
    { numRuns: 60 },
  );
});
