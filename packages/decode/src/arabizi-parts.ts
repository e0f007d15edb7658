import { arabicLetters } from './arabic/lexicon.js';
import { arabiziLattice } from './transforms/arabizi/conventions.js';
import { fair, latinWord } from './transforms/arabizi/evidence.js';
import { and, article, withArticle } from './transforms/arabizi/index.js';
import { isTelling, smallWord } from './transforms/arabizi/small-words.js';
import { withoutDrawnLetters } from './transforms/arabizi/spellings.js';

/** What one sign or a few of a word in Latin letters may stand for. */
export interface ArabiziStep {
  /** How many signs. */
  readonly length: number;
  /** Arabic letters, none for a short vowel. */
  readonly letters: string;
}

/** The words of a text that may be Arabizi, in order, in small letters. */
export function arabiziTokens(text: string): readonly string[] {
  return Array.from(text.matchAll(latinWord), ([typed]) => typed.toLowerCase().replaceAll('’', "'"));
}

const digit = /[235679]/u;

/** Whether a token is a sign of Arabizi: a text of several words is not read so without any. */
export function hintsAtArabizi(token: string): boolean {
  return digit.test(token) || fair.has(token) || isTelling(token);
}

/** Whether a token is the word for "and", which is written on to the word behind it. */
export function isArabiziAnd(token: string): boolean {
  return and.test(token);
}

/** A token put together with the article or particle before it, or `undefined` where that is none. */
export function withArabiziArticle(before: string, token: string): string | undefined {
  return article.test(before) ? withArticle(before, token) : undefined;
}

/** Everyday words that a token says by custom, whatever its letters. */
export function arabiziCustom(token: string): readonly string[] {
  return smallWord(token) ?? [];
}

/**
 * For each sign of a token the steps that go on from there: every reading of it in Arabic letters is a way through, but
 * for those by custom.
 */
export function arabiziSteps(token: string): readonly (readonly ArabiziStep[])[] {
  return arabiziLattice(withoutDrawnLetters(token)).map((steps) =>
    steps.map(({ length, letters }) => ({
      length,
      letters: letters.map((code) => arabicLetters.charAt(code)).join(''),
    })),
  );
}
