import { symbolLetters } from './symbol-letters.js';

/** The families of styled letters: those of one text that belong together are of one family. */
export type Style = 'mathematical' | 'enclosed' | 'small-capital' | 'raised' | 'lowered' | 'sign';

/** The letter or digit that a styled sign shows, and its style. */
export interface Styled {
  readonly letters: string;
  readonly style: Style;
}

const ranges: readonly (readonly [Style, RegExp])[] = [
  ['mathematical', /^[\u{1d400}-\u{1d7ff}ℂℊ-ℓℕℙ-ℝℤℨℬℭℯ-ℱℳℴⅅ-ⅉ]$/u],
  ['enclosed', /^[⒜-ⓩ\u{1f110}-\u{1f12a}\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}]$/u],
  ['raised', /^[\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2071\u207fꟲ-ꟴꟸꟹ]$/u],
  ['lowered', /^[\u1d62-\u1d6a\u2090-\u209cⱼ]$/u],
  ['sign', /^[ſⅠ-ⅿ]$/u],
];

/** Reads a sign as a styled letter, `undefined` for any other sign. ℹ, ™, № and ligatures are signs in their own right. */
export function styledOf(sign: string): Styled | undefined {
  const small = symbolLetters.get(sign);
  if (small !== undefined) return { letters: small, style: 'small-capital' };
  const style = ranges.find(([, range]) => range.test(sign))?.[0];
  if (style === undefined) return undefined;
  const letters = shown(sign);
  return /^[a-z]{1,4}$|^\d$/i.test(letters) ? { letters, style } : undefined;
}

function shown(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  for (const first of [0x1f110, 0x1f130, 0x1f150]) {
    if (point >= first && point < first + 26) return String.fromCharCode(65 + point - first);
  }
  const letters = sign.normalize('NFKC').replace(/^\((.)\)$/u, '$1');
  // Greek in mathematical style is a formula.
  return letters;
}
