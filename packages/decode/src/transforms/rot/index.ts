import { foldFlag } from '../../fold-signs.js';
import { functionWords } from '../../function-words.js';
import type { Candidate, Transform } from '../../transform.js';
import { alignedTracked } from '../../turned-text.js';
import { says, unspoken } from '../../turned-sentence.js';

/** Texts shifted along the alphabet by any number of letters, where shifting back makes a sentence. */
export const rot: Transform = {
  name: 'rot',
  flags: foldFlag.wordless,
  candidates(tracked) {
    const found = unspoken(tracked.text);
    if (found === undefined || !/[a-z]{3}/iu.test(found.head)) return [];
    return likelyShifts(found.head)
      .filter((shift) => says(shifted(found.head, shift), found.own))
      .slice(0, 3)
      .map((shift): Candidate => ({
        tracked: alignedTracked(tracked, shifted(tracked.text, shift)),
        confidence: 0.9,
        places: [{ start: 0, end: tracked.text.length }],
        further: true,
      }));
  },
};

/** Function words by their form that begins with `a`. */
const shapes = new Map<string, { readonly word: string; readonly first: number }[]>();
for (const word of functionWords) {
  const first = firstLetter(word);
  if (first === undefined) continue;
  const shape = shifted(word, first);
  shapes.set(shape, [...(shapes.get(shape) ?? []), { word, first }]);
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

/** Each Latin letter moved back along the alphabet. */
function shifted(text: string, by: number): string {
  return text.replace(/[a-z]/giu, (letter) => {
    if (letter.length !== 1 || letter > 'z') return letter;
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(start + ((letter.charCodeAt(0) - start + 26 - by) % 26));
  });
}
