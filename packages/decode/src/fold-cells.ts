import { characterClass, classOf, lastOfWord } from './character-class.js';
import { foldCodePoint } from './fold-code-point.js';

/** Cells of at least this value stand for no unit: see the four kinds. */
export const special = 0xfffc;
/** An entry that was not computed yet. */
export const unfilled = 0xfffc;
/** The character folds to nothing. */
export const dropped = 0xfffd;
/** It folds to more than one unit, or lies beyond the BMP. */
export const expands = 0xfffe;
/** It may make one letter with the one before. */
export const composes = 0xffff;

/**
 * For each unit what it folds to and its class: `class << 16 | cell`, with the sign bit set for what ends a word. Filled
 * 256 at a time, when one of them is first met.
 */
export const cells = new Int32Array(0x10000).fill(unfilled);

/** Fills the page that a unit is on and gives the unit's entry. */
export function fill(unit: number): number {
  const first = unit & 0xff00;
  for (let code = first; code < first + 256; code += 1) {
    const kind = code >= 0xd800 && code <= 0xdfff ? characterClass.other : classOf(code);
    cells[code] = (isOfWord(kind) ? 0 : 1 << 31) | (kind << 16) | cellFor(code);
  }
  return cells[unit] ?? 0;
}

/** Whether characters of a class belong to words. */
export function isOfWord(kind: number): boolean {
  return kind !== characterClass.other && kind <= lastOfWord;
}

function cellFor(code: number): number {
  if (isComposing(code)) return composes;
  if (code >= special || (code >= 0xd800 && code <= 0xdfff)) return expands;
  const folded = foldCodePoint(code);
  return folded.length === 0 ? dropped : folded.length === 1 ? folded.charCodeAt(0) : expands;
}

/** Marks that make a different letter of the one before (Cyrillic short i, voiced kana), and Hangul vowels and finals. */
function isComposing(code: number): boolean {
  return code === 0x306 || code === 0x308 || code === 0x3099 || code === 0x309a || (code >= 0x1160 && code <= 0x11ff);
}

/** The code point at a place; a lone surrogate is its own. */
export function pointAt(source: Uint16Array, at: number, end: number): number {
  const unit = source[at] ?? 0;
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= end) return unit;
  const low = source[at + 1] ?? 0;
  return low >= 0xdc00 && low <= 0xdfff ? (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000 : unit;
}

const classesBeyond = new Map<number, number>();

/** The class of any code point. */
export function classOfPoint(point: number): number {
  if (point < 0x10000) {
    const entry = cells[point] ?? 0;
    return ((entry === unfilled ? fill(point) : entry) >>> 16) & 31;
  }
  const known = classesBeyond.get(point);
  if (known !== undefined) return known;
  const kind = classOf(point);
  classesBeyond.set(point, kind);
  return kind;
}

/** The class of the character that the unit at a place belongs to. */
export function classAt(source: Uint16Array, at: number): number {
  const unit = source[at] ?? 0;
  const start = unit >= 0xdc00 && unit <= 0xdfff && at > 0 ? at - 1 : at;
  const point = pointAt(source, start, start + 2);
  return classOfPoint(start < at && point < 0x10000 ? unit : point);
}
