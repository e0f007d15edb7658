import { arabicLetters } from './lexicon.js';
import type { Lattice } from './word-search.js';

/** Particles that are written together with the word after them, and what each costs. */
export const particles: readonly (readonly [string, number])[] = [
  ['ال', 2.2],
  ['و', 3.2],
  ['ب', 4],
  ['ل', 4],
  ['ف', 5],
  ['ك', 6],
  ['س', 6],
  ['لل', 4.5],
  ['بال', 4.5],
  ['وال', 4.5],
  ['فال', 7],
  ['كال', 7],
  ['ولل', 7],
  ['وب', 7],
  ['ول', 7],
  ['وس', 8],
];

/** Endings of possession and number. */
export const endings: readonly (readonly [string, number])[] = [
  ['ه', 4],
  ['ها', 4],
  ['هم', 4.5],
  ['نا', 5],
  ['ك', 5],
  ['ي', 5],
  ['كم', 5.5],
  ['ات', 5.5],
  ['ين', 5.5],
  ['ون', 5.5],
  ['ا', 5],
  ['هما', 6.5],
  ['ش', 5.5],
];

/** What it costs to put a word together, at each joint. */
export const joint = 1.5;
/** A particle is one only if so many signs follow. */
export const shortestWord = 3;
/** Signs of what was typed that may be an ending. */
const longestEnding = 6;

/** An ending that the rest of what was typed may stand for. */
export interface TypedEnding {
  readonly ending: string;
  /** −ln(probability) of typing it so, and of the ending itself. */
  readonly typed: number;
  readonly cost: number;
}

/** The endings that all the rest from a place may stand for. */
export function endingsAt(lattice: Lattice, place: number): readonly TypedEnding[] {
  if (place === 0 || lattice.length - place > longestEnding) return [];
  const found: TypedEnding[] = [];
  for (const [ending, cost] of endings) {
    const typed = costOfRest(lattice, place, ending, 0);
    if (typed < Number.POSITIVE_INFINITY) found.push({ ending, typed, cost });
  }
  return found;
}

/** What it costs to type an ending as the rest of the lattice. */
function costOfRest(lattice: Lattice, place: number, ending: string, at: number): number {
  if (place === lattice.length) return at === ending.length ? 0 : Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const { length, letters, cost } of lattice[place] ?? []) {
    if (at + letters.length > ending.length) continue;
    if (!letters.every((code, index) => arabicLetters[code] === ending[at + index])) continue;
    least = Math.min(least, cost + costOfRest(lattice, place + length, ending, at + letters.length));
  }
  return least;
}
