import { baseOf, none, root, type Lexicon } from './lexicon.js';
import { lexiconOf, wordLanguages } from './lexicons.js';
import { hashWith, levelIn, levelsOf, wordTable } from './word-table.js';

/**
 * How common a word is in that of five languages (English, French, Spanish, German, Dutch) where it is commonest, accents
 * and case aside: 0 for no word, 1 for one that only dictionaries have, 16 for the commonest. The tables take some 0.2 s when
 * first asked for.
 * @example
 * commonness('The'); // 16
 * commonness('harbour'); // 4
 * commonness('xqzv'); // 0
 */
export function commonness(word: string): number {
  const letters = Uint16Array.from(word.toLowerCase(), (letter) => baseOf(letter.charCodeAt(0)));
  const levels = levelsOf(wordTable(), letters.reduce(hashWith, 0));
  // Only the trees that the table of hashes names are unpacked.
  return wordLanguages.reduce(
    (most, lang, index) =>
      levelIn(levels, index) > most ? Math.max(most, levelOf(lexiconOf(lang), letters, 0, root)) : most,
    0,
  );
}

function levelOf(lexicon: Lexicon, letters: Uint16Array, at: number, node: number): number {
  const { firstChild, nextSibling, base, level } = lexicon;
  if (at === letters.length) return level[node] ?? 0;
  let highest = 0;
  for (let child = firstChild[node] ?? none; child !== none; child = nextSibling[child] ?? none) {
    if (base[child] === letters[at]) highest = Math.max(highest, levelOf(lexicon, letters, at + 1, child));
  }
  return highest;
}
