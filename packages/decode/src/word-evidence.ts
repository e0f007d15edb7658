import { commonness } from './words/commonness.js';

const wordPattern = /[\p{L}\p{M}]+/gu;
/** More words show by their letters what they are. */
const mostWords = 3;
/** A word that everybody uses, on the scale of `commonness`. */
const common = 4;
/** Bits that words known once turned are worth, and that unknown ones cost. */
const bits = { known: 9, unknown: 9 } as const;
export const mostWordBits = bits.known;

/**
 * What a dictionary says where a few words were turned: bits for words that are known so and were not before, bits
 * against those that no dictionary has. Nothing for more words, other scripts, or a turning that is sure or hopeless.
 *
 * @param turn gives the turned words: asked only where they can decide
 * @param gain bits by which the turned words are simpler, by their letters
 */
export function wordEvidence(written: string, turn: () => string, gain: number): number {
  if (gain < -bits.known || gain > bits.unknown || /[^\p{Script=Latin}\P{L}]/u.test(written)) return 0;
  const words = longWords(turn());
  if (words.length === 0 || words.length > mostWords) return 0;
  if (words.every((word) => commonness(word) >= common) && longWords(written).every((word) => commonness(word) === 0)) {
    return bits.known;
  }
  return words.some((word) => commonness(word) > 0) ? 0 : -bits.unknown;
}

/** Words of at least three letters. */
function longWords(text: string): readonly string[] {
  return (text.slice(0, 80).match(wordPattern) ?? []).filter((word) => word.length > 2);
}
