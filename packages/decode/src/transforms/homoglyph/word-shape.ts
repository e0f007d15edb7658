import { readLatin } from './reading.js';
import type { Script } from './scripts.js';
import type { Sign, Word } from './words.js';

export function isOrdinary({ kind }: Sign): boolean {
  return kind === 'plain' || kind === 'mark' || kind === 'digit';
}

/** Whether every sign that is not plain Latin has the very shape of a Latin letter, or is a variant of one. */
export function looksLatin({ signs }: Word): boolean {
  return signs.every((sign) => isOrdinary(sign) || (sign.latin !== undefined && sign.latin.likeness !== 'glance'));
}

/** Whether every sign at least reminds of a Latin letter. */
export function passesForLatin({ signs }: Word): boolean {
  return signs.every((sign) => isOrdinary(sign) || sign.latin !== undefined);
}

/** A word of one script other than Latin, without symbols. */
export function soleScript({ plain, living, odd, symbols, foreign }: Word): Script | undefined {
  if (plain + living + odd + symbols > 0 || foreign.size !== 1) return undefined;
  return [...foreign.keys()][0];
}

/** Whether the word begins and ends with plain Latin letters. */
export function isInside({ signs }: Word): boolean {
  return signs[0]?.kind === 'plain' && signs.at(-1)?.kind === 'plain';
}

/** Whether the word read as Latin is a known one, three letters or longer, this common at least. */
export function isKnown(word: Word, common: number): boolean {
  return word.signs.length >= 3 && readLatin(word).common >= common;
}

/** A letter, also one in another style; not × or ∪. */
export function isLetter({ text }: Sign): boolean {
  return /^\p{L}$/u.test(text) || /^[a-z]+$/i.test(text.normalize('NFKC'));
}

export function majority({ foreign }: Word): readonly [Script, number] {
  return [...foreign].reduce((best, one) => (one[1] > best[1] ? one : best), ['other', 0]);
}

export function wordText({ signs }: Word): string {
  return signs.map(({ text }) => text).join('');
}

export function isUpper(text: string): boolean {
  return text === text.toUpperCase();
}
