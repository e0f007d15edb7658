import type { Edit } from '../../tracked-text.js';
import { spellingOf } from '../../words/known-word.js';
import { wordLanguages } from '../../words/lexicons.js';
import { speaksKnownLanguage, type Context } from './context.js';
import type { PlainWord } from './words.js';

/** Accents that no language with a table of words writes: those of Vietnam, of transliterations, of phonetics. */
const strange = /[\u01cd-\u0217\u021c-\u0233\u1e00-\u1eff]/u;
/** How long a word must be that is believed to have lost one such accent where nothing else is disguised. */
const leastLength = 6;
/** How common a word must be without its accents, as a level of the table of words. */
const leastCommon = 5;

/**
 * Accents put on the letters of known words to disguise them (regǚlations). English is written without: in an English
 * text two words with accents that are common words without them are no accident. Where other words are disguised, one
 * is enough; elsewhere only strange ones on long words count.
 */
export function strangeAccents(words: readonly PlainWord[], context: Context): readonly Edit[] {
  const accented = words.filter((word) => word.accented && !isWord(Array.from(word.text)));
  if (accented.length === 0) return [];
  const least = context.flooded ? 1 : leastCommon;
  const disguised = accented.filter(({ text }) =>
    isWord(bareLetters(text), least, context.flooded ? undefined : ['en']),
  );
  const small = disguised.filter(({ text }) => text === text.toLowerCase());
  const many = context.disguised > 0 || small.length > 1;
  const chosen = many ? disguised : disguised.filter(({ text }) => text.length >= leastLength && strange.test(text));
  const others = words.filter(({ accented: marked }) => !marked).map(({ text }) => text);
  if (chosen.length === 0) return [];
  // Vietnamese and Yoruba have accents on most words, and some without that are English by chance.
  const mostlyBare = others.length >= accented.length * 3 && others.some((word) => word.length > 3);
  if (!context.flooded && !(mostlyBare && speaksKnownLanguage({ ...context, plainWords: others }, ['en']))) return [];
  return chosen.flatMap((word) => changes(word));
}

function changes({ text, start }: PlainWord): readonly Edit[] {
  const found: Edit[] = [];
  const bare = bareLetters(text);
  let at = start;
  for (const [index, letter] of Array.from(text).entries()) {
    const replacement = bare[index] ?? letter;
    const end = at + letter.length;
    if (replacement !== letter && replacement !== '') found.push({ start: at, end, replacement, name: 'homoglyph' });
    at = end;
  }
  return found;
}

function bareLetters(text: string): readonly string[] {
  return Array.from(text, (letter) => letter.normalize('NFD').replace(/\p{M}+/gu, ''));
}

function isWord(letters: readonly string[], common = 1, languages = wordLanguages): boolean {
  const places = letters.map((letter) => [letter.toLowerCase()]);
  return (spellingOf(places, languages)?.common ?? 0) >= common;
}
