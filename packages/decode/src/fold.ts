import { foldCodePoint } from './fold-code-point.js';

/**
 * A reusable place for folded text. `units[0..length)` are the folded UTF-16 units, `from[i]` is where in the original
 * the character begins that gave unit `i`. Grows as needed and never shrinks, so folding a stream allocates nothing.
 */
export class FoldBuffer {
  units = new Uint16Array(1024);
  from = new Uint32Array(1024);
  length = 0;

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

/** Cell of a fold page: the character folds to nothing, or to more than one unit, or joins the one before it. */
const dropped = 0xfffd;
const expands = 0xfffe;
const composes = 0xffff;

/** One page of 256 folds, made when a character of it is first met. */
const pages: (Uint16Array | undefined)[] = Array.from({ length: 256 });

function pageOf(high: number): Uint16Array {
  const page = new Uint16Array(256);
  for (let low = 0; low < 256; low += 1) {
    const code = high * 256 + low;
    if (isComposing(code)) {
      page[low] = composes;
      continue;
    }
    if (code >= 0xfffd) {
      page[low] = expands;
      continue;
    }
    const folded = foldCodePoint(code);
    page[low] = folded.length === 0 ? dropped : folded.length === 1 ? folded.charCodeAt(0) : expands;
  }
  pages[high] = page;
  return page;
}

/** Marks that make a different letter of the one before (Cyrillic short i, voiced kana), and Hangul vowels and finals. */
function isComposing(code: number): boolean {
  return code === 0x306 || code === 0x308 || code === 0x3099 || code === 0x309a || (code >= 0x1160 && code <= 0x11ff);
}

/**
 * Folds `text` into `buffer`: the form in which spellings of one word are equal. Case, accents, harakat, tatweel,
 * invisible characters and letter forms disappear (NFKC, and the table of the README); words stay words. One pass,
 * no allocation once the buffer is large enough.
 *
 * @returns the number of units, also in `buffer.length`
 * @example
 * const buffer = new FoldBuffer();
 * foldInto('Éléphant', buffer); // 8
 * buffer.toString(); // 'elephant'
 */
export function foldInto(text: string, buffer: FoldBuffer): number {
  const length = text.length;
  buffer.reserve(length + 32);
  let { units, from } = buffer;
  let size = 0;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    const cell = (pages[code >> 8] ?? pageOf(code >> 8))[code & 255] ?? code;
    if (cell < dropped && (code < 0xd800 || code > 0xdfff)) {
      if (size === units.length) {
        buffer.reserve(size + 1 + (length - index));
        ({ units, from } = buffer);
      }
      units[size] = cell;
      from[size] = index;
      size += 1;
      continue;
    }
    if (cell === dropped) continue;
    let folded: string;
    const at = index;
    if (cell === composes) {
      const joined = size > 0 ? joinWithPrevious(text, from[size - 1] ?? 0, index) : undefined;
      if (joined === undefined) {
        folded = code >= 0x1160 && code <= 0x11ff ? foldCodePoint(code) : '';
      } else {
        size -= 1;
        while (size > 0 && from[size - 1] === from[size]) size -= 1;
        folded = joined.folded;
        buffer.reserve(size + folded.length + (length - index));
        ({ units, from } = buffer);
        for (let unit = 0; unit < folded.length; unit += 1) {
          units[size] = folded.charCodeAt(unit);
          from[size] = joined.start;
          size += 1;
        }
        continue;
      }
    } else {
      const point = text.codePointAt(index) ?? code;
      if (point > 0xffff) index += 1;
      folded = foldCodePoint(point);
    }
    buffer.reserve(size + folded.length + (length - index));
    ({ units, from } = buffer);
    for (let unit = 0; unit < folded.length; unit += 1) {
      units[size] = folded.charCodeAt(unit);
      from[size] = at;
      size += 1;
    }
  }
  buffer.length = size;
  return size;
}

/** Composes what stands from `start` with the mark at `index`, if Unicode has one letter for it that folds to itself. */
function joinWithPrevious(text: string, start: number, index: number): { folded: string; start: number } | undefined {
  if (index - start > 4) return undefined;
  const composed = text.slice(start, index + 1).normalize('NFC');
  const point = composed.codePointAt(0) ?? 0;
  if (composed.length !== (point > 0xffff ? 2 : 1)) return undefined;
  return { folded: foldCodePoint(point), start };
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
