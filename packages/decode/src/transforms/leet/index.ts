import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { isArabizi } from '../arabizi/index.js';
import { letterPairs } from './letter-pairs.js';
import type { Edit } from '../../tracked-text.js';

/** A word with digits or signs in it. What stands in addresses, file names, handles and tags is left out below. */
const token = /[\p{Script=Latin}\p{M}0-9@$!|€]+/gu;
const letterFor: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '€': 'e',
};
/** Ordinary words with a digit inside. */
const ordinary =
  /^(?:mp[34]s?|h[12]o|log4j|web[23]\w*|k8s|\w*2\w*|x86\w*|utf8|sha1\w*|md5\w*|ps[345]\w*|win(?:dows)?\d+)$/iu;

function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  // There 3 and 7 are letters of their own.
  if (isArabizi(text)) return found;
  for (const match of text.matchAll(token)) {
    const { 0: raw, index } = match;
    if (!/[0-9@$!|€]/u.test(raw) || !/\p{L}/u.test(raw)) continue;
    const trimmed = raw.replace(/[!|]+$/u, '');
    if (isPartOfName(text, index, index + raw.length)) continue;
    const plain = readWord(trimmed);
    if (plain === undefined) continue;
    for (let at = 0, to = 0; at < trimmed.length; at += 1, to += 1) {
      const sign = trimmed[at] ?? '';
      const letter = plain[to] ?? sign;
      if (letter !== sign) found.push({ start: index + at, end: index + at + 1, replacement: letter, name: 'leet' });
    }
  }
  return found;
}

/** Addresses, mail, file names, handles, tags, variables, prices. */
function isPartOfName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/[#@/\\_=&?%~]$/u.test(before) || /[\p{L}\p{N}][.\-:']$/u.test(before)) return true;
  if (/^[/\\_=&%@]/u.test(after) || /^[.\-:][\p{L}\p{N}]/u.test(after)) return true;
  return /^[@$€]/u.test(text.slice(start, end)) && !/^[@$€][\p{L}0-9]*\p{L}/u.test(text.slice(start, end));
}

/** The word behind the signs, as long as what was written, or `undefined` when it is no word. */
function readWord(written: string): string | undefined {
  const units = Array.from(written);
  if (units.length !== written.length || written.length < 4 || ordinary.test(written)) return undefined;
  const letters = units.filter((unit) => /\p{L}/u.test(unit)).length;
  const signs = units.length - letters;
  if (letters < 2 || signs > letters + 1) return undefined;
  if (units.some((unit) => /[0-9@$!|€]/u.test(unit) && letterFor[unit] === undefined)) return undefined;
  if (
    /\d{2}/u.test(written) &&
    !/^(?:[^\d]*(?:00|11|33|44|55|77))+[^\d]*$/u.test(written.replace(/(?<!\d)\d(?!\d)/gu, ''))
  )
    return undefined;
  // A handle may begin with @ and a price with $: such words need a second sign.
  if (/^[@$€0-9]/u.test(written) && signs < 2 && !/^[$@]\p{L}{3,}$/u.test(written)) return undefined;
  if (/^@\p{L}+$/u.test(written) || (/^[$€]?\d/u.test(written) && signs < 3)) return undefined;
  if (/\d$/u.test(written) && !/\p{L}[0-9@$!|€]+\p{L}/u.test(written)) return undefined;
  if (/^[0-9a-f]+$/iu.test(written) && written.length >= 6) return undefined;
  if (!/\p{Ll}/u.test(written) && letters < 4) return undefined;
  const upper = !/\p{Ll}/u.test(written);
  const read = units.map((unit, index) => letterAt(units, index, unit)).join('');
  return isPlausible(read.toLowerCase()) ? (upper ? read.toUpperCase() : read) : undefined;
}

function letterAt(units: readonly string[], index: number, unit: string): string {
  const letter = letterFor[unit];
  if (letter === undefined) return unit;
  if (unit !== '1') return letter;
  // 1 is an l before a vowel or after one at the end, an i between consonants.
  const next = plainLetter(units[index + 1] ?? '');
  return /[aeiou]/iu.test(next) || next === '' ? 'l' : 'i';
}

function plainLetter(unit: string): string {
  return letterFor[unit] ?? unit;
}

/** Whether every pair of neighbours occurs in words of the Latin-script languages that are read here. */
function isPlausible(word: string): boolean {
  const letters = `^${word.normalize('NFD').replace(/\p{M}/gu, '')}$`;
  for (let index = 0; index + 1 < letters.length; index += 1) {
    if (!letterPairs.has(letters.slice(index, index + 2))) return false;
  }
  return /[aeiouy]/u.test(letters);
}

/** Digits and signs that stand for letters inside words. */
export const leet: Transform = {
  name: 'leet',
  flags: foldFlag.leet,
  gate: /[A-Za-z\u00c0-\u024f][0134578@$!|€]|[0134578@$€|][A-Za-z\u00c0-\u024f]/,
  edits,
};
