import type { QueryNode, WordPattern } from './query.js';

const arabicLetter = /\p{Script=Arabic}/u;
/** A regular expression of Latin letters, digits, blanks, classes of them and repetitions, that matches nothing else. */
const latinOnly = /^(?:[\w\s|()?+*,{}'"#@&!:=-]|\[[\w\s'#@&!-]+\]|\\[bsd])*$/;
/** A word that may differ by one letter is of the script of its letters only if it has enough of them. */
const enoughLetters = 4;

/**
 * Whether a query may match a text in Arabic letters that did not stand in the text as typed: else no such readings need
 * to be made. Sure where it says no.
 * @example mayMatchArabic(parseQuery('"grey gate" OR gat*').ast) // false
 */
export function mayMatchArabic(query: QueryNode): boolean {
  switch (query.type) {
    case 'and':
    case 'or':
    case 'any-place':
      return query.items.some(mayMatchArabic);
    case 'not':
      return mayMatchArabic(query.item);
    case 'via':
      return query.step === 'arabizi' || query.step === 'dotless' || mayMatchArabic(query.item);
    case 'near':
      return mayMatchArabic(query.left) || mayMatchArabic(query.right);
    case 'term':
      return query.words.some(isArabic);
    case 'hashtag':
      return arabicLetter.test(query.tag);
    case 'regex':
      return !query.raw && !latinOnly.test(query.pattern);
    case 'field':
      return false;
  }
}

function isArabic({ kind, text }: WordPattern): boolean {
  return arabicLetter.test(text) || (kind === 'fuzzy' && Array.from(text).length < enoughLetters);
}
