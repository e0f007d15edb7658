import type { Edit } from '../../tracked-text.js';
import { speaksKnownLanguage, type Context } from './decide.js';
import { spellingOf } from '../../words/known-word.js';
import type { PlainWord } from './words.js';

/** Accents that no language with a table of words writes: those of Vietnam, of transliterations, of phonetics. */
const strange = /[\u01cd-\u0217\u021c-\u0233\u1e00-\u1eff]/u;
/** How long and how common a word must be that lost its accent where nothing else is disguised. */
const leastLength = 6;
const leastCommon = 5;

/**
 * Accents put on the letters of known words to disguise them (regǚlations): where other words are disguised any
 * accent on an unknown word that is known without it, elsewhere only strange ones on long common words.
 */
export function strangeAccents(words: readonly PlainWord[], context: Context): readonly Edit[] {
  const found: Edit[] = [];
  const doubtful = words.filter(({ text, accented }) => accented && (context.disguised > 1 || isStrange(text)));
  if (doubtful.length === 0 || !(context.flooded || speaksKnownLanguage(context))) return found;
  for (const { text, start } of doubtful) {
    const bare = Array.from(text, (letter) => letter.normalize('NFD').replace(/\p{M}+/gu, ''));
    if (isWord(Array.from(text)) || !isWord(bare, context.flooded ? 1 : leastCommon)) continue;
    let at = start;
    for (const [index, letter] of Array.from(text).entries()) {
      const replacement = bare[index] ?? letter;
      const end = at + letter.length;
      if (replacement !== letter && replacement !== '') found.push({ start: at, end, replacement, name: 'homoglyph' });
      at = end;
    }
  }
  return found;
}

function isStrange(text: string): boolean {
  return text.length >= leastLength && strange.test(text);
}

function isWord(letters: readonly string[], common = 1): boolean {
  const places = letters.map((letter) => [letter.toLowerCase()]);
  return (spellingOf(places)?.common ?? 0) >= common;
}
