import { child, none, root, type Lexicon, type WordLanguage } from './lexicon.js';
import { lexiconOf, wordLanguages } from './lexicons.js';

/** A word that the letters may spell. */
export interface Spelling {
  /** One letter for each place, small. */
  readonly letters: readonly string[];
  /** 1 (only in dictionaries) to 16 (the commonest). */
  readonly common: number;
}

/** A less likely letter counts as much as a word that is this many levels rarer. */
const otherLetter = 3;
/** Steps of the search in one word: its letters prune it, so that only letters made for it come near. */
const mostSteps = 3000;

/**
 * The commonest word that can be read from places with one or more letters each, the likeliest letter first;
 * `undefined` if no language that is known has one.
 * @example spellingOf([['l', 'i'], ['n']], ['en'])?.letters // ['i', 'n']
 */
export function spellingOf(
  places: readonly (readonly string[])[],
  languages: readonly WordLanguage[] = wordLanguages,
): Spelling | undefined {
  for (const lang of languages) {
    const found = search(lexiconOf(lang), places);
    if (found !== undefined) return found;
  }
  return undefined;
}

function search(words: Lexicon, places: readonly (readonly string[])[]): Spelling | undefined {
  const chosen: string[] = [];
  let best: { letters: readonly string[]; common: number; score: number } | undefined;
  let steps = 0;
  const walk = (at: number, node: number, lost: number): void => {
    steps += 1;
    if (steps > mostSteps) return;
    const place = places[at];
    if (place === undefined) {
      const common = words.level[node] ?? 0;
      if (common > 0 && (best === undefined || common - lost > best.score)) {
        best = { letters: [...chosen], common, score: common - lost };
      }
      return;
    }
    for (const [rank, letters] of place.entries()) {
      let next = node;
      for (let unit = 0; unit < letters.length && next !== none; unit += 1) {
        next = child(words, next, letters.charCodeAt(unit));
      }
      if (next === none) continue;
      chosen.push(letters);
      walk(at + 1, next, lost + (rank === 0 ? 0 : otherLetter));
      chosen.pop();
    }
  };
  walk(0, root, 0);
  return best;
}
