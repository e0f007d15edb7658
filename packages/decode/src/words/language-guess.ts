import { baseOf, bitsOfLevel, none, root, type Lexicon, type WordLanguage } from './lexicon.js';
import { wordLanguages } from './lexicons.js';
import { hashWith, letterTable, levelIn, levelsOf, wordTable } from './word-table.js';

/** A language and how likely a text is in it, of those that have words here. */
export interface LanguageShare {
  readonly lang: WordLanguage;
  readonly share: number;
}

/** Bits of a word that the table does not have. */
const unknownBits = 25;
/** Words that are looked at: the first ones tell. */
const mostWords = 40;
const wordPattern =
  /(?<![\p{L}\p{N}@#/])\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?![\p{L}\p{M}\p{N}@$€!|]\S|[\p{N}@$€|/])/gu;

/** What language a text is in, of those that have words. */
export interface LanguageGuess {
  /** Likeliest first, unlikely ones left out. */
  readonly shares: readonly LanguageShare[];
  /** How many words were looked at, and how many of them the likeliest language has. */
  readonly words: number;
  readonly known: number;
}

/**
 * How likely a text is in each language that has words, by its words. A text without known words may be in any of
 * them, and one with many unknown words is in none.
 */
export function guessLanguage(text: string): LanguageGuess {
  if (last?.text !== text) last = { text, guess: guessed(text) };
  return last.guess;
}

/** Several transforms ask about the same text. */
let last: { readonly text: string; readonly guess: LanguageGuess } | undefined;

function guessed(text: string): LanguageGuess {
  const table = wordTable();
  const bits = wordLanguages.map(() => 0);
  const known = wordLanguages.map(() => 0);
  let words = 0;
  for (const [word] of text.matchAll(wordPattern)) {
    const levels = levelsOf(table, hashOf(word));
    for (let index = 0; index < bits.length; index += 1) {
      const level = levelIn(levels, index);
      bits[index] = (bits[index] ?? 0) + (level === 0 ? unknownBits : bitsOfLevel(level - 1));
      if (level > 0) known[index] = (known[index] ?? 0) + 1;
    }
    words += 1;
    if (words === mostWords) break;
  }
  return { shares: sharesOf(bits), words, known: known[bits.indexOf(Math.min(...bits))] ?? 0 };
}

/** The hash of a word for the table, whatever its case and accents. */
export function hashOf(word: string): number {
  const letters = letterTable();
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = hashWith(hash, letters[word.charCodeAt(at)] ?? 0);
  return hash;
}

/** Shares from bits; a text has fewer turns of phrase than words, so that bits count half. */
function sharesOf(bits: readonly number[]): readonly LanguageShare[] {
  const least = Math.min(...bits);
  const weights = bits.map((all) => 2 ** Math.max(-40, (least - all) * 0.5));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return wordLanguages
    .map((lang, index) => ({ lang, share: (weights[index] ?? 0) / sum }))
    .filter(({ share }) => share > 0.01)
    .sort((a, b) => b.share - a.share);
}

/** Bits of a word of small letters, Infinity if the table does not have it; accents left out are no matter. */
export function bitsOfWord(lexicon: Lexicon, word: string): number {
  if (word === '') return 0;
  const level = levelOfWord(lexicon, word);
  return level === 0 ? Infinity : bitsOfLevel(level - 1);
}

/** 1..16 for a word of the table, 0 for any other. */
export function levelOfWord(lexicon: Lexicon, word: string): number {
  const { firstChild, nextSibling, letter, base, level } = lexicon;
  let nodes = [root];
  for (let at = 0; at < word.length && nodes.length > 0; at += 1) {
    const unit = word.charCodeAt(at);
    const plain = baseOf(unit) === unit;
    const next: number[] = [];
    for (const node of nodes) {
      for (let to = firstChild[node] ?? none; to !== none; to = nextSibling[to] ?? none) {
        if (letter[to] === unit || (plain && base[to] === unit)) next.push(to);
      }
    }
    nodes = next;
  }
  return nodes.reduce((best, node) => Math.max(best, level[node] ?? 0), 0);
}
