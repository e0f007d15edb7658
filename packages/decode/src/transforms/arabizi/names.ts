import type { Choice } from '../../arabic/ranked.js';

/** Names that Latin writing spells in many ways, with the one way of Arabic. Anything beyond these is a dictionary's work. */
const spelled: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}@#/.])da(?:3|3'|'3)[eiy]{1,2}(?:sh|ch)(?![\p{L}\p{N}])/giu, 'داعش'],
];

/** Places of a text in Latin letters where such a name stands. */
export function namesIn(text: string): readonly Choice[] {
  const choices: Choice[] = [];
  if (!text.includes('3')) return choices;
  for (const [pattern, word] of spelled) {
    for (const { 0: typed, index } of text.matchAll(pattern)) {
      choices.push({
        start: index,
        end: index + typed.length,
        spellings: [{ word, cost: 0, listed: true }],
      });
    }
  }
  return choices;
}
