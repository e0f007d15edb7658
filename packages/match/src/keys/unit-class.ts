import { characterClass, classOfPoint, classOfUnit } from '../character-class.js';

/** Either half of a pair of units: a look at both is needed. */
export const surrogate = 4;
/** Not looked up yet: ask `unitClass`. */
export const unknown = 5;

/** What each UTF-16 unit does to words: a class of `characterClass`, `surrogate` or `unknown`. Filled by `unitClass`. */
export const unitClasses = new Uint8Array(0x10000).fill(unknown);

/** The class of a unit, and of all others on its page of 256 from now on. */
export function unitClass(unit: number): number {
  const known = unitClasses[unit] ?? unknown;
  if (known !== unknown) return known;
  const page = unit & 0xff00;
  for (let one = page; one < page + 256; one += 1) {
    unitClasses[one] = one >= 0xd800 && one <= 0xdfff ? surrogate : classOfUnit(one);
  }
  return unitClasses[unit] ?? unknown;
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
