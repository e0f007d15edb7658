import type { Spelling } from './word-search.js';

/** A word of a text with its spellings, best first. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly spellings: readonly Spelling[];
}

const feminine = /(?:ة|ات|اء)$/u;
const verb = /^([وفسل]?)([يت])(.{2,})$/u;
/** How much more likely a verb agrees with its noun than not: −ln. */
const agrees = 1.5;

/**
 * Verbs that differ only in the gender of who acts (يقوم, تقوم): the noun after or before decides, as far as its ending
 * shows its gender. The order of the spellings changes, nothing else.
 */
export function agreed<P extends Place>(places: readonly P[]): readonly P[] {
  return places.map((place, index) => {
    const [first] = place.spellings;
    const parts = first === undefined ? null : verb.exec(first.word);
    if (parts === null) return place;
    const other = `${parts[1] ?? ''}${parts[2] === 'ي' ? 'ت' : 'ي'}${parts[3] ?? ''}`;
    if (!place.spellings.some(({ word }) => word === other)) return place;
    const wanted = isFeminine(places[index + 1]) || isFeminine(places[index - 1]) ? 'ت' : 'ي';
    const spellings = place.spellings.map((spelling) => {
      const gender = verb.exec(spelling.word)?.[2];
      return gender === undefined || gender === wanted ? spelling : { ...spelling, cost: spelling.cost + agrees };
    });
    return { ...place, spellings: spellings.sort((a, b) => a.cost - b.cost) };
  });
}

function isFeminine(place: Place | undefined): boolean {
  const word = place?.spellings[0]?.word;
  return word !== undefined && word.length > 3 && feminine.test(word);
}
