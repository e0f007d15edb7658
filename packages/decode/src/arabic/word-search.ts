import { listedWords } from './listed-words.js';
import { spelledWords } from './spelled-words.js';

/** What may stand for the next `length` signs of what was typed: letters by their codes, none for a short vowel. */
export interface Step {
  readonly length: number;
  readonly letters: readonly number[];
  /** −ln(probability) that these letters are typed so. */
  readonly cost: number;
}

/** For each place of what was typed, the steps that go on from there. */
export type Lattice = readonly (readonly Step[])[];

/** A word that may have been meant. */
export interface Spelling {
  readonly word: string;
  /** −ln(probability), of the word and of its being typed so. */
  readonly cost: number;
  /** Whether it is in the word list, or put together from listed parts. */
  readonly listed: boolean;
}

/** How much a search may cost. */
export interface SearchLimits {
  /** Spellings wanted. */
  readonly most: number;
  /** States that are followed from each place. */
  readonly beam: number;
  /** Added for words that are in no list: −ln of how rare those are. */
  readonly unlisted: number;
  /** How much of what is read is spoken Arabic, 0..1: which of the two costs of a word counts. */
  readonly spoken: number;
}

/** Beyond what an unlisted word costs at least, so much more makes it worth to look for one. */
const unlikely = 12;

/** The words that were most likely meant, best first. */
export function readWord(lattice: Lattice, limits: SearchLimits): readonly Spelling[] {
  const found = new Map<string, Spelling>();
  const enough = limits.unlisted + unlikely;
  let best = Number.POSITIVE_INFINITY;
  const add = (word: string, cost: number, listed: boolean): void => {
    const before = found.get(word);
    best = Math.min(best, cost);
    if (before === undefined || before.cost > cost)
      found.set(word, { word, cost, listed: listed || before?.listed === true });
  };
  listedWords(lattice, limits, (word, cost) => {
    add(word, cost, true);
  });
  if (found.size < limits.most || best > enough) {
    spelledWords(lattice, limits, (word, cost) => {
      add(word, cost, false);
    });
  }
  return Array.from(found.values())
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
    .slice(0, limits.most);
}
