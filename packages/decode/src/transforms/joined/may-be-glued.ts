import { compoundBits, contentBits } from './split-token.js';
import { remembered } from '../../remembered.js';
import { bitsOfLevel } from '../../words/lexicon.js';
import { wordLanguages } from '../../words/lexicons.js';
import { hashOfRest, hashWith, letterTable, levelIn, levelsOf, wordTable } from '../../words/word-table.js';

/** A word that is long enough to be two, and short enough to be looked at. */
const shortest = 5;
const longest = 400;
/** Rows so long are no single words. */
const surelyLong = 40;
const longestCompound = 24;
const longestWord = 22;
/** So many of the words, in a hundred, are in the tables: elsewhere a word that is not says nothing. */
const knownShare = 80;
/** Words that are looked into at most. */
const mostLooked = 16;
/** Bits of a word that is in no table, a letter. */
const letterBits = 4.1;
/** What neighbours may speak for borders, less what speaks against joined words at all. */
const slack = 3;
/** How much less two content words in a row are taken for a compound than when they are looked at closely. */
const roughBits = 2;

/**
 * Where the words of a text begin that may be several: such a word is in no table, but its beginning and its end are
 * common words of the language that the other words are of. One pass over the text; nearly all ordinary texts are told
 * at its end.
 */
export function maybeGlued(text: string): readonly number[] {
  const table = wordTable();
  const letters = letterTable();
  const unknown: number[] = [];
  let words = 0;
  let start = 0;
  let hash = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const letter = at < text.length ? (letters[text.charCodeAt(at)] ?? 0) : 0;
    if (letter !== 0) {
      hash = hashWith(hash, letter);
      continue;
    }
    if (at > start) {
      const levels = levelsOf(table, hash);
      if (words < seen.length) seen[words] = levels;
      words += 1;
      if (levels === 0 && at - start >= shortest && at - start <= longest && unknown.length < mostLooked * 2) {
        unknown.push(start, at);
      }
    }
    start = at + 1;
    hash = 0;
  }
  if (unknown.length === 0) return [];
  const languages = languagesOf(Math.min(words, seen.length));
  const found: number[] = [];
  for (let index = 0; index < unknown.length; index += 2) {
    const [from = 0, to = 0] = [unknown[index], unknown[index + 1]];
    const word = text.slice(from, to);
    // Most unknown words are names: told by their capital, before anything is looked up.
    if (languages.every((language) => wordLanguages[language] !== 'de') && isName(text, from, word)) continue;
    if (languages.some((language) => mayBeWords(`${String(language)}${word}`))) found.push(from);
  }
  return found;
}

/** Letters of a name, at most. */
const longestName = 15;
/** A word inside a sentence that begins with a capital is a name. */
const capital = /^\p{Lu}/u;
const sentenceStart = /(?:^|[.!?:"“”«»(\n]\s*)$/u;

/** Whether a word of a text is a name by its capital, which says nothing in German. */
export function isName(text: string, start: number, word: string): boolean {
  return (
    word.length <= longestName && capital.test(word) && !sentenceStart.test(text.slice(Math.max(0, start - 4), start))
  );
}

/** Whether a word, behind the number of its language, is likelier a row of words; the same ones come again. */
const mayBeWords = remembered((key) => splits(key.slice(1), Number(key.charAt(0)), wordTable()));

/** The levels of the first words of the text at hand: made once, for every text in its turn. */
const seen = new Uint32Array(1000);

/** The language that the words seen are of, by number; all where none of them tells; none where too few are known. */
function languagesOf(words: number): readonly number[] {
  let best = 0;
  let most = 0;
  let known = 0;
  for (let index = 0; index < wordLanguages.length; index += 1) {
    let sum = 0;
    let count = 0;
    for (let at = 0; at < words; at += 1) {
      const level = levelIn(seen[at] ?? 0, index);
      sum += level;
      if (level > 0) count += 1;
    }
    if (sum > most) [best, most, known] = [index, sum, count];
  }
  if (known * 100 < (words - 1) * knownShare) return [];
  return known === 0 ? Array.from(wordLanguages.keys()) : [best];
}

/** Whether a row of words is likelier than one word in no table, by rough figures. */
function splits(word: string, language: number, table: Uint32Array): boolean {
  const { length } = word;
  if (length > surelyLong) return true;
  const hashes = hashesOf(word);
  // What is longer may be a sentence, which is no compound.
  const compound = length > longestCompound ? 0 : compoundBits[wordLanguages[language] ?? 'en'] - roughBits;
  const mostSmall = contentBits[wordLanguages[language] ?? 'en'];
  // The least bits up to each letter, by whether the last word is a content word.
  const small = new Float32Array(length + 1).fill(Infinity);
  const content = new Float32Array(length + 1).fill(Infinity);
  small[0] = 0;
  for (let from = 0; from < length; from += 1) {
    const afterSmall = small[from] ?? Infinity;
    const afterContent = content[from] ?? Infinity;
    if (afterSmall === Infinity && afterContent === Infinity) continue;
    // The whole is in no table.
    const last = Math.min(length, from + longestWord, from === 0 ? length - 1 : length);
    for (let to = from + 1; to <= last; to += 1) {
      const level = levelIn(levelsOf(table, hashOfRest(hashes, from, to)), language);
      if (level === 0) continue;
      const bits = bitsOfLevel(level - 1);
      if (bits > mostSmall) {
        const before = Math.min(afterSmall, afterContent + compound);
        content[to] = Math.min(content[to] ?? Infinity, before + bits);
      } else {
        small[to] = Math.min(small[to] ?? Infinity, afterSmall + bits, afterContent + bits);
      }
    }
  }
  return Math.min(small[length] ?? Infinity, content[length] ?? Infinity) < length * letterBits + slack;
}

function hashesOf(word: string): Int32Array {
  const letters = letterTable();
  const hashes = new Int32Array(word.length + 1);
  for (let at = 0; at < word.length; at += 1) {
    hashes[at + 1] = hashWith(hashes[at] ?? 0, letters[word.charCodeAt(at)] ?? 0);
  }
  return hashes;
}
