import { arabic, cyrillic, hebrew, latin } from './classes.js';

/** What a UTF-16 unit is to a reader of words. Numbers below 5 are the scripts that have a table. */
export const tifinagh = 5;
export const otherLetter = 6;
/** invisible characters, marks and tatweel: passed over inside words */
export const skipped = 7;
export const digit = 8;
/** a symbol that stands for a letter when letters are around it */
export const symbol = 9;
export const greek = 10;

/** Units that are looked up; the few above are asked by range. */
const tabled = 0x3000;
let kinds: Uint8Array | undefined;
let lowered: Uint16Array | undefined;

const scriptPatterns: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}\u0640]/u, skipped],
  [/\p{Nd}/u, digit],
  [/\p{Script=Latin}/u, latin],
  [/\p{Script=Arabic}/u, arabic],
  [/\p{Script=Cyrillic}/u, cyrillic],
  [/\p{Script=Hebrew}/u, hebrew],
  [/\p{Script=Tifinagh}/u, tifinagh],
  [/\p{Script=Greek}/u, greek],
];

function build(): Uint8Array {
  const found = new Uint8Array(tabled);
  const lower = new Uint16Array(tabled);
  for (let unit = 0; unit < tabled; unit += 1) {
    const character = String.fromCharCode(unit);
    lower[unit] = character.toLowerCase().charCodeAt(0);
    if (!/[\p{L}\p{M}\p{Cf}\p{Nd}]/u.test(character)) continue;
    found[unit] = scriptPatterns.find(([pattern]) => pattern.test(character))?.[1] ?? otherLetter;
  }
  // Turkish and Azerbaijani write İ and ı; lower case of İ is two characters.
  lower[0x130] = 0x69;
  for (const character of '@$!|€') found[character.charCodeAt(0)] = symbol;
  // Forms of one letter by keyboard: these say nothing about the language.
  lower[0x2019] = 0x27;
  kinds = found;
  lowered = lower;
  return found;
}

/** The kinds of all units below U+3000. */
export function kindTable(): Uint8Array {
  return kinds ?? build();
}

/** Lower case of all units below U+3000. */
export function lowerTable(): Uint16Array {
  if (lowered === undefined) build();
  return lowered ?? new Uint16Array(tabled);
}

/** The kind of a unit at or above U+3000: Han, Kana, Hangul and the halves of rare scripts are letters of some other script. */
export function kindAbove(unit: number): number {
  if (unit >= 0xfe00 && unit <= 0xfe0f) return skipped;
  if (unit === 0xfeff) return skipped;
  if ((unit >= 0x3041 && unit <= 0xabff) || (unit >= 0xac00 && unit <= 0xd7a3)) return otherLetter;
  return unit >= 0xf900 && unit <= 0xfaff ? otherLetter : 0;
}

function pairs(from: string, to: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [index, character] of Array.from(from).entries()) {
    found.set(character.charCodeAt(0), to.charCodeAt(index));
  }
  return found;
}

/** Letters that look like letters of another script, for words in which both stand. */
export const latinLookAlikes = pairs(
  'аеорсухіјѕһԁԛԝвнкмтьзпгиԍαονρτυικχηωβγμϲε',
  'aeopcyxijshdqwbhkmtbenrugaovptuikxnwbymce',
);
export const cyrillicLookAlikes = pairs('aeopcyxijskmtbhnru3', 'аеорсухіјѕкмтвнпгиз');

/** What digits and symbols stand for when they are written instead of letters. */
export const leet = pairs('0134578@$!|€9', 'oieastbasileg');
