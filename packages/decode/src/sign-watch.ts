import { characterClass, lastOfWord } from './character-class.js';
import { classAt } from './fold-cells.js';
import { closer, foldFlag } from './fold-signs.js';
import { hashWith, letterTable, levelsOf, wordTable } from './words/word-table.js';

const { lowerHex, lower, upperHex, upper, digit, latin, cyrillic, greek, arabic, letter } = characterClass;
/** Words of so many letters are looked up; shorter ones are hardly two. */
export const lookedUp = 5;
/** Classes of letters of which words that are looked up have one. */
export const latinLetters = (1 << lowerHex) | (1 << lower) | (1 << upperHex) | (1 << upper) | (1 << latin);
/** At least so many letters make a word long. */
const longWord = 12;
/** So many words in a hundred, but for one, are known where an unknown one says something. */
const knownShare = 80;

const { exotic, mark, point, vowel, styled, emoji, glue } = characterClass;
const hexadecimal = (1 << lowerHex) | (1 << upperHex) | (1 << digit);
const ascii = hexadecimal | (1 << lower) | (1 << upper);
/** Classes of which one letter may take more than one unit. */
const wide = (1 << mark) | (1 << point) | (1 << vowel) | (1 << styled) | (1 << exotic) | (1 << letter);
/** Classes of letters: all of words but digits. */
export const letters = ((1 << (lastOfWord + 1)) - 1) & ~(1 << digit) & ~1;
/** Classes of letters of which at least one makes a word plain: nothing to look at but its length and its hash. */
export const plainLetters = (1 << lower) | (1 << upper) | (1 << latin) | (1 << cyrillic) | (1 << greek) | (1 << arabic);
/** Classes that plain letters may stand among. */
export const plainWord = plainLetters | (1 << lowerHex) | (1 << upperHex);

/** Looks at what the folding pass finds worth a second look; one text at a time. */
export class SignWatch {
  flags = 0;
  #single = -1;
  #singles = 0;
  #hexadecimal = -1;
  #hexadecimals = 0;
  #rowWords = -1;
  #row = 0;
  #unknown = 0;

  start(): void {
    this.flags = 0;
    this.#single = -1;
    this.#hexadecimal = -1;
    this.#rowWords = -1;
    this.#unknown = 0;
  }

  /** A word `source[start..end)`, the `ordinal`-th of the text, that is short or more than plain letters. */
  word(source: Uint16Array, start: number, end: number, seen: number, ordinal: number): void {
    const length = end - start;
    if (length === 1 || ((seen & wide) !== 0 && isSingle(source, start, end))) {
      this.#singles = this.#single === ordinal - 1 ? this.#singles + 1 : 1;
      this.#single = ordinal;
      if (this.#singles >= 3) this.flags |= foldFlag.spaced;
    } else if (isHexadecimal(source, start, seen)) {
      this.#hexadecimals = this.#hexadecimal === ordinal - 1 ? this.#hexadecimals + 1 : 1;
      this.#hexadecimal = ordinal;
      if (this.#hexadecimals >= 3 || (length >= 8 && (seen & (1 << digit)) !== 0)) this.flags |= foldFlag.digits;
    }
  }

  /** A word `source[start..end)` of at least `lookedUp` units, Latin letters among them. */
  lookUp(source: Uint16Array, start: number, end: number, seen: number): void {
    // What has digits is a code, no words.
    if ((seen & (1 << digit)) !== 0) return;
    if (levelsOf(wordTable(), hashOfUnits(source, start, end)) !== 0) return;
    if (end - start >= longWord) this.flags |= foldFlag.long;
    this.#unknown += 1;
  }

  /** After the last of so many words. */
  finish(words: number): void {
    if (this.#unknown > 0 && (words - this.#unknown) * 100 >= (words - 1) * knownShare) this.flags |= foldFlag.glued;
  }

  /** A pair of neighbours, the second at `source[at]`, whose table entry asks for more than a flag. */
  lookCloser(asked: number, source: Uint16Array, at: number, ordinal: number): void {
    const unit = source[at] ?? 0;
    const before = source[at - 1] ?? 0;
    if ((asked & closer.stroke) !== 0) {
      if (unit === 0x7c || before === 0x7c) this.flags |= foldFlag.leet;
      if (unit <= 0x20) this.flags |= before === 0x3d && unit !== 0x20 && unit !== 9 ? foldFlag.escape : 0;
      else if (before === 0x23 || before === 0xff03) this.flags |= foldFlag.hashtag;
      else if (unit === 0x5c || before === 0x5c || isLeader(before)) this.flags |= foldFlag.escape;
    }
    if ((asked & closer.bracket) !== 0 && isBracket(before, unit)) this.flags |= foldFlag.bracket;
    if ((asked & closer.drawn) !== 0) {
      if (unit !== before) this.flags |= foldFlag.drawn;
      else if (unit === 0x2d) this.flags |= foldFlag.hyphens;
    }
    if ((asked & closer.row) !== 0) {
      this.#row = this.#rowWords === ordinal ? this.#row + 1 : 1;
      this.#rowWords = ordinal;
      if (this.#row >= 3) this.flags |= foldFlag.morse;
    }
    if ((asked & closer.points) !== 0 && at > 1 && classAt(source, at - 2) === point) this.flags |= foldFlag.marks;
    if ((asked & closer.selector) !== 0 && !isEmojiGlue(source, at)) this.flags |= foldFlag.invisible;
  }
}

function hashOfUnits(source: Uint16Array, start: number, end: number): number {
  const letterOf = letterTable();
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = hashWith(hash, letterOf[source[at] ?? 0] ?? 0);
  return hash;
}

/** Whether a word begins with hxx, as hxxp and hxxps do. */
export function isDefangedScheme(source: Uint16Array, start: number): boolean {
  return (
    letterAt(source, start) === 0x68 && letterAt(source, start + 1) === 0x78 && letterAt(source, start + 2) === 0x78
  );
}

function letterAt(source: Uint16Array, at: number): number {
  return (source[at] ?? 0) | 0x20;
}

/** Hexadecimal digits, or anything of ASCII that begins with `0x`. */
function isHexadecimal(source: Uint16Array, start: number, seen: number): boolean {
  if ((seen & ~hexadecimal) === 0) return true;
  return (seen & ~ascii) === 0 && source[start] === 0x30 && letterAt(source, start + 1) === 0x78;
}

/** % & = + */
function isLeader(unit: number): boolean {
  return unit === 0x25 || unit === 0x26 || unit === 0x3d || unit === 0x2b;
}

/** `[.` `(dot` `[at` `{@` and the like, `*p` of h**p. */
function isBracket(before: number, unit: number): boolean {
  const small = unit | 0x20;
  const isLetter = unit >= 0x41 && small >= 0x61 && small <= 0x7a;
  if (before === 0x2a) return small === 0x70;
  if (before !== 0x28 && before !== 0x5b && before !== 0x7b) return false;
  return !isLetter || small === 0x61 || small === 0x64 || small === 0x70;
}

/** U+FE0F and U+200D after an emoji, once each; U+200D before one. */
function isEmojiGlue(source: Uint16Array, at: number): boolean {
  const before = classAt(source, at - 1);
  if (classAt(source, at) !== glue) return source[at - 1] === 0xfe0f;
  return before === emoji || (before === glue && source[at - 1] === 0xfe0f && source[at] === 0x200d);
}

/** Whether a short word is one letter with marks, or one beyond the BMP. */
function isSingle(source: Uint16Array, start: number, end: number): boolean {
  if (end - start > 8) return false;
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const unit = source[index] ?? 0;
    if (unit >= 0xdc00 && unit <= 0xdfff) continue;
    const kind = classAt(source, index);
    if (kind < mark || kind > vowel) count += 1;
  }
  return count === 1;
}
