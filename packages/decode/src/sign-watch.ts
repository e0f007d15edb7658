import { characterClass } from './character-class.js';
import { classAt } from './fold-cells.js';
import { closer, foldFlag } from './fold-signs.js';
import { cellOf, smallWords } from './small-words.js';

/** At least so many letters make a word long. */
const longWord = 14;
/** So many words in a row without a function word among them are no sentence. */
const longestGap = 8;

const { lowerHex, lower, upperHex, upper, digit, mark, vowel, emoji, glue, styled } = characterClass;
const hexadecimal = (1 << lowerHex) | (1 << upperHex) | (1 << digit);
const ascii = hexadecimal | (1 << lower) | (1 << upper);
/** Classes of which a letter may take more than one unit. */
const wide =
  (((1 << (vowel + 1)) - 1) & ~((1 << mark) - 1)) | (1 << styled) | (1 << emoji) | (1 << characterClass.exotic);
const letters = ((1 << (styled + 1)) - 1) & ~(1 << digit) & ~1;

/** Counts words and looks at what the folding pass finds worth a second look; one text at a time. */
export class SignWatch {
  flags = 0;
  #table: Uint8Array | undefined;
  #words = 0;
  #small = 0;
  #gap = 0;
  #singles = 0;
  #hexadecimals = 0;
  #rowWords = -1;
  #row = 0;

  start(): void {
    this.#table ??= smallWords();
    this.flags = foldFlag.always;
    this.#words = 0;
    this.#small = 0;
    this.#gap = 0;
    this.#singles = 0;
    this.#hexadecimals = 0;
    this.#rowWords = -1;
  }

  /** A word `source[start..end)` whose classes are `seen` and whose folded letters have `hash`. */
  word(source: Uint16Array, start: number, end: number, seen: number, hash: number): void {
    const length = end - start;
    if ((seen & letters) !== 0) {
      this.#words += 1;
      if (length > 2 && this.#table?.[cellOf(hash)] === 1) {
        this.#small += 1;
        this.#gap = 0;
      } else {
        this.#gap += 1;
        if (this.#gap >= longestGap) this.flags |= foldFlag.wordless;
      }
      if (length >= longWord) this.flags |= foldFlag.long;
    }
    if (length === 1 || ((seen & wide) !== 0 && isSingle(source, start, end))) {
      this.#singles += 1;
      if (this.#singles >= 3) this.flags |= foldFlag.spaced;
    } else {
      this.#singles = 0;
    }
    if (length === 1 || (seen & ~ascii) !== 0) this.#hexadecimals = 0;
    else if ((seen & ~hexadecimal) === 0 || (source[start] === 0x30 && ((source[start + 1] ?? 0) | 0x20) === 0x78)) {
      this.#hexadecimals += 1;
      if (this.#hexadecimals >= 3 || (length >= 8 && (seen & (1 << digit)) !== 0)) this.flags |= foldFlag.digits;
    } else this.#hexadecimals = 0;
  }

  /** A pair of neighbours ending at `source[at]` whose table entry asks for more than a flag. */
  lookCloser(asked: number, source: Uint16Array, at: number): void {
    const unit = source[at] ?? 0;
    const before = source[at - 1] ?? 0;
    if ((asked & closer.stroke) !== 0) {
      if (unit === 0x7c || before === 0x7c) this.flags |= foldFlag.leet;
      if (before === 0x23 || before === 0xff03) this.flags |= foldFlag.hashtag;
      else if (unit === 0x5c || before === 0x5c || isLeader(before)) this.flags |= foldFlag.escape;
    }
    if ((asked & closer.bracket) !== 0 && isBracket(before, unit)) this.flags |= foldFlag.bracket;
    if ((asked & closer.drawn) !== 0) {
      if (unit !== before) this.flags |= foldFlag.drawn;
      else if (unit === 0x2d) this.flags |= foldFlag.hyphens;
    }
    if ((asked & closer.row) !== 0) {
      this.#row = this.#rowWords === this.#words ? this.#row + 1 : 1;
      this.#rowWords = this.#words;
      if (this.#row >= 3) this.flags |= foldFlag.morse;
    }
    if ((asked & closer.points) !== 0 && at > 1 && classAt(source, at - 2) === characterClass.point) {
      this.flags |= foldFlag.marks;
    }
    if ((asked & closer.selector) !== 0 && !isEmojiGlue(source, at)) this.flags |= foldFlag.invisible;
  }

  /** The flags, once the whole text has been seen. */
  finish(): number {
    if (this.#words >= 2 && this.#small * 6 < this.#words) this.flags |= foldFlag.wordless;
    return this.flags;
  }
}

/** % & = + */
function isLeader(unit: number): boolean {
  return unit === 0x25 || unit === 0x26 || unit === 0x3d || unit === 0x2b;
}

/** `[.` `(dot` `[at` `{@` and the like, `*p` of h**p. */
function isBracket(before: number, unit: number): boolean {
  const small = unit | 0x20;
  if (small < 0x61 || small > 0x7a || unit < 0x41) return before !== 0x2d && before !== 0x2e && before !== 0x2a;
  if (before === 0x2a) return small === 0x70;
  return (
    (before === 0x28 || before === 0x5b || before === 0x7b) && (small === 0x61 || small === 0x64 || small === 0x70)
  );
}

/** U+FE0F and U+200D after an emoji, once each; U+200D before one. */
function isEmojiGlue(source: Uint16Array, at: number): boolean {
  const kind = classAt(source, at);
  const before = classAt(source, at - 1);
  if (kind === glue) return before === emoji || (before === glue && source[at - 1] === 0xfe0f && source[at] === 0x200d);
  return source[at - 1] === 0xfe0f;
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
