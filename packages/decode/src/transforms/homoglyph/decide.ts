import { smallWord, type Context } from './context.js';
import { letterIn } from './look-alike-table.js';
import { isOddLatin } from './odd-latin.js';
import { isCompound, isGreekSign, isPalochka } from './ordinary-mixtures.js';
import { readLatin, readWithGaps } from './reading.js';
import { restorable, type Script } from './scripts.js';
import { isInside, isKnown, isLetter, looksLatin, majority, passesForLatin } from './word-shape.js';
import type { Word } from './words.js';

/** Scripts written without blanks between words, or whose words take Latin names in without a blank. */
const takesLatinIn: ReadonlySet<Script> = new Set<Script>(['unspaced', 'arabic', 'hebrew', 'other', 'georgian']);

/**
 * The script that a word of several scripts, or with odd letters and symbols, was meant in; `undefined` where the
 * mixture is ordinary: a Greek letter in a formula, a name with an ending (SMSка), phonetic signs.
 */
export function targetOf(word: Word, context: Context): Script | undefined {
  return targetOfMixture(word, context) ?? (isWordWithGaps(word, context) ? 'latin' : undefined);
}

/** How common a word must be that is believed with a sign in it that looks like none of its letters. */
const leastCommonWithGaps = 4;

/** In a disguised text a word with a sign that looks like no letter we know is a word all the same: skateboarᒄ. */
function isWordWithGaps(word: Word, context: Context): boolean {
  if (context.disguised === 0 || word.plain < 2) return false;
  if ([...word.foreign.keys()].some((script) => (context.genuine.get(script) ?? 0) > 0)) return false;
  return (isInside(word) || context.disguised > 1) && (readWithGaps(word)?.common ?? 0) >= leastCommonWithGaps;
}

function targetOfMixture(word: Word, context: Context): Script | undefined {
  if (word.foreignCount === 0) return isOddLatin(word, context) ? 'latin' : undefined;
  if (isCompound(word)) return undefined;
  const [script, count] = majority(word);
  const several = word.foreign.size > 1;
  // Two letters of two scripts are a unit (МB) or a name (Δt) as often as a word.
  if (word.signs.length < 3 && context.disguised === 0 && readLatin(word).common < smallWord) return undefined;
  const styledLetters = word.signs.filter((sign) => sign.kind === 'symbol' && isLetter(sign)).length;
  const latin = word.plain + word.living + word.odd + styledLetters;
  const passes = passesForLatin(word);
  const mixesIn = [...word.foreign.keys()].some((one) => takesLatinIn.has(one));
  if (mixesIn && !(passes && (context.flooded || several))) {
    if (!passes) return undefined;
    if (word.plain + styledLetters >= 2 && (script === 'other' || styledLetters > 1) && looksLatin(word))
      return 'latin';
    if (looksLatin(word) && count * 4 <= word.plain && isInside(word)) return 'latin';
    if (word.plain + styledLetters < count && script !== 'other') return undefined;
    return isKnown(word, 4) || (context.disguised > 1 && readLatin(word).common >= smallWord) ? 'latin' : undefined;
  }
  if (script === 'greek' && !several && !context.flooded && isGreekSign(word, count)) return undefined;
  const genuine = context.genuine.get(script) ?? 0;
  if (script === 'cyrillic' && isPalochka(word, count) && (genuine > 0 || !looksLatin(word))) return undefined;
  const restores = !several && restorable.has(script) && canBeIn(script, word);
  const looks = looksLatin(word);
  if (restores && count >= latin && genuine > 0 && !(looks && context.plainWords.length > genuine)) return script;
  if (looks || context.flooded || several) return 'latin';
  if (restores && count > latin) return script;
  return passes && (latin * 2 >= count + latin || isKnown(word, 1)) ? 'latin' : undefined;
}

function canBeIn(script: Script, { signs }: Word): boolean {
  return signs.every(
    (sign) =>
      sign.script === script ||
      sign.kind === 'mark' ||
      sign.kind === 'digit' ||
      letterIn(script, sign.text) !== undefined,
  );
}

/** What stands for each sign once the word is written in the script. */
export function restored(word: Word, script: Script): readonly string[] {
  if (script === 'latin') {
    const read = readLatin(word);
    return read.common > 0 ? read.letters : (readWithGaps(word) ?? read).letters;
  }
  return word.signs.map((sign) =>
    sign.script === script || sign.kind === 'mark' || sign.kind === 'digit'
      ? sign.text
      : (letterIn(script, sign.text) ?? sign.text),
  );
}
