import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainStep, disguiseNames, fold, FoldBuffer, foldInto } from '../src/index.js';

describe('folding', () => {
  test.each([
    ['Éléphant', 'elephant'],
    ['Straße, Œuvre, Łódź, Øre, İstanbul, ılık, ĳs', 'strasse, oeuvre, lodz, ore, istanbul, ilik, ijs'],
    ['أإآٱا ؤ ئ ى ة', 'ااااا و ي ي ه'],
    ['بَوَّابـــة', 'بوابه'],
    ['Ｇｒｅｙ 𝐠𝐚𝐭𝐞 ①', 'grey gate 1'],
    ['gr\u200bey\u00ad', 'grey'],
    ['٣ ۳ ३', '3 3 3'],
    ['Мой ёлка их їх', 'мой елка их їх'],
    ['ΣΊΣΥΦΟΣ σίσυφος', 'σισυφοσ σισυφοσ'],
    ['שָׁלוֹם', 'שלום'],
    ['が か\u3099', 'が が'],
    ['हिन्दी ไทย่', 'हिन्दी ไทย่'],
    ['Vedette™', 'vedette '],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('is idempotent and keeps the way back', () => {
    const buffer = new FoldBuffer();
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const length = foldInto(text, buffer);
        const folded = buffer.toString();
        expect(folded.length).toBe(length);
        expect(fold(folded)).toBe(folded);
        for (let index = 0; index < length; index += 1) {
          const from = buffer.from[index] ?? -1;
          expect(from >= 0 && from < text.length).toBe(true);
          expect(from).toBeGreaterThanOrEqual(buffer.from[Math.max(0, index - 1)] ?? 0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('composed and decomposed text fold alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('éñüйїёがガأؤئ한Å')) }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});

test('each step has a sentence in each language of the interface', () => {
  for (const lang of ['en', 'fr', 'ar', 'es', 'nl'] as const) {
    const sentences = new Set(disguiseNames.map((name) => explainStep(name, lang)));
    expect(sentences.size).toBe(disguiseNames.length);
  }
});
