import { characterClass } from './character-class.js';
import {
  cells,
  classOfPoint,
  composes,
  dropped,
  expands,
  fill,
  isOfWord,
  pointAt,
  special,
  unfilled,
} from './fold-cells.js';
import { foldCodePoint } from './fold-code-point.js';
import { allFlags, closerLooks, flagsOfClasses, foldFlag, pairEvent, pairFlags } from './fold-signs.js';
import { isDefangedScheme, latinLetters, letters, lookedUp, plainLetters, plainWord, SignWatch } from './sign-watch.js';
import { lookAtLetters, type LetterLook } from './odd-letters.js';
import { cellOf, hashPrime, smallWords } from './small-words.js';
import { UnitBuffer } from './utf16.js';

/**
 * A reusable place for folded text. `units[0..length)` are the folded UTF-16 units, `from[i]` is where in the original
 * the character begins that gave unit `i`, `flags` what was noticed on the way (bits of `foldFlag`; none:
 * the text cannot be disguised). Grows as needed and never shrinks, so folding a stream allocates nothing.
 */
export class FoldBuffer {
  from = new Uint32Array(1024);
  length = 0;
  flags = 0;
  readonly #units = new UnitBuffer(1024);

  get units(): Uint16Array {
    return this.#units.units;
  }

  /** Makes room for `size` units and keeps the first `kept`. */
  reserve(size: number, kept: number): void {
    if (size <= this.from.length) return;
    this.#units.reserve(size, kept);
    const from = new Uint32Array(this.#units.units.length);
    from.set(this.from.subarray(0, kept));
    this.from = from;
  }

  /** The folded text as a string. */
  toString(): string {
    return this.#units.text(this.length);
  }
}

const watch = new SignWatch();
/** Units of the text that is being folded. */
const scratch = new UnitBuffer(4096);
const letterLook: LetterLook = { odd: false, turned: false };
const { lowerHex, lower, upperHex, upper, cyrillic, arabic, letter } = characterClass;
const asciiLetters = (1 << lowerHex) | (1 << lower) | (1 << upperHex) | (1 << upper);
/** Letters beside Latin ones that are read from the other end too. */
const turnableBeside = (1 << cyrillic) | (1 << arabic) | (1 << letter);
/** So many words in a row without a function word among them are no sentence. */
const longestGap = 16;

/**
 * Folds `text` into `buffer`: the form in which spellings of one word are equal. Case, accents, harakat, tatweel,
 * invisible characters and letter forms disappear (NFKC, and the table of the README); words stay words. One pass,
 * no allocation once the buffer is large enough; `buffer.flags` says what was noticed.
 *
 * @returns the number of units, also in `buffer.length`
 * @example
 * const buffer = new FoldBuffer();
 * foldInto('Éléphant', buffer); // 8
 * buffer.toString(); // 'elephant'
 */
export function foldInto(text: string, buffer: FoldBuffer): number {
  scratch.write(text);
  return foldUnits(scratch.units, text.length, buffer);
}

/**
 * The same for a text that stands as UTF-16 units in `source[0..length)`: for whoever reads bytes and makes no string.
 * @example
 * foldUnits(Uint16Array.of(0xc9, 0x74, 0xe9), 3, buffer); // 3, buffer.toString() is 'ete'
 */
export function foldUnits(source: Uint16Array, length: number, buffer: FoldBuffer): number {
  buffer.reserve(length + 32, 0);
  let { units, from } = buffer;
  const smallTable = smallWords();
  const cellTable = cells;
  const pairTable = pairFlags;
  let size = 0;
  let flags = 0;
  let seenAtAll = 0;
  let previous: number = characterClass.blank;
  // The word that is being read: where it began, bits of its classes, the hash of its folded units.
  let start = 0;
  let seen = 0;
  let hash = 0;
  // The last two characters that are no marks: three equal ones are noticed.
  let last = 0;
  let lastButOne = 0;
  // Runs of letters and digits; those with a letter; function words among them, the last one, and the widest gap.
  let ordinal = 0;
  let words = 0;
  let small = 0;
  let lastSmall = 0;
  let gap = 0;
  watch.start();
  for (let index = 0; index <= length; index += 1) {
    // Characters that fold to one unit and are ordinary beside the one before: most of every text, so no call in here.
    for (; index < length; index += 1) {
      const entry = cellTable[source[index] ?? 0] ?? unfilled;
      const kind = (entry >>> 16) & 31;
      const cell = entry & 0xffff;
      if (cell >= special || pairTable[(previous << 5) | kind] !== 0) break;
      previous = kind;
      // All bits set inside words, none outside.
      const inWord = ~(entry >> 31);
      seenAtAll |= 1 << kind;
      seen = (seen | (1 << kind)) & inWord;
      start = (start & inWord) | ((index + 1) & ~inWord);
      hash = Math.imul(hash ^ cell, hashPrime) & inWord;
      if (((cell ^ last) | (cell ^ lastButOne) | ~inWord) === 0) flags |= foldFlag.repeated;
      lastButOne = last;
      last = cell;
      units[size] = cell;
      from[size] = index;
      size += 1;
    }
    // Behind the text stands a blank, so that its last word ends.
    const code = index < length ? (source[index] ?? 0) : 0x20;
    let entry = cells[code] ?? unfilled;
    if (entry === unfilled) entry = fill(code);
    const cell = entry & 0xffff;
    let kind = (entry >>> 16) & 31;
    let inWord = ~(entry >> 31);
    let point = code;
    if (cell === expands) {
      point = pointAt(source, index, length);
      kind = classOfPoint(point);
      inWord = isOfWord(kind) ? -1 : 0;
    }
    const pair = pairFlags[(previous << 5) | kind] ?? 0;
    flags |= pair;
    if (pair < 0) {
      const width = index - start;
      ordinal += 1;
      if ((seen & letters) !== 0) {
        words += 1;
        if (width > 1 && smallTable[cellOf(hash)] === 1) {
          small += 1;
          gap = Math.max(gap, words - lastSmall);
          lastSmall = words;
        }
      }
      if (width >= lookedUp && (seen & latinLetters) !== 0) watch.lookUp(source, start, index, seen);
      if (width === 1 || (seen & plainLetters) === 0 || (seen & ~plainWord) !== 0) {
        watch.word(source, start, index, seen, ordinal);
      } else if (width < 6 && isDefangedScheme(source, start)) flags |= foldFlag.bracket;
    }
    if (index === length) break;
    if ((pair & pairEvent.closer) !== 0)
      watch.lookCloser(closerLooks[(previous << 5) | kind] ?? 0, source, index, ordinal);
    previous = kind;
    seenAtAll |= 1 << kind;
    seen = (seen | (1 << kind)) & inWord;
    start = (start & inWord) | ((index + 1) & ~inWord);
    const same = cell < special ? cell : point;
    if (cell < special || cell === expands) {
      hash = Math.imul(hash ^ same, hashPrime) & inWord;
      if (((same ^ last) | (same ^ lastButOne) | ~inWord) === 0) flags |= foldFlag.repeated;
      lastButOne = last;
      last = same;
    }
    if (cell < special) {
      units[size] = cell;
      from[size] = index;
      size += 1;
      continue;
    }
    if (cell === dropped) continue;
    let folded: string;
    let at = index;
    if (cell === composes) {
      const joined = size > 0 ? joinWithPrevious(source, from[size - 1] ?? 0, index) : undefined;
      if (joined === undefined) {
        folded = code >= 0x1160 && code <= 0x11ff ? foldCodePoint(code) : '';
      } else {
        size -= 1;
        while (size > 0 && from[size - 1] === from[size]) size -= 1;
        folded = joined;
        at = from[size] ?? 0;
      }
    } else {
      folded = foldCodePoint(point);
      if (point > 0xffff) index += 1;
    }
    buffer.reserve(size + folded.length + (length - index), size);
    ({ units, from } = buffer);
    for (let unit = 0; unit < folded.length; unit += 1) {
      units[size] = folded.charCodeAt(unit);
      from[size] = at;
      size += 1;
    }
  }
  watch.finish(words);
  gap = Math.max(gap, words - lastSmall);
  if (small * 6 < words || gap >= longestGap) flags |= foldFlag.wordless;
  if ((seenAtAll & asciiLetters) !== 0) {
    lookAtLetters(units, size, letterLook);
    if (letterLook.odd) flags |= foldFlag.shifted;
    if (letterLook.turned) flags |= foldFlag.backwards;
  }
  if ((flags & foldFlag.wordless) !== 0 && (seenAtAll & turnableBeside) !== 0) flags |= foldFlag.backwards;
  buffer.length = size;
  buffer.flags = (flags & allFlags) | watch.flags | flagsOfClasses(seenAtAll);
  return size;
}

/** Composes what stands from `start` with the mark at `at`, if Unicode has one letter for it that folds to itself. */
function joinWithPrevious(source: Uint16Array, start: number, at: number): string | undefined {
  if (at - start > 4) return undefined;
  const composed = String.fromCharCode(...source.subarray(start, at + 1)).normalize('NFC');
  const point = composed.codePointAt(0) ?? 0;
  return composed.length === (point > 0xffff ? 2 : 1) ? foldCodePoint(point) : undefined;
}

const own = new FoldBuffer();

/**
 * The canonical key of a text: what matching compares. See {@link foldInto}.
 * @example fold('ÎLE de Straße') // 'ile de strasse'
 */
export function fold(text: string): string {
  foldInto(text, own);
  return own.toString();
}

/** The signs of a text: the flags of its folding. */
export function signsOf(text: string): { readonly flags: number } {
  foldInto(text, own);
  return { flags: own.flags };
}
