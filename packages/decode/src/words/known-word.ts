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
/** How many levels commoner a word must be than the next one that fits as well, where a letter is not known. */
const leastMargin = 2;
/** Steps of the search in one word: its letters prune it, so that only letters made for it come near. */
const mostSteps = 3000;

/** A place where any letter may stand. */
export const anyLetter = 'any letter';
/** What may stand at one place of a word: letters, the likeliest first, or any. */
export type Place = readonly string[] | typeof anyLetter;

/**
 * The commonest word that can be read from places with one or more letters each, the likeliest letter first;
 * `undefined` if no language that is known has one. Where any letter may stand, one word must be commoner than all
 * others by far.
 * @example spellingOf([['l', 'i'], ['n']], ['en'])?.letters // ['i', 'n']
 */
export function spellingOf(
  places: readonly Place[],
  languages: readonly WordLanguage[] = wordLanguages,
): Spelling | undefined {
  for (const lang of languages) {
    const found = search(lexiconOf(lang), places);
    if (found !== undefined) return found;
  }
  return undefined;
}

function search(words: Lexicon, places: readonly Place[]): Spelling | undefined {
  const chosen: string[] = [];
  const open = places.includes(anyLetter);
  let best: { letters: readonly string[]; common: number; score: number } | undefined;
  let second = -Infinity;
  let steps = 0;
  const step = (letters: string, next: number, at: number, lost: number): void => {
    if (next === none) return;
    chosen.push(letters);
    walk(at + 1, next, lost);
    chosen.pop();
  };
  const walk = (at: number, node: number, lost: number): void => {
    steps += 1;
    if (steps > mostSteps) return;
    const place = places[at];
    if (place === undefined) {
      const common = words.level[node] ?? 0;
      if (common === 0) return;
      const score = common - lost;
      if (best !== undefined && score <= best.score) {
        second = Math.max(second, score);
        return;
      }
      if (best !== undefined) second = best.score;
      best = { letters: [...chosen], common, score };
      return;
    }
    if (place === anyLetter) {
      for (let next = words.firstChild[node] ?? none; next !== none; next = words.nextSibling[next] ?? none) {
        step(String.fromCharCode(words.letter[next] ?? 0), next, at, lost);
      }
      return;
    }
    for (const [rank, letters] of place.entries()) {
      let next = node;
      for (let unit = 0; unit < letters.length && next !== none; unit += 1) {
        next = child(words, next, letters.charCodeAt(unit));
      }
      step(letters, next, at, lost + (rank === 0 ? 0 : otherLetter));
    }
  };
  walk(0, root, 0);
  return best !== undefined && open && best.score - second < leastMargin ? undefined : best;
}
