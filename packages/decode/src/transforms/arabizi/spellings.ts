import { readWord, type SearchLimits, type Spelling } from '../../arabic/word-search.js';
import { arabiziLattice } from './conventions.js';
import { smallWord } from './small-words.js';

const limits: SearchLimits = { most: 10, beam: 220, unlisted: 4, spoken: 0.75 };
const longestWord = 28;
/** Words that are remembered: posts repeat them, and looking one up takes a quarter of a millisecond. */
const mostRemembered = 20_000;
const known = new Map<string, readonly Spelling[]>();

/** What a word in small Latin letters and digits may say in Arabic letters, best first; none for what cannot be. */
export function spellingsOf(typed: string): readonly Spelling[] {
  const before = known.get(typed);
  if (before !== undefined) return before;
  const spellings = search(typed);
  if (known.size >= mostRemembered) known.clear();
  known.set(typed, spellings);
  return spellings;
}

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
