import { smallWord, speaksKnownLanguage, type Context } from './context.js';
import { readLatin } from './reading.js';
import { isKnown, isLetter, isOrdinary, wordText } from './word-shape.js';
import { isStyledDigit, type Sign, type Word } from './words.js';

/** A mathematical letter, which no alphabet has. */
function isMathematical({ text }: Sign): boolean {
  return /^[\u{1d400}-\u{1d7cb}ℂℊ-ℓℕℙ-ℝℤℨℬℭℯ-ℱℳℴⅅ-ⅉ]$/u.test(text);
}

const phonetic = /[ˈˌːəʃʒθðŋʊɔɛɪɑɒʌɜæɲʎʁɣʔɾɹɐɨʉɯɵɤøœɸβχħʕʀɱʋɻɭɳʈɖɟɡ]/gu;
/** Raised and lowered letters, ligatures and signs that compose: ordinary beside letters (1ˢᵗ, Mᵐᵉ, hʷ, ﬁ, №, ™). */
const ordinaryOdd = /^[\p{Lm}\u2070-\u209c\ufb00-\ufb06\u2116\u2122\u2120\u00a9\u00ae\u00aa\u00ba]$/u;

/** A word of Latin letters and symbols only: whether the odd ones among them stand for plain ones. */
export function isOddLatin(word: Word, context: Context): boolean {
  const doubtful = word.signs.filter((sign) => !isOrdinary(sign));
  if (doubtful.some(({ text }) => text === 'ſ')) return true;
  if (word.signs.some(isStyledDigit) && isKnown(word, 1)) return true;
  if (doubtful.length === 0 || doubtful.some(({ latin }) => latin === undefined)) return false;
  if (context.flooded) return true;
  if (doubtful.every(({ text }) => ordinaryOdd.test(text))) return groups(word) > 1 && isKnown(word, 3);
  if (word.odd + word.symbols === 0) {
    const [first] = doubtful;
    return first?.latin?.likeness === 'same' && isKnown(word, 5) && speaksKnownLanguage(context);
  }
  if ((wordText(word).match(phonetic)?.length ?? 0) > 1) return false;
  if (word.signs.filter(isLetter).length < 2) return false;
  if (doubtful.some(isMathematical) && (isKnown(word, 1) || word.plain >= 3)) return true;
  const known = isKnown(word, 3) || (context.disguised > 1 && readLatin(word).common >= smallWord);
  if (!known && (word.plain < 2 || word.symbols + word.living > 0)) return false;
  return context.plainWords.length === 0 || speaksKnownLanguage(context);
}

/** How many runs of raised or lowered letters stand in a word. */
function groups({ signs }: Word): number {
  return signs.filter((sign, at) => /^\p{Lm}$/u.test(sign.text) && !/^\p{Lm}$/u.test(signs[at - 1]?.text ?? '')).length;
}
