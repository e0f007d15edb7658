import { remembered } from '../../remembered.js';
import { bitsOfWord, levelOfWord, type LanguageGuess } from '../../words/language-guess.js';
import type { WordLanguage } from '../../words/lexicon.js';
import { letterModelOf, lexiconOf } from '../../words/lexicons.js';
import { segment } from '../../words/segment.js';
import { isCode, isHexadecimal, isOrdinary } from './ordinary.js';
import { readKnownWord, readUnknownWord, type ReadWord } from './read-word.js';
import type { Token } from './tokens.js';

/** How much speaks for leet in the text around. */
export type Around = 'plain' | 'leet' | 'all leet';

const letter = /\p{L}/gu;
const sure = /^[013457@$!€£¡¢¥§µμ]$/u;
/** Nothing but letters and what replaces them without being punctuation. */
const digits = /^[\p{L}\p{M}013457@$€]+$/u;
/** Bits a letter, at most, of a word that no table has. */
const plausible = { plain: 3.7, leet: 4.6, 'all leet': 4.8 } as const;

/** What a token says, or `undefined` if it is what it seems. */
export function judge(token: Token, guess: LanguageGuess, around: Around): ReadWord | undefined {
  const shape = shapeOf(token.small);
  if (!mayBeLeet(token, shape, guess, around)) return undefined;
  const known = knownWord(token.small, guess);
  if (known !== undefined && isEnough(token, shape, known, guess, around)) return known;
  return unknownWord(token, shape, guess, around);
}

interface Shape {
  readonly letters: number;
  readonly signs: number;
  /** All signs are digits and signs that mostly stand for letters. */
  readonly sure: boolean;
  /** A letter follows the last sign, and one precedes the first. */
  readonly inside: boolean;
}

const shapeOf = remembered((small): Shape => {
  const letters = small.match(letter)?.length ?? 0;
  const others = Array.from(small).filter((unit) => !/[\p{L}\p{M}]/u.test(unit));
  return {
    letters,
    signs: others.length,
    sure: others.every((unit) => sure.test(unit)),
    inside: /^\p{L}/u.test(small) && /[\p{L}\p{M}]$/u.test(small),
  };
});

function mayBeLeet({ small, written, drawn }: Token, shape: Shape, guess: LanguageGuess, around: Around): boolean {
  if (!/[^\p{L}\p{M}]/u.test(small) || !isOneCase(written)) return false;
  if (drawn) return /[\p{L}|\\/]/u.test(small) && !/(?:\(\)|\[\]|<>)$/u.test(small.slice(1)) && shape.signs >= 2;
  if (shape.letters === 0) return around === 'all leet' && small.length <= 5;
  if (around !== 'plain') return around === 'all leet' || small.length >= 3 || !isOrdinary(small);
  return canBeAmongWords(small) && !isStemWithDigit(small, guess);
}

/** Whether a token can be leet among ordinary words, whatever they are. */
const canBeAmongWords = remembered((small) => {
  const { letters, signs } = shapeOf(small);
  return small.length >= 3 && letters >= 2 && !isOrdinary(small) && !isCode(small) && signs <= letters + 1;
});

/** Whether a token can be leet at all in a text of other words, whatever its language. */
export function mayBeRead({ small, drawn }: Token): boolean {
  return drawn || canBeRead(small);
}

const canBeRead = remembered((small) => /\p{L}/u.test(small) && !isOrdinary(small));

/** All small, all capitals, or a capital first. */
function isOneCase(written: string): boolean {
  return /^[^\p{Lu}]*$|^[^\p{Ll}]*$|^[^\p{L}]*\p{Lu}[^\p{Lu}]*$/u.test(written);
}

/** A word that has a meaning of its own beside its digit or sign: top5, python3, $host, 4all. */
export function isStemWithDigit(small: string, { shares, words, known }: LanguageGuess): boolean {
  const [, first = '', stem = '', last = ''] = /^([1-9@$€£]?)(\p{L}[\p{L}\p{M}]+)([0-9@$€£]?)$/u.exec(small) ?? [];
  if (stem === '' || stem.length === small.length) return false;
  if (/[2689]/u.test(last)) return true;
  const level = levelOfReading(small, shares);
  // Numbers stand behind names more often than before words: vue3, foo1; but 7hey, 5ich.
  const isSentence = words >= 4 && known * 10 >= words * 8;
  if (last !== '' && level < (last === '1' || (small.length < 5 && !isSentence) ? 9 : 4)) return true;
  const isBefore = last === '' && /[1457]/u.test(first) && small.length >= 4 && level >= 10;
  const enough = Math.max(3, isBefore ? level - 2 : 0);
  return [...shares.map(({ lang }) => lang), 'en' as const].some((lang) => levelOfWord(lexiconOf(lang), stem) > enough);
}

/** How common the commonest word is that a token may be. */
function levelOfReading(small: string, shares: LanguageGuess['shares']): number {
  return Math.max(...shares.map(({ lang }) => readKnownWord(lexiconOf(lang), small)?.level ?? 0));
}

function knownWord(small: string, { shares }: LanguageGuess): ReadWord | undefined {
  let best: ReadWord | undefined;
  for (const { lang, share } of shares) {
    const read = readKnownWord(lexiconOf(lang), small);
    if (read === undefined) continue;
    const bits = read.bits - Math.log2(share);
    if (best === undefined || bits < best.bits) best = { ...read, bits };
  }
  return best;
}

/** Whether a word that was found is common enough for how little was written of it. */
function isEnough(token: Token, shape: Shape, read: ReadWord, guess: LanguageGuess, around: Around): boolean {
  const { letters, level } = read;
  const length = letters.length;
  if (shape.letters === 0 && !token.drawn) return length === 1 ? level >= 14 : level >= 11;
  if (around === 'all leet') return length > 2 || level >= 10;
  if (around === 'leet' && isOrdinary(token.small)) return level >= 9;
  if (around === 'leet') return length > 3 || (length === 3 ? level >= 6 : level >= 12);
  if (token.drawn) return length >= 3 && level >= 4;
  if (isForeign(guess)) return length >= 5 && level >= 5 && shape.letters >= 3 && shape.sure;
  if (isHexadecimal(token.small)) return level >= 6 && length < 8;
  if (length === 3)
    return (
      shape.inside && shape.sure && level >= (/[013]/u.test(token.small) ? 4 : 7) && !/\p{Lu}/u.test(token.written)
    );
  if (!shape.sure) return length >= 5 && level >= 6;
  if (/\d\d/u.test(token.small) && !/(\d)\1/u.test(token.small)) return level >= 5 && shape.letters >= shape.signs;
  if (!/\p{Ll}/u.test(token.written)) return level >= 5 && shape.letters >= 3;
  return length === 4 ? level >= 3 : level >= 1;
}

/** Most words of the text are in none of the languages. */
function isForeign({ words, known }: LanguageGuess): boolean {
  return words >= 4 && known * 2 < words;
}

/** A compound, a name or a rare form: only where the signs leave no other way to take it. */
function unknownWord(
  { small, drawn }: Token,
  shape: Shape,
  guess: LanguageGuess,
  around: Around,
): ReadWord | undefined {
  if (drawn || isHexadecimal(small) || isForeign(guess) || shape.letters < 3 || !digits.test(small)) return undefined;
  if (
    around === 'plain' &&
    (small.length < 6 || !shape.inside || /\d\d/u.test(small) || shape.letters < shape.signs * 2)
  ) {
    return undefined;
  }
  if (shape.signs === 1 && around === 'plain' && isTwoWords(small)) return undefined;
  let best: (ReadWord & { readonly lang: WordLanguage }) | undefined;
  for (const { lang, share } of guess.shares) {
    const read = readUnknownWord(letterModelOf(lang), small);
    if (read === undefined) continue;
    const bits = read.bits - Math.log2(share);
    if (best === undefined || bits < best.bits) best = { ...read, bits, lang };
  }
  if (best === undefined || small.length < 4) return undefined;
  const word = best.letters.map((one) => one.letter).join('');
  const compound = segment(lexiconOf(best.lang), letterModelOf(best.lang), word);
  const isCompound = compound !== undefined && compound.borders.length === 1 && !hasTinyPart(word, compound.borders);
  return isCompound || best.bits / (best.letters.length + 1) <= plausible[around] ? best : undefined;
}

function hasTinyPart(word: string, borders: readonly number[]): boolean {
  return [0, ...borders].some((start, index) => (borders[index] ?? word.length) - start < 3);
}

/** Two words with a digit for a sound between them: log4net, py3status. */
function isTwoWords(small: string): boolean {
  return small.split(/[^\p{L}\p{M}]+/u).every((part) => bitsOfWord(lexiconOf('en'), part) < Infinity);
}
