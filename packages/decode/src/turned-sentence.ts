import { beginsAsSentence, countFunctionWords, isSentence } from './function-words.js';

/** How much of a text is looked at to decide whether it was turned, in UTF-16 units. */
const sample = 600;

/** The beginning of a text that is no sentence as it stands but might become one. */
export interface Unspoken {
  readonly head: string;
  /** How many of its words are function words. */
  readonly own: number;
}

/** Whether a text may be one that was turned around, shifted or mirrored: no sentence, but words. */
export function unspoken(text: string): Unspoken | undefined {
  const head = text.slice(0, sample);
  if (beginsAsSentence(head) || !/[\p{Script=Latin}\p{Script=Arabic}]{3}/u.test(head)) return undefined;
  const own = countFunctionWords(head);
  if (own.words < 3 || isSentence(own) || own.total * 8 > own.words) return undefined;
  return { head, own: own.total };
}

/** Whether a candidate is a sentence, and more of one than the text it was made of. */
export function says(candidate: string, own: number): boolean {
  const counts = countFunctionWords(candidate);
  return isSentence(counts) && counts.different > own + 1;
}

/** Whether at least two different words of the text are in a list of function words turned the same way. */
export function hasTwoOf(turned: ReadonlySet<string>, head: string): boolean {
  const found = new Set<string>();
  for (const [word] of head.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    if (turned.has(word)) found.add(word);
  }
  return found.size >= 2;
}
