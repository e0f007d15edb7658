import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { DisguiseName } from '../../decoded.js';
import { regionCodes } from './region-codes.js';
import { symbolLetters } from './symbol-letters.js';
import type { Edit } from '../../tracked-text.js';

const letterSymbol =
  /[\u00aa\u00ba\u02b0-\u02b8\u02e0-\u02e4\u1d00-\u1dbf\u2070-\u209c\u2100-\u214f\u2160-\u2188\u249c-\u24ea\ufb00-\ufb06\u0250-\u02af\ua720-\ua7ff\u{1d400}-\u{1d7ff}\u{1ee00}-\u{1eeff}\u{1f110}-\u{1f189}\u{10780}-\u{107ba}]/u;
const regional = /\p{Regional_Indicator}/u;
const run =
  /(?:[\u02b0-\u02b8\u02e0-\u02e4\u1d00-\u1dbf\u2071\u207f\u2090-\u209c\u2102-\u2149\u2160-\u217f\u249c-\u24e9\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\ua730\ua731\ua7af\ufb00-\ufb06\u{1d400}-\u{1d7ff}\u{1ee00}-\u{1eeff}\u{1f110}-\u{1f189}\u{1f1e6}-\u{1f1ff}]\ufe0f?)+/gu;

function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  const runs = Array.from(text.matchAll(run), (match) => ({ start: match.index, text: match[0] }));
  for (const [index, one] of runs.entries()) {
    const end = one.start + one.text.length;
    const letters = Array.from(one.text.replaceAll('\ufe0f', ''));
    if (letters.every((letter) => regional.test(letter))) {
      const alone = letters.length === 1 && (isNear(runs[index - 1], one) || isNear(one, runs[index + 1]));
      if (alone || spells(letters)) found.push(edit(one.start, end, one.text));
      continue;
    }
    const before = text.slice(Math.max(0, one.start - 2), one.start);
    const after = text.slice(end, end + 2);
    if (isDisguise(letters, before, after, runs[index - 1], runs[index + 1], one.start, end)) {
      found.push(edit(one.start, end, one.text));
    }
  }
  return found;
}

interface Run {
  readonly start: number;
  readonly text: string;
}

/** Whether two single regional indicators stand within two characters of each other: letters set apart. */
function isNear(left: Run | undefined, right: Run | undefined): boolean {
  if (left === undefined || right === undefined || !regional.test(left.text) || !regional.test(right.text))
    return false;
  const gap = right.start - (left.start + left.text.length);
  return gap > 0 && gap <= 2;
}

/** A gap of one or two characters. */
function near(gap: number): boolean {
  return gap > 0 && gap <= 2;
}

/** Regional indicators that are no sequence of flags. */
function spells(letters: readonly string[]): boolean {
  if (letters.length < 2) return false;
  if (letters.length % 2 === 1) return true;
  const text = letters.map(letterOf).join('');
  for (let index = 0; index < text.length; index += 2) {
    if (!regionCodes.includes(text.slice(index, index + 2))) return true;
  }
  return false;
}

function isDisguise(
  letters: readonly string[],
  before: string,
  after: string,
  previous: Run | undefined,
  next: Run | undefined,
  start: number,
  end: number,
): boolean {
  const [first = ''] = letters;
  const known = letters.filter((letter) => letterOf(letter) !== letter);
  if (known.length === 0) return false;
  // ſ and Roman numeral signs are never what a keyboard gives.
  if (/^[\u2160-\u217f\ufb00-\ufb06]$/u.test(first) && letters.length === 1) return true;
  const touches = /[\p{Script=Latin}]\p{M}*$/u.test(before) || /^[\p{Script=Latin}]/u.test(after);
  // m², 1ˢᵗ, Mˡˡᵉ and phonetic signs are ordinary; a raised word is not.
  if (
    letters.every((letter) =>
      /[\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d9b-\u1dbf\u2071\u207f\u2090-\u209c]/u.test(letter),
    )
  ) {
    return letters.length >= 4 && !touches;
  }
  if (touches && /[\p{Script=Latin}]{2}$|^[\p{Script=Latin}]{2}/u.test(`${before}\n${after}`.replace('\n', ' ')))
    return true;
  if (letters.length >= 3) return true;
  if (touches && letters.length === 2) return true;
  const chained =
    (previous !== undefined && near(start - (previous.start + previous.text.length))) ||
    (next !== undefined && near(next.start - end));
  // Two or one set apart: letters of a formula unless they are part of a row in the same style.
  return letters.length === 2 && chained && !/[=+<>^]/u.test(before + after);
}

function edit(start: number, end: number, text: string): Edit {
  const letters = Array.from(text);
  const replacement = letters.map((letter) => (letter === '\ufe0f' ? '' : letterOf(letter))).join('');
  const emoji = letters.some(
    (letter) => regional.test(letter) || /\p{Emoji_Presentation}|[\u{1f170}-\u{1f189}]/u.test(letter),
  );
  const name: DisguiseName = emoji ? 'emoji-letters' : 'styled';
  return { start, end, replacement, name };
}

/** The ordinary letter that a symbol shows, or the symbol itself. */
function letterOf(symbol: string): string {
  const point = symbol.codePointAt(0) ?? 0;
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return String.fromCharCode(65 + point - 0x1f1e6);
  if (point >= 0x1f110 && point <= 0x1f129) return String.fromCharCode(65 + point - 0x1f110);
  if (point >= 0x1f130 && point <= 0x1f149) return String.fromCharCode(65 + point - 0x1f130);
  if (point >= 0x1f150 && point <= 0x1f169) return String.fromCharCode(65 + point - 0x1f150);
  if (point >= 0x1f170 && point <= 0x1f189) return String.fromCharCode(65 + point - 0x1f170);
  if (point >= 0x249c && point <= 0x24b5) return String.fromCharCode(97 + point - 0x249c);
  const special = symbolLetters.get(symbol);
  if (special !== undefined) return special;
  return symbol.normalize('NFKC');
}

/** Letters written with symbols: mathematical, enclosed, raised and small capitals, regional indicators. */
export const styled: Transform = {
  name: 'styled',
  flags: foldFlag.styled,
  gate: new RegExp(`${letterSymbol.source}|${regional.source}`, 'u'),
  edits,
};
