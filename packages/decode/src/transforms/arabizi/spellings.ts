import { readWord, type SearchLimits, type Spelling } from '../../arabic/word-search.js';
import { remembered } from '../../remembered.js';
import { arabiziLattice } from './conventions.js';
import { smallWord } from './small-words.js';

const limits: SearchLimits = { most: 10, beam: 220, unlisted: 4, spoken: 0.75 };
const longestWord = 28;

/** What a word in small Latin letters and digits may say in Arabic letters, best first; none for what cannot be. */
export const spellingsOf = remembered(search);

function search(typed: string): readonly Spelling[] {
  if (typed.length > longestWord) return [];
  const small = (smallWord(typed) ?? []).map((word, index): Spelling => ({ word, cost: 1 + index, listed: true }));
  // Three letters or more in a row are the same as two.
  const drawn = typed.replace(/(.)\1{2,}/gu, '$1$1');
  const searched = readWord(arabiziLattice(drawn), limits).filter(
    ({ word }) => !small.some((one) => one.word === word),
  );
  return [...small, ...searched].sort((a, b) => a.cost - b.cost).slice(0, limits.most);
}
