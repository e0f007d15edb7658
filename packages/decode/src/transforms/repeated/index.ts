import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { Edit } from '../../tracked-text.js';

const word = /\p{L}[\p{L}\p{M}]*/gu;
const run = /(\p{L})\1{2,}/giu;
/** Sounds that people draw out: not a way to hide a word. */
const sound =
  /^(?:[hmrzgfpbs]+|[aeiou]h*|(?:ha|he|hi|hu|ja|xa)+h?|w+|x+|i+|o+h+|a+r*g*h*|b+r+|g+r+|y+e+s+|n+o+|s+o+|l+o+l+)$/iu;

/** A letter three or more times inside a word; drawn-out ends (sooo, yesss) are emphasis and stay. */
function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  for (const match of text.matchAll(word)) {
    const { 0: written, index } = match;
    if (written.length < 5 || sound.test(written)) continue;
    for (const repeat of written.matchAll(run)) {
      const letter = repeat[1] ?? '';
      const end = repeat.index + repeat[0].length;
      if (end === written.length || repeat.index === 0) continue;
      found.push({ start: index + repeat.index, end: index + end, replacement: letter, name: 'repeated' });
    }
  }
  return found;
}

/** Three equal units in a row that are no blanks, digits or ASCII punctuation: many times faster than a regex. */
function hasTriple(text: string): boolean {
  let before = -1;
  let count = 1;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === before) {
      count += 1;
      if (count === 3 && unit > 0x40) return true;
    } else {
      before = unit;
      count = 1;
    }
  }
  return false;
}

/** Letters repeated inside words. */
export const repeated: Transform = { name: 'repeated', flags: foldFlag.repeated, gate: { test: hasTriple }, edits };
