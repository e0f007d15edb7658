import { remembered } from '../../remembered.js';
import { bitsOfWord, type LanguageShare } from '../../words/language-guess.js';
import type { WordLanguage } from '../../words/lexicon.js';
import { letterModelOf, lexiconOf, wordLanguages } from '../../words/lexicons.js';
import { segment, type Segmentation } from '../../words/segment.js';
import { affixesOf, isEnding } from './affixes.js';

/** A token cut into words. */
export interface SplitToken {
  /** Where words begin, but for the first, in units of the token. */
  readonly borders: readonly number[];
  /** Probability that the token is these words and not one word, a name or a compound. */
  readonly confidence: number;
}

/** What else is known about a token. */
export interface TokenKind {
  /** Bits that speak against joined words beforehand. */
  readonly joinedBits: number;
  /** Bits that speak against a single word that no table has: a name, a foreign word, a compound. */
  readonly unknownBits: number;
  /** How much it counts that compounds are written as one word and that words have endings: 0..1. */
  readonly compounds: number;
  /** The words beside it, small, if any: words stand beside words that they often stand beside. */
  readonly before?: string;
  readonly after?: string;
  /** So long that it may hold words that no table has, beside others. */
  readonly isLong?: boolean;
}

/** Words written together on purpose: two out of three are more than one word. */
export const hashtagKind: TokenKind = { joinedBits: 1, unknownBits: 8, compounds: 0.05 };

/** What a border between two content words costs more, where compounds are written as one word. */
export const compoundBits: Readonly<Record<WordLanguage, number>> = { en: 8, fr: 4, es: 4, de: 150, nl: 150 };
/** Words that cost more are content words: small words are no parts of compounds. */
export const contentBits: Readonly<Record<WordLanguage, number>> = { en: 11, fr: 11, es: 11, de: 9, nl: 9 };
/** A penalty that makes one word of what it is for. */
const surelyOne = 100;
/** Words in one compound, at most: more are a sentence. */
const mostParts = 3;
/** What an end costs more that is rather an ending or a beginning of one word. */
const affixBits = 16;
/** Bits by which a capital inside speaks for a border. */
const capitalBits = 6;
/** Letters of words that no table has, of a hundred, at most. */
const mostUnknown = 40;
/** Beyond this the one reading is as good as sure. */
const mostConfident = 0.97;

/**
 * Cuts a token of letters into words, or `undefined` where one word is likelier.
 * @example splitToken('thegreygate', hashtagKind, [{ lang: 'en', share: 1 }])?.borders // [3, 7]
 */
export function splitToken(token: string, kind: TokenKind, shares: readonly LanguageShare[]): SplitToken | undefined {
  const letters = token.toLowerCase();
  // Letters that change their length when they are made small have no place to lead back to.
  if (letters.length !== token.length) return undefined;
  const isAlone = kind.compounds === 1 && (kind.before ?? '') + (kind.after ?? '') === '';
  let joined = Infinity;
  let single = Infinity;
  let borders: readonly number[] = [];
  for (const { lang, share } of shares) {
    const prior = -Math.log2(share);
    const found = kind.isLong === true ? bothWays(lang, token, letters, kind) : bothWaysOnce(lang, letters, kind);
    single = Math.min(single, prior + found.single);
    // A word alone that one language makes of two is no joined words of another one that has both too.
    const isCompound = found.penalty >= surelyOne && found.borders.length < mostParts;
    if (isAlone && isCompound) single = Math.min(single, prior + found.joined + formBits);
    const bits = prior + found.joined + kind.joinedBits + kind.compounds * found.penalty;
    if (bits < joined) [joined, borders] = [bits, found.borders];
  }
  if (joined >= single) return undefined;
  return { borders, confidence: mostConfident / (1 + 2 ** ((joined - single) / 2)) };
}

/** What a token costs in one language: as the likeliest words, what speaks against these, and as one word. */
interface BothWays {
  readonly borders: readonly number[];
  /** Infinity where it is no row of words. */
  readonly joined: number;
  readonly penalty: number;
  readonly single: number;
}

function bothWays(lang: WordLanguage, token: string, letters: string, kind: TokenKind): BothWays {
  const single = singleBits(lang, letters, kind);
  const found = kind.isLong === true ? cutLong(lang, token, letters) : cut(lang, letters, kind);
  if (found === undefined || found.borders.length === 0) return { borders: [], joined: Infinity, penalty: 0, single };
  const words = wordsBetween(letters, found.borders);
  const penalty = compoundPenalty(lang, words) + affixPenalty(lang, words);
  return { borders: found.borders, joined: found.bits, penalty, single: Math.min(single, formedBits(lang, words)) };
}

/** Bits of an ending or a beginning that makes one word of another. */
const formBits = 6;
/** Letters of an ending that is hardly ever a word of its own. */
const surelyEnding = 4;
/** Languages that put particles before words: nachzuzeichnen, overgrootvader. */
const prefixing: ReadonlySet<WordLanguage> = new Set(['de', 'nl']);

/**
 * Bits of one word with beginnings and endings that are words too, in compounding languages also behind another word;
 * Infinity where these words are no such thing.
 */
function formedBits(lang: WordLanguage, words: readonly string[]): number {
  const { prefixes } = affixesOf(lang);
  const most = prefixing.has(lang) ? mostParts : 1;
  let stems = 0;
  let bits = 0;
  for (const [at, word] of words.entries()) {
    if (at > 0 && isEnding(lang, words[at - 1] ?? '', word)) bits += formBits;
    else if (isContent(lang, word) || isBeforeEnding(lang, word, words[at + 1])) {
      stems += 1;
      bits += bitsOfWord(lexiconOf(lang), word);
    } else if (at < words.length - 1 && prefixing.has(lang) && prefixes.has(word)) bits += formBits;
    else return Infinity;
  }
  return stems > 0 && stems <= most && stems < words.length ? bits : Infinity;
}

/** What else than an ending is aient, or mente: before these small words count too. */
function isBeforeEnding(lang: WordLanguage, word: string, next = ''): boolean {
  return next.length >= surelyEnding && isEnding(lang, word, next);
}

/** The same words stand beside the same ones again and again: cut once. */
function bothWaysOnce(
  lang: WordLanguage,
  letters: string,
  { before = '', after = '', unknownBits }: TokenKind,
): BothWays {
  return remember([lang, letters, before, after, unknownBits].join(' '));
}

const longestRemembered = 80;
const remember = remembered((key): BothWays => {
  const [name, letters = '', before = '', after = '', bits] = key.split(' ');
  const lang = wordLanguages.find((one) => one === name) ?? 'en';
  return bothWays(lang, letters, letters, { ...hashtagKind, before, after, unknownBits: Number(bits) });
}, longestRemembered);

/** The words inside, with what the words beside them say; bits are those of the token alone. */
function cut(lang: WordLanguage, letters: string, { before = '', after = '' }: TokenKind): Segmentation | undefined {
  const lexicon = lexiconOf(lang);
  const beside = bitsOfWord(lexicon, before) + bitsOfWord(lexicon, after);
  if (before + after === '' || !Number.isFinite(beside)) return segment(lexicon, letterModelOf(lang), letters);
  const start = before.length;
  const end = start + letters.length;
  const found = segment(lexicon, letterModelOf(lang), before + letters + after, {
    forced: new Set([start, end]),
    borderBits: (place) => (place < start || place > end ? Infinity : 0),
  });
  if (found === undefined) return undefined;
  const borders = found.borders.filter((at) => at > start && at < end).map((at) => at - start);
  return { ...found, borders, bits: found.bits - beside };
}

/** The words of a sentence without blanks, some of which may be names. */
function cutLong(lang: WordLanguage, token: string, letters: string): Segmentation | undefined {
  const isCapital = (at: number): boolean => token.charAt(at) !== letters.charAt(at);
  const found = segment(lexiconOf(lang), letterModelOf(lang), letters, {
    unknownWords: true,
    borderBits: (at) => (isCapital(at) ? -capitalBits : 0),
  });
  if (found === undefined || found.unknown * 100 > letters.length * mostUnknown) return undefined;
  // GetElementsByName is a name: in a sentence most words begin small.
  return found.borders.filter((at) => !isCapital(at)).length < 2 ? undefined : found;
}

function wordsBetween(letters: string, borders: readonly number[]): readonly string[] {
  return [0, ...borders].map((start, index) => letters.slice(start, borders[index]));
}

function singleBits(lang: WordLanguage, letters: string, { unknownBits }: TokenKind): number {
  const plain = /[^a-z]/.test(letters) ? letters.normalize('NFD').replace(/\p{M}/gu, '') : letters;
  const units = new Uint16Array(plain.length);
  for (let at = 0; at < units.length; at += 1) units[at] = plain.charCodeAt(at);
  return Math.min(bitsOfWord(lexiconOf(lang), letters), unknownBits + letterModelOf(lang).bits(units));
}

/** What speaks against borders between content words. */
function compoundPenalty(lang: WordLanguage, words: readonly string[]): number {
  if (isSentence(lang, words)) return 0;
  return (
    words.filter((word, at) => isContent(lang, word) && isContent(lang, words[at + 1])).length * compoundBits[lang]
  );
}

/** What speaks against a word at a border that also begins or ends words, beside a content word. */
function affixPenalty(lang: WordLanguage, words: readonly string[]): number {
  const { prefixes, suffixes } = affixesOf(lang);
  let affixes = 0;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next === undefined) break;
    if ((prefixes.has(word) && isContent(lang, next)) || (suffixes.has(next) && isContent(lang, word))) affixes += 1;
  }
  return (affixes * affixBits) / Math.max(1, words.length - 2);
}

/** Many words, and small ones among them: no compound is like that. */
function isSentence(lang: WordLanguage, words: readonly string[]): boolean {
  return words.length >= 4 && words.filter((word) => !isContent(lang, word)).length * 4 >= words.length;
}

function isContent(lang: WordLanguage, word: string | undefined): boolean {
  return word !== undefined && bitsOfWord(lexiconOf(lang), word) > contentBits[lang];
}
