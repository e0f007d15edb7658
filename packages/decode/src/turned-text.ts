import type { DisguiseName } from './decoded.js';
import { countFunctionWords, isSentence } from './function-words.js';
import { reversed } from './stages/bidi.js';

/** A way to read the whole text: its steps, and the text with as many units as the original, in which order. */
export interface TurnedText {
  readonly step: DisguiseName;
  readonly text: string;
}

/** How much of a text is looked at to decide. */
const sample = 600;

/**
 * The whole text reversed (by characters or with each word turned in place), shifted along the alphabet or mirrored in
 * it, where that makes a sentence of what is none. Judged by function words, so single words are never turned.
 */
export function turnedTexts(text: string): readonly TurnedText[] {
  const head = text.slice(0, sample);
  if (!/[\p{Script=Latin}\p{Script=Arabic}]{3}/u.test(head)) return [];
  const own = countFunctionWords(head);
  if (own.words < 3 || isSentence(own) || own.total * 8 > own.words) return [];
  const found: TurnedText[] = [];
  if (says(reversed(head), own.total)) found.push({ step: 'reversed', text: reversed(text) });
  else if (says(wordsReversed(head), own.total)) found.push({ step: 'reversed', text: wordsReversed(text) });
  if (!/[a-z]{3}/iu.test(head)) return found;
  if (says(mirrored(head), own.total)) found.push({ step: 'atbash', text: mirrored(text) });
  for (let shift = 1; shift < 26; shift += 1) {
    if (says(shifted(head, shift), own.total)) found.push({ step: 'rot', text: shifted(text, shift) });
  }
  return found.slice(0, 3);
}

function says(candidate: string, own: number): boolean {
  const counts = countFunctionWords(candidate);
  return isSentence(counts) && counts.different > own + 1;
}

function wordsReversed(text: string): string {
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, reversed);
}

/** Each Latin letter moved back along the alphabet. */
export function shifted(text: string, by: number): string {
  return text.replace(/[a-z]/giu, (letter) => {
    if (letter.length !== 1 || letter > 'z') return letter;
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(start + ((letter.charCodeAt(0) - start + 26 - by) % 26));
  });
}

function mirrored(text: string): string {
  return text.replace(/[a-z]/gu, (letter) => String.fromCharCode(219 - letter.charCodeAt(0))).replace(/[A-Z]/gu, (letter) =>
    String.fromCharCode(155 - letter.charCodeAt(0)),
  );
}
