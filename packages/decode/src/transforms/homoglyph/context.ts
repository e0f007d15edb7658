import { spellingOf } from '../../words/known-word.js';
import { wordLanguages } from '../../words/lexicons.js';
import type { Script } from './scripts.js';

/** What the whole text tells about its words. */
export interface Context {
  /** Words of plain Latin. */
  readonly plainWords: readonly string[];
  /** Words of one script that only that script can write, by script. */
  readonly genuine: ReadonlyMap<Script, number>;
  /** Words that are certainly disguised Latin. */
  readonly disguised: number;
  /** So many words are disguised that the others are read in their light. */
  readonly flooded: boolean;
}

/** How common a word of two letters is that is believed where the text is disguised elsewhere. */
export const smallWord = 9;

/** Whether most of the plain words are known, so that an unknown one is no word of another language. */
export function speaksKnownLanguage({ plainWords }: Context, languages = wordLanguages): boolean {
  const words = plainWords.slice(0, 40).filter((word) => /^\p{L}+$/u.test(word));
  const known = words.filter((word) => {
    const places = Array.from(word.toLowerCase(), (letter) => [letter]);
    return spellingOf(places, languages) !== undefined;
  });
  return known.length * 4 >= words.length * 3;
}
