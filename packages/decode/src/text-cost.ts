import { remembered } from './remembered.js';
import { alphabets, knownLetter, languagesIn, letterModel, type Alphabet, type LetterModel } from './letter-model.js';

/** How surprising a text is, as the number of bits that it would take to write it down. */
export interface TextCost {
  /** Bits, when the letters follow each other as in the language that fits best. */
  readonly bits: number;
  /** Bits, when the letters follow each other by chance. */
  readonly chance: number;
  /** Letters, and all code points. */
  readonly letters: number;
  readonly points: number;
}

/**
 * What a text costs: the letters by the models of `letterModel`, everything else by rule of thumb. A text that somebody
 * wrote costs less than chance; what was decoded wrongly costs more.
 *
 * `world` also takes the letters of languages that have no model of their own.
 * @example
 * textCost('the grey gate').bits; // 42, and 67 by chance
 */
export function textCost(text: string, world = false): TextCost {
  const written = text.replace(/https?:\/\/(?:www\.)?/gu, ' ');
  const rows = new Map<Alphabet, number[]>();
  let signs = 0;
  let letters = 0;
  let points = 0;
  let previous: Alphabet | undefined;
  let before = '';
  let beforeWasCapital = false;
  for (const character of written) {
    const letter = knownLetter(character);
    points += 1;
    if (letter === undefined) {
      signs += costOfSign(character, before);
      if (previous !== undefined) rows.get(previous)?.push(0);
      previous = undefined;
      if (isLetter.test(character)) letters += 1;
      beforeWasCapital = false;
    } else {
      letters += 1;
      if (letter.alphabet !== previous) {
        if (previous !== undefined) {
          rows.get(previous)?.push(0);
          // Two scripts in one word.
          signs += 8;
        }
        previous = letter.alphabet;
        if (!rows.has(previous)) rows.set(previous, []);
      }
      rows.get(letter.alphabet)?.push(letter.classOf);
      if (letter.marked) signs += 1.5;
      if (letter.capital) signs += isLetter.test(before) ? (beforeWasCapital ? 0.5 : 6) : 1.5;
      beforeWasCapital = letter.capital;
    }
    before = character;
  }
  let bits = signs;
  let chance = signs;
  for (const alphabet of alphabets) {
    const row = rows.get(alphabet);
    if (row === undefined) continue;
    row.push(0);
    const models = languagesIn(alphabet);
    const considered = world && alphabet === 'latin' ? [...models, letterModel('world')] : models;
    bits += Math.min(...considered.map((model) => rowCost(row, model)));
    chance += row.length * Math.log2(models[0]?.size ?? 32);
  }
  return { bits, chance, letters, points };
}

/** What a row of letter classes costs, beginning and ending outside a word. */
export function rowCost(row: ArrayLike<number>, { costs, size }: Pick<LetterModel, 'costs' | 'size'>): number {
  let bits = 0;
  let before = 0;
  let last = 0;
  for (let at = 0; at < row.length; at += 1) {
    const letter = row[at] ?? 0;
    if (letter === 0 && last === 0) continue;
    bits += costs[(before * size + last) * size + letter] ?? 12;
    before = last;
    last = letter;
  }
  return bits;
}

const isLetter = /\p{L}/u;
const signCosts = new Map<string, number>();
for (const [cost, signs] of [
  [0, ' '],
  [2, '.,،'],
  [3, '\n؟۔'],
  [4, "!?'’-:؛"],
  [5, '"«»“”„()‘;…–—/¿¡\r\t@#&%€$'],
] as const) {
  for (const sign of signs) signCosts.set(sign, cost);
}

function costOfSign(sign: string, before: string): number {
  const common = signCosts.get(sign);
  if (common !== undefined) return sign === before ? common + 3 : common;
  const alone = costAlone(sign);
  if (alone === 'digit') return isLetter.test(before) ? 6.5 : 4;
  return alone === 'letter' ? costOfLetter(sign, before) : alone;
}

/** What a sign costs wherever it stands, unless it depends on what stands before. */
const costAlone = remembered((sign): SignCost => {
  if (/\p{Nd}/u.test(sign)) return 'digit';
  if (/\p{M}/u.test(sign)) return 2.5;
  if (/\p{Extended_Pictographic}|\p{Join_Control}|\p{Variation_Selector}/u.test(sign)) return 9;
  if (/\p{L}/u.test(sign)) return 'letter';
  if (sign < '\u007f' && sign > ' ') return 8;
  // oxlint-disable-next-line no-control-regex -- control characters are what tells chance from writing
  return /[\0-\x1f\x7f\p{Cn}\p{Co}\p{Cs}\ufffd]/u.test(sign) ? 40 : 13;
});

type SignCost = number | 'digit' | 'letter';

/** Letters of scripts that have no model: what one costs in a script of so many letters. */
function costOfLetter(letter: string, before: string): number {
  if (/\p{Script=Han}/u.test(letter)) return 10;
  if (/\p{Script=Hangul}/u.test(letter)) return 9;
  // The first letter of a word says which script it is; a script has some fifty letters.
  const known = isLetter.test(before) && near(letter, before);
  return known ? 5.6 : 9;
}

/** Whether two letters stand in the same stretch of Unicode: blocks of scripts are hardly ever larger than 256. */
function near(one: string, other: string): boolean {
  return Math.abs((one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)) < 256 || /[\u3000-\u9fff]/u.test(other);
}
