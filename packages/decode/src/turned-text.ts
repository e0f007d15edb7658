import type { DisguiseName } from './decoded.js';
import { beginsAsSentence, countFunctionWords, functionWords, isSentence } from './function-words.js';
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
  if (beginsAsSentence(head) || !/[\p{Script=Latin}\p{Script=Arabic}]{3}/u.test(head)) return [];
  const own = countFunctionWords(head);
  if (own.words < 3 || isSentence(own) || own.total * 8 > own.words) return [];
  const found: TurnedText[] = [];
  const hints = hintsOf(head);
  if (hints.reversed && says(reversed(head), own.total)) found.push({ step: 'reversed', text: reversed(text) });
  else if (hints.reversed && says(wordsReversed(head), own.total))
    found.push({ step: 'reversed', text: wordsReversed(text) });
  if (!/[a-z]{3}/iu.test(head)) return found;
  if (hints.mirrored && says(mirrored(head), own.total)) found.push({ step: 'atbash', text: mirrored(text) });
  for (const shift of likelyShifts(head)) {
    if (says(shifted(head, shift), own.total)) found.push({ step: 'rot', text: shifted(text, shift) });
  }
  return found.slice(0, 3);
}

/**
 * The shifts that would make function words of at least two words; all others need no closer look. A shift keeps the
 * distances between the letters of a word, so each word is looked up once by its form that begins with `a`.
 */
function likelyShifts(head: string): readonly number[] {
  const made = Array.from({ length: 26 }, () => new Set<string>());
  const unmoved = new Set<string>();
  for (const [word] of head.matchAll(/[\p{L}\p{M}]+/gu)) {
    const first = firstLetter(word);
    if (first === undefined) {
      if (functionWords.has(word.toLowerCase())) unmoved.add(word.toLowerCase());
      continue;
    }
    for (const target of shapes.get(shifted(word, first).toLowerCase()) ?? []) {
      made[(first - target.first + 26) % 26]?.add(target.word);
    }
  }
  return Array.from({ length: 25 }, (_, index) => index + 1).filter(
    (shift) => (made[shift]?.size ?? 0) + unmoved.size >= 2,
  );
}

/** Place in the alphabet of the first letter that a shift moves. */
function firstLetter(word: string): number | undefined {
  const letter = /[a-z]/i.exec(word)?.[0];
  return letter === undefined ? undefined : letter.toLowerCase().charCodeAt(0) - 97;
}

/** Function words by their form that begins with `a`. */
const shapes = new Map<string, { readonly word: string; readonly first: number }[]>();
for (const word of functionWords) {
  const first = firstLetter(word);
  if (first === undefined) continue;
  const shape = shifted(word, first);
  shapes.set(shape, [...(shapes.get(shape) ?? []), { word, first }]);
}

const backwards: ReadonlySet<string> = new Set(Array.from(functionWords, reversed));
const inMirror: ReadonlySet<string> = new Set(Array.from(functionWords, mirrored));

/** Whether turning or mirroring would make two different function words; all other texts need no closer look. */
function hintsOf(head: string): { reversed: boolean; mirrored: boolean } {
  const turned = new Set<string>();
  const other = new Set<string>();
  for (const [word] of head.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    if (backwards.has(word)) turned.add(word);
    if (inMirror.has(word)) other.add(word);
  }
  return { reversed: turned.size >= 2, mirrored: other.size >= 2 };
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
  return text
    .replace(/[a-z]/gu, (letter) => String.fromCharCode(219 - letter.charCodeAt(0)))
    .replace(/[A-Z]/gu, (letter) => String.fromCharCode(155 - letter.charCodeAt(0)));
}
