import { letterCode, listedCost } from './lexicon.js';
import { readWord, type SearchLimits } from './word-search.js';

const limits: SearchLimits = { most: 1, beam: 60, unlisted: 40, spoken: 0.5 };

/**
 * −ln(probability) of a word of the list, or of one put together from a particle, a word and an ending; `undefined`
 * for any other.
 */
export function knownCost(word: string): number | undefined {
  const own = listedCost(word);
  if (own !== undefined) return own;
  const codes = Array.from(word, letterCode);
  if (codes.includes(-1) || codes.length > 24) return undefined;
  const [best] = readWord(
    codes.map((code) => [{ length: 1, letters: [code], cost: 0 }]),
    limits,
  );
  return best?.listed === true ? best.cost : undefined;
}
