import type { LanguageShare } from '../../words/language-guess.js';
import { letterModelOf, lexiconOf, wordLanguages } from '../../words/lexicons.js';
import { segment, type Segmentation } from '../../words/segment.js';
import type { WordLanguage } from '../../words/lexicon.js';
import type { Row } from './rows.js';

/** Bits that a border costs in a row whose wider gaps already show the words. */
const borderBesideWide = 10;
/** Bits that a border costs elsewhere inside a row: mostly it is one word. */
const borderInside: Readonly<Record<WordLanguage, number>> = { en: 7, fr: 8, es: 8, de: 15, nl: 15 };
/** Letters of a row that is mostly one word; longer ones are sentences. */
const mostlyOneWord = 26;
/** The same for a lone letter at its edge, which is often a word: a t h r e a t. */
const borderAtEdge = -3;
/** Bits a letter of a word that no table has, at most: otherwise the letters are no word. */
const plausible = { small: 5.4, capitals: 4.3 } as const;
/** Letters of a row of unknown words, at least. */
const shortestUnknown = 5;
/** Scripts with blanks between words and without words here; Arabic has a transform of its own. */
const oneOtherScript = /^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Armenian}]/u;
/** Bits of a short word in capitals, at most: others are initials. */
const commonWord = 18;
/** Signs that may stand for letters, and the letter that finds the word. */
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
};

/** What stands around a row: the languages of all other text, and the words beside it in small letters, or nothing. */
export interface Around {
  readonly shares: readonly LanguageShare[];
  readonly before: string;
  readonly after: string;
  /** Nothing else is written: the row is a sentence and not one word of it. */
  readonly isAlone: boolean;
}

type Found = Segmentation;

/**
 * Where words begin in a row (from cell 1), or `undefined` if the row is no writing: an alphabet, a formula, notes, marks.
 */
export function wordsOfRow(row: Row, around: Around): ReadonlySet<number> | undefined {
  const letters = row.cells.map(({ text }) => (letterFor[text] ?? text).toLowerCase());
  if (!mayBeWriting(row, letters)) return undefined;
  if (letters.every((letter) => oneOtherScript.test(letter))) return row.cells.length >= 4 ? row.wide : undefined;
  if (!letters.every((letter) => /^[\p{Script=Latin}'’]/u.test(letter))) return undefined;
  return latinWords(row, letters, around);
}

/** What can be told without words: lists in the order of the alphabet, initials, the same sign over and over. */
function mayBeWriting({ cells, gap, wide }: Row, letters: readonly string[]): boolean {
  const real = cells.filter(({ text }) => /\p{L}/u.test(text));
  if (real.length < 3 || real.length * 3 < cells.length * 2) return false;
  if (new Set(letters).size < Math.min(3, letters.length)) return false;
  const upper = real.every(({ text }) => /^\p{Lu}/u.test(text));
  // U.S.S.R. and J. R. R.
  if (upper && gap.includes('.') && wide.size === 0 && cells.length < 7) return false;
  if (gap.includes(',') && cells.length < 7) return false;
  const points = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const rising = points.filter((point, index) => index > 0 && point - (points[index - 1] ?? 0) === 1).length;
  const falling = points.filter((point, index) => index > 0 && point - (points[index - 1] ?? 0) === -1).length;
  return Math.max(rising, falling) * 2 < points.length;
}

/** Longer rows are no sentence that somebody pulled apart: only their wider gaps are looked at. */
const longestRow = 2000;

function latinWords(row: Row, cells: readonly string[], around: Around): ReadonlySet<number> | undefined {
  if (cells.length > longestRow) return row.wide.size > 0 ? row.wide : undefined;
  const letters = cells.map((letter) => letter.replace('’', "'"));
  const quotes = letters.flatMap((letter, index) => (letter === "'" ? [index] : []));
  const bare = letters.filter((letter) => letter !== "'").join('');
  /** From a place in `bare` to the cell, and back. */
  const cellOf = (place: number): number => quotes.reduce((at, quote) => (quote <= at ? at + 1 : at), place);
  const placeOf = (at: number): number => at - quotes.filter((quote) => quote < at).length;
  const wide = new Set(Array.from(row.wide, placeOf));
  let best: Found | undefined;
  for (const lang of wordLanguages) {
    const share = around.shares.find((one) => one.lang === lang)?.share ?? 0.01;
    const elided = new Set(lang === 'fr' ? quotes.map(placeOf) : []);
    const found = cut(lang, bare, around, wide, elided);
    if (found === undefined) continue;
    const bits = found.bits - Math.log2(share);
    if (best === undefined || bits < best.bits) {
      best = { ...found, borders: found.borders.filter((at) => !elided.has(at)), bits };
    }
  }
  if (best === undefined || !isWriting(row, bare, best)) return undefined;
  return new Set([...row.wide, ...best.borders.map(cellOf)]);
}

/** Cuts letters into words, with the words before and after as neighbours; bits are those of the letters alone. */
function cut(
  lang: WordLanguage,
  bare: string,
  { before, after, isAlone }: Around,
  wide: ReadonlySet<number>,
  elided: ReadonlySet<number>,
): Found | undefined {
  const start = before.length;
  const end = start + bare.length;
  const forced = new Set([start, end, ...Array.from([...wide, ...elided], (at) => at + start)]);
  const isSentence = isAlone || bare.length > mostlyOneWord;
  const borderBits = (place: number): number => {
    if (forced.has(place)) return 0;
    if (place < start || place > end) return Infinity;
    if (wide.size > 0) return borderBesideWide;
    const alone = place === start + 1 || place === end - 1;
    if (isSentence) return 0;
    return alone ? borderAtEdge : borderInside[lang];
  };
  const whole = before + bare + after;
  const found = segment(lexiconOf(lang), letterModelOf(lang), whole, { forced, unknownWords: true, borderBits });
  const inside = segment(lexiconOf(lang), letterModelOf(lang), bare, {
    forced: new Set((found?.borders ?? []).map((at) => at - start)),
    unknownWords: true,
    borderBits: (place) => (found?.borders.includes(place + start) === true ? 0 : Infinity),
  });
  if (found === undefined || inside === undefined) return undefined;
  return {
    borders: found.borders.filter((at) => at > start && at < end).map((at) => at - start),
    bits: inside.bits,
    unknown: inside.unknown,
  };
}

/** Whether the words that were found are more than letters that happen to stand beside each other. */
function isWriting(row: Row, letters: string, { bits, unknown, borders }: Found): boolean {
  const words = borders.length + 1;
  // Variables and notes are cut into words of one or two letters.
  if (letters.length < words * 2.4) return false;
  const capitals = row.cells.every(({ text }) => /^\p{Lu}/u.test(text));
  if (capitals && letters.length < 6) return unknown === 0 && letters.length >= 4 && bits < commonWord;
  if (unknown === 0) return letters.length >= 4 || (row.gap === ' ' && words === 1 && bits < 21);
  if (letters.length - unknown >= unknown * 2) return true;
  return (
    letters.length >= shortestUnknown &&
    bits / letters.length < plausible[capitals ? 'capitals' : 'small'] + 12 / letters.length
  );
}
