import { longestPayload, type FoundPayload, type PayloadReader } from '../../payload-reader.js';
import { morseAlphabets } from './codes.js';

/** Signs that are written for the point and for the stroke. */
const points = '.·•∙⋅・*';
const strokes = '\\-–—−_‐‑ー';
const sign = `[${points}${strokes}]`;
/** Letters with blanks, strokes or line ends between them. */
const row = new RegExp(
  `(?<![\\p{L}\\p{N}${points}${strokes}])${sign}{1,7}(?:(?:[ \\t\\u00a0]*[/|\\n\\r]+[ \\t\\u00a0/|\\r\\n]*|[ \\t\\u00a0]+)${sign}{1,7})+(?![\\p{L}\\p{N}${points}${strokes}])`,
  'gu',
);

/** Morse code in Latin, Cyrillic, Arabic and Hebrew letters. */
export const morseReader: PayloadReader = {
  name: 'morse',
  gate: new RegExp(`${sign}[ /|\\n]+${sign}+[ /|\\n\\r]+${sign}`, 'u'),
  find: (text) => rows(text),
};

function* rows(text: string): Generator<FoundPayload> {
  for (const match of text.matchAll(row)) {
    const [found] = match;
    if (found.length > longestPayload) continue;
    const words = wordsOf(found);
    const letters = words.flat();
    // Lines of strokes and points, and lists, are no letters: they hardly vary.
    const kinds = new Set(letters);
    const mixed = letters.filter((letter) => letter.includes('.') && letter.includes('-')).length;
    if (
      letters.length < 4 ||
      kinds.size < 3 ||
      mixed < 2 ||
      mixed * 4 < letters.length ||
      kinds.size * 8 < Math.min(letters.length, 40)
    )
      continue;
    const said = morseAlphabets.flatMap((alphabet, at) => {
      // Few letters are a word in one alphabet or another.
      if (at > 0 && letters.length < 5) return [];
      const read = words.map((word) => word.map((letter) => alphabet.get(letter)));
      return read.some((word) => word.includes(undefined)) ? [] : [read.map((word) => word.join('')).join(' ')];
    });
    if (said.length > 0) {
      yield { start: match.index, end: match.index + found.length, said, bits: letters.length * 8, doubt: 0 };
    }
  }
}

/** Codes, word by word. Where strokes stand between letters, two stand between words. */
function wordsOf(found: string): readonly (readonly string[])[] {
  const written = found
    .replace(/[·•∙⋅・*]/gu, '.')
    .replace(/[–—−_‐‑ー]/gu, '-')
    .replace(/\u00a0|\t/gu, ' ')
    .replace(/\r\n?/gu, '\n');
  const blanks = / /u.test(written);
  const slashes = /[/|]/u.test(written);
  const wide = / {2,}/u.test(written.replace(/ *[/|\n]+ */gu, '/'));
  let between: RegExp;
  if (slashes && blanks) between = / *[/|\n]+[ /|\n]*| {3,}/u;
  else if (slashes) between = /[/|]{2,}|\n+/u;
  else if (wide) between = / {2,}| *\n+ */u;
  else if (blanks) between = / *\n+ */u;
  else between = /\n{2,}/u;
  return written.split(between).map((word) => word.split(/[ /|\n]+/u).filter((letter) => letter !== ''));
}
