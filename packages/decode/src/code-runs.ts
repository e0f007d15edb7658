/** Bits of what a run is made of. */
export const runHas = { lower: 1, upper: 2, digit: 4, padding: 8, other: 16 } as const;

/** A letter, digit or sign that no code may stand directly beside. */
const adjoining = /^[\p{L}\p{N}\p{M}\p{So}+/=_-]$/u;
/** What a unit is: bits of `runHas`, `foreign` for what joins a run and is no digit of a code, 0 for what ends one. */
const foreign = 128;
const unlooked = 255;
const units = new Uint8Array(0x10000).fill(unlooked);

function look(unit: number): number {
  const sign = String.fromCharCode(unit);
  const kind = adjoining.test(sign) ? kindOf(sign) : 0;
  units[unit] = kind;
  return kind;
}

function kindOf(sign: string): number {
  if (/[a-z]/.test(sign)) return runHas.lower;
  if (/[A-Z]/.test(sign)) return runHas.upper;
  if (/[0-9]/.test(sign)) return runHas.digit;
  if (sign === '=') return runHas.padding;
  return /[+/_-]/.test(sign) ? runHas.other : foreign;
}

/**
 * The runs of letters, digits and `+/=_-` of ASCII that have nothing of that kind beside them, in one pass: what a code
 * of single digits can be. Calls back with their places and what they are made of (bits of `runHas`).
 *
 * @param alsoPercent whether % joins runs too
 * @example eachRun('see Zm9v!', 4, false, (start, end, has) => …); // 4, 8, lower | upper | digit
 */
export function eachRun(
  text: string,
  shortest: number,
  alsoPercent: boolean,
  visit: (start: number, end: number, has: number) => void,
): void {
  let start = 0;
  let has = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    let kind = units[unit] ?? 0;
    if (kind === unlooked) kind = look(unit);
    if (unit === 0x25 && alsoPercent) kind = runHas.other;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      const pair = text.slice(at, at + 2);
      if (adjoining.test(pair)) {
        has |= foreign;
        at += 1;
        continue;
      }
    }
    if (kind !== 0) {
      has |= kind;
      continue;
    }
    if (at - start >= shortest && has < foreign) visit(start, at, has);
    start = at + 1;
    has = 0;
  }
}
