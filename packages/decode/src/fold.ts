import { characterClass, lastOfWord } from './character-class.js';
import { cells, classes, classOfPoint, composes, dropped, fill, pointAt, special, unfilled } from './fold-cells.js';
import { foldCodePoint } from './fold-code-point.js';
import { flagsOfClasses, foldFlag, pairFlags } from './fold-signs.js';
import { SignWatch } from './sign-watch.js';
import { hashPrime, hashSeed } from './small-words.js';

/**
 * A reusable place for folded text. `units[0..length)` are the folded UTF-16 units, `from[i]` is where in the original
 * the character begins that gave unit `i`, `flags` what was noticed on the way (bits of `foldFlag`; nothing but
 * `always`: the text cannot be disguised). Grows as needed and never shrinks, so folding a stream allocates nothing.
 */
export class FoldBuffer {
  units = new Uint16Array(1024);
  from = new Uint32Array(1024);
  length = 0;
  flags = 0;

  /** Makes room for `size` units and keeps what is there. */
  reserve(size: number): void {
    if (size <= this.units.length) return;
    const room = Math.max(size, this.units.length * 2);
    const units = new Uint16Array(room);
    units.set(this.units);
    const from = new Uint32Array(room);
    from.set(this.from);
    this.units = units;
    this.from = from;
  }

  /** The folded text as a string. */
  toString(): string {
    return unitsToString(this.units, 0, this.length);
  }
}

const watch = new SignWatch();
/** Units of the text that is being folded. */
let scratch = new Uint16Array(4096);

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
  const { length } = text;
  if (length > scratch.length) scratch = new Uint16Array(Math.max(length, scratch.length * 2));
  const units = scratch;
  for (let index = 0; index < length; index += 1) units[index] = text.charCodeAt(index);
  return foldUnits(units, length, buffer);
}

/**
 * The same for a text that stands as UTF-16 units in `source[0..length)`: for whoever reads bytes and makes no string.
 * @example
 * foldUnits(Uint16Array.of(0xc9, 0x74, 0xe9), 3, buffer); // 3, buffer.toString() is 'ete'
 */
export function foldUnits(source: Uint16Array, length: number, buffer: FoldBuffer): number {
  buffer.reserve(length + 32);
  let { units, from } = buffer;
  let size = 0;
  let flags = 0;
  let seenAtAll = 0;
  let previous: number = characterClass.blank;
  let wordStart = -1;
  let seen = 0;
  let hash = hashSeed;
  let lastCell = 0;
  let equal = 0;
  watch.start();
  for (let index = 0; index < length; index += 1) {
    const code = source[index] ?? 0;
    let cell = cells[code] ?? unfilled;
    if (cell === unfilled) cell = fill(code);
    let kind = classes[code] ?? 0;
    let point = code;
    if (cell >= special && code >= 0xd800 && code <= 0xdfff) {
      point = pointAt(source, index, length);
      kind = classOfPoint(point);
    }
    const bit = 1 << kind;
    seenAtAll |= bit;
    const pair = pairFlags[(previous << 5) | kind] ?? 0;
    if (pair !== 0) {
      flags |= pair;
      if (pair >= 1 << 25) watch.lookCloser(pair, source, index);
    }
    previous = kind;
    if (kind <= lastOfWord && kind !== 0) {
      if (wordStart < 0) {
        wordStart = index;
        seen = 0;
        hash = hashSeed;
        equal = 0;
        lastCell = 0;
      }
      seen |= bit;
      if (cell < special) {
        hash = Math.imul(hash ^ cell, hashPrime);
        if (cell === lastCell) {
          equal += 1;
          if (equal === 2) flags |= foldFlag.repeated;
          if (cell === 0x78) flags |= foldFlag.bracket;
        } else {
          equal = 0;
          lastCell = cell;
        }
      }
    } else if (wordStart >= 0) {
      watch.word(source, wordStart, index, seen, hash);
      wordStart = -1;
    }
    if (cell < special) {
      units[size] = cell;
      from[size] = index;
      size += 1;
      continue;
    }
    if (cell === dropped) continue;
    let folded: string;
    let start = index;
    if (cell === composes) {
      const joined = size > 0 ? joinWithPrevious(source, from[size - 1] ?? 0, index) : undefined;
      if (joined === undefined) {
        folded = code >= 0x1160 && code <= 0x11ff ? foldCodePoint(code) : '';
      } else {
        size -= 1;
        while (size > 0 && from[size - 1] === from[size]) size -= 1;
        folded = joined;
        start = from[size] ?? 0;
      }
    } else {
      folded = foldCodePoint(point);
      if (point > 0xffff) index += 1;
    }
    buffer.reserve(size + folded.length + (length - index));
    ({ units, from } = buffer);
    for (let unit = 0; unit < folded.length; unit += 1) {
      units[size] = folded.charCodeAt(unit);
      from[size] = start;
      size += 1;
    }
  }
  if (wordStart >= 0) watch.word(source, wordStart, length, seen, hash);
  buffer.length = size;
  buffer.flags = (flags & ((1 << 25) - 1)) | watch.finish() | flagsOfClasses(seenAtAll);
  return size;
}

/** Composes what stands from `start` with the mark at `at`, if Unicode has one letter for it that folds to itself. */
function joinWithPrevious(source: Uint16Array, start: number, at: number): string | undefined {
  if (at - start > 4) return undefined;
  const composed = unitsToString(source, start, at + 1).normalize('NFC');
  const point = composed.codePointAt(0) ?? 0;
  return composed.length === (point > 0xffff ? 2 : 1) ? foldCodePoint(point) : undefined;
}

function unitsToString(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index += 8192) {
    text += String.fromCharCode(...units.subarray(index, Math.min(end, index + 8192)));
  }
  return text;
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
