import { anyLetter, spellingOf, type Place } from '../../words/known-word.js';
import { isStyledDigit, type Sign, type Word } from './words.js';

/** A word as Latin: what stands for each of its signs, and how common the word is if it is known (1 to 16, else 0). */
export interface LatinWord {
  readonly letters: readonly string[];
  readonly common: number;
}

const longestWord = 32;
/** Letters that a digit stands for in the middle of letters, when the word is disguised anyway. */
const digitLetters: Readonly<Record<string, readonly string[]>> = {
  0: ['o'],
  1: ['l', 'i'],
  3: ['e'],
  4: ['a'],
  5: ['s'],
  7: ['t'],
  8: ['b'],
  9: ['g'],
};

/**
 * Reads a word as Latin. Of the letters that a sign may stand for, those are taken that make a known word; otherwise
 * what it looks like most. Accents of the signs that are in doubt count for nothing.
 */
export function readLatin(word: Word): LatinWord {
  const found =
    word.signs.length > longestWord ? undefined : spellingOf(spelledSigns(word).map((sign) => lettersOf(sign)));
  if (found === undefined) return { letters: plainly(word), common: 0 };
  return { letters: spread(word, found.letters), common: found.common };
}

/**
 * Reads a word some of whose signs look like no letter that is known, or like the wrong one: any letter may stand in
 * their place if that makes one word and no other as common. `undefined` where too little of the word is plain.
 */
export function readWithGaps(word: Word): LatinWord | undefined {
  const signs = spelledSigns(word);
  const gaps = signs.filter((sign) => isGap(sign)).length;
  if (gaps === 0 || gaps * 4 > signs.length || signs.length > longestWord) return undefined;
  const found = spellingOf(signs.map((sign): Place => (isGap(sign) ? anyLetter : lettersOf(sign))));
  return found === undefined ? undefined : { letters: spread(word, found.letters), common: found.common };
}

function isGap({ kind, latin }: Sign): boolean {
  return kind === 'foreign' || kind === 'odd' || kind === 'symbol' ? latin?.likeness !== 'same' : kind === 'living';
}

function spelledSigns({ signs }: Word): readonly Sign[] {
  return signs.filter(({ kind }) => kind !== 'mark');
}

/** What a sign may stand for, small, the likeliest first. */
function lettersOf(sign: Sign): readonly string[] {
  const { kind, text, latin } = sign;
  if (kind === 'digit')
    return text > '9' && !isStyledDigit(sign) ? [text] : (digitLetters[text.normalize('NFKC')] ?? [text]);
  if (kind === 'plain') {
    const lower = text.toLowerCase();
    const bare = lower.normalize('NFD').replace(/\p{M}+/gu, '');
    return bare === lower ? [lower] : [lower, bare];
  }
  if (latin === undefined) return [text.toLowerCase()];
  return [...new Set([latin.letters, ...latin.others].map((letter) => letter.toLowerCase()))];
}

/** The letters of a known word on the signs of the typed one, in the case in which it was typed. */
function spread(word: Word, letters: readonly string[]): readonly string[] {
  let at = -1;
  return cased(
    word,
    word.signs.map(({ kind }) => (kind === 'mark' ? '' : (letters[(at += 1)] ?? ''))),
  );
}

/** Each sign as it looks, in the case of its neighbours where it shows none. */
function plainly(word: Word): readonly string[] {
  const letters = word.signs.map((sign, at) => {
    const { kind, text, latin } = sign;
    if (isStyledDigit(sign) && word.signs.length > 1) return digitLetters[text.normalize('NFKC')]?.[0] ?? text;
    if (kind === 'plain' || kind === 'mark' || latin === undefined) return text;
    // In the middle of a word an upright stroke is an l rather than a capital.
    return latin.letters === 'I' && at > 0 ? 'l' : latin.letters;
  });
  return cased(word, letters);
}

/** Capitals where the author wrote capitals: an l that stands for an i shows an I. */
function cased({ signs }: Word, letters: readonly string[]): readonly string[] {
  const certain = signs.filter(({ kind, latin }) => kind === 'plain' || hasCase(latin?.letters));
  const capitals = certain.filter((sign) => isCapital(sign.latin?.letters ?? sign.text)).length;
  const shout = capitals > 1 && capitals * 2 > certain.length;
  let started = false;
  return signs.map(({ kind, text, latin }, index) => {
    const letter = letters[index] ?? text;
    if (kind === 'mark' || letter === text) return text;
    const first = !started;
    started = true;
    if (kind === 'plain') return letter.toLowerCase() === text.toLowerCase() ? text : inCase(letter, isCapital(text));
    const shown = latin?.letters ?? text;
    if (shout) return letter.toUpperCase();
    if (kind === 'digit') return letter;
    // An upright stroke shows a small l or a capital I.
    if (/^[lI]$/.test(shown) && /^[li]$/i.test(letter)) return letter.toLowerCase() === 'l' ? 'l' : first ? 'I' : 'i';
    return inCase(letter, isCapital(shown) && (first || isCapital(text)) && (first || shoutsAround(signs, index)));
  });
}

function shoutsAround(signs: Word['signs'], index: number): boolean {
  const around = [signs[index - 1], signs[index + 1]].filter((sign) => sign !== undefined);
  return around.every((sign) => isCapital(sign.latin?.letters ?? sign.text));
}

function hasCase(letters: string | undefined): boolean {
  return letters !== undefined && !/^[lIoO]$/.test(letters);
}

function isCapital(text: string): boolean {
  return text !== text.toLowerCase();
}

function inCase(letter: string, capital: boolean): string {
  return capital ? letter.slice(0, 1).toUpperCase() + letter.slice(1) : letter.toLowerCase();
}
