import { baseOf, bitsOfLevel, none, root, type Lexicon, type WordLanguage } from './lexicon.js';
import { lexiconOf, wordLanguages } from './lexicons.js';

/** A language and how likely a text is in it, of those that have words here. */
export interface LanguageShare {
  readonly lang: WordLanguage;
  readonly share: number;
}

/** Bits of a word that the table does not have. */
const unknownBits = 25;
/** Words that are looked at: the first ones tell. */
const mostWords = 40;
const wordPattern = /(?<![\p{L}\p{N}@#/])\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?![\p{N}@/])/gu;

/**
 * How likely a text is in each language that has words, by its words; likeliest first, unlikely ones left out.
 * A text without known words may be in any of them.
 */
export function languageShares(text: string): readonly LanguageShare[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(wordPattern)) {
    words.push(word.toLowerCase());
    if (words.length === mostWords) break;
  }
  const bits = wordLanguages.map((lang) => {
    const lexicon = lexiconOf(lang);
    return words.reduce((sum, word) => sum + Math.min(unknownBits, bitsOfWord(lexicon, word)), 0);
  });
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
