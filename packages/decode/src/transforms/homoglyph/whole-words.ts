import { speaksKnownLanguage, type Context } from './context.js';
import { readLatin } from './reading.js';
import { restorable } from './scripts.js';
import { looksLatin } from './word-shape.js';
import type { Word } from './words.js';

/**
 * A word of one other script all of whose letters pass for Latin ones: Latin where the text is disguised, or where it
 * is a common Latin word and its own script is not written here.
 */
export function isLatinInDisguise(word: Word, context: Context, follows: string): boolean {
  const [script = 'other'] = word.foreign.keys();
  if (context.flooded) return true;
  if ((context.genuine.get(script) ?? 0) > 0) return false;
  if (script === 'cyrillic' && word.signs.length === 1) return isSmallWordAlone(word, context);
  const { common } = readLatin(word);
  if (!looksLatin(word)) return !restorable.has(script) && word.foreignCount >= 5 && common >= 6;
  if (ownDomain.test(follows)) return false;
  if (word.foreignCount >= 3 && asciiDomain.test(follows)) return true;
  if (context.disguised >= 2) return common > 0 || word.foreignCount > 3;
  if (context.disguised === 1 || context.plainWords.length > 0) return word.foreignCount >= 3 && common >= 4;
  return word.foreignCount >= 4 && common >= 4 && !isRussian(word);
}

/** A Cyrillic а or І alone among known Latin words. */
function isSmallWordAlone({ signs }: Word, context: Context): boolean {
  return /^[аАІ]$/.test(signs[0]?.text ?? '') && context.plainWords.length >= 3 && speaksKnownLanguage(context);
}

/** Whether all letters belong to the alphabet that most Cyrillic is written in: роса is dew, not Spanish. */
function isRussian({ signs }: Word): boolean {
  return signs.every(({ text, kind }) => kind === 'mark' || /^[а-яё]$/iu.test(text));
}

/** A name of a host goes on in ASCII, and not in a country whose script is Cyrillic or Greek. */
const asciiDomain = /^\.(?!(?:ru|su|ua|by|bg|kz|rs|mk|md|mn|gr|cy)\b)[a-z]{2,}/i;
const ownDomain = /^\.(?:ru|su|ua|by|bg|kz|rs|mk|md|mn|gr|cy)\b/i;
