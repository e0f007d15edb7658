import { characterClass, classOfPoint, classOfUnit } from '../character-class.js';

/** What one UTF-16 unit does to words: the classes of `characterClass`, or that a look at two units is needed. */
export const surrogate = 4;
const unknown = 255;

const classes = new Uint8Array(0x10000).fill(unknown);

/** The class of a unit; `surrogate` for either half of a pair. */
export function unitClass(unit: number): number {
  const known = classes[unit] ?? unknown;
  if (known !== unknown) return known;
  const found = unit >= 0xd800 && unit <= 0xdfff ? surrogate : classOfUnit(unit);
  classes[unit] = found;
  return found;
}

/** The class of the character that begins at `at`, before `end`: two units make one where they are a pair. */
export function classAt(units: Uint16Array, at: number, end: number): number {
  const unit = units[at] ?? 0;
  const kind = unitClass(unit);
  if (kind !== surrogate) return kind;
  return isPair(units, at, end)
    ? classOfPoint((unit - 0xd800) * 0x400 + ((units[at + 1] ?? 0) - 0xdc00) + 0x10000)
    : characterClass.end;
}

/** Whether the units at `at` and after it are one character. */
export function isPair(units: Uint16Array, at: number, end: number): boolean {
  const unit = units[at] ?? 0;
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < end && ((units[at + 1] ?? 0) & 0xfc00) === 0xdc00;
}
