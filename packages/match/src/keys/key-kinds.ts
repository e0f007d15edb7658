/**
 * The kinds of keys. All stand in one table, told apart by their first unit, which is none that a word can begin with:
 *
 * | kind | key | waits in a text |
 * |---|---|---|
 * | word, emoji | its folded units, nothing before them | a word, also without an attached Arabic particle; an emoji |
 * | pair | `"` and the numbers of two words | two words next to each other |
 * | prefix | `*` and the letters before the first wildcard, at most 8 | a word that begins so |
 * | deletion | `~` and a word, or the word with one letter less | a word, or it with one letter less |
 * | squeezed | `=` and a word with each run of a letter as one | a word with drawn-out letters |
 * | tag | `#` and a folded hashtag, or the words of a phrase glued | a hashtag |
 * | literal | `/` and three folded units that a regular expression requires | anywhere |
 */
export const keyKind = {
  pair: '"',
  prefix: '*',
  deletion: '~',
  squeezed: '=',
  tag: '#',
  literal: '/',
} as const;

/** Longest beginning of a wildcard that is looked up, in UTF-16 units. */
export const longestPrefix = 8;

/** Words longer than this are not compared with one edit. */
export const longestFuzzy = 64;

/** A pair of words by their numbers. */
export function pairKey(left: number, right: number): string {
  return keyKind.pair + String.fromCharCode(left & 0xffff, left >>> 16, right & 0xffff, right >>> 16);
}

/** The word and every form of it with one letter less. */
export function deletions(word: string): ReadonlySet<string> {
  const letters = Array.from(word);
  const forms = new Set([word]);
  for (let index = 0; index < letters.length; index += 1) forms.add(letters.toSpliced(index, 1).join(''));
  return forms;
}
