import { foldFlag } from '../../fold-signs.js';
import { functionWords } from '../../function-words.js';
import type { Candidate, Transform } from '../../transform.js';
import { reversed as turned, reversedTracked, wordsReversedTracked } from '../../turned-text.js';
import { hasTwoOf, says, unspoken } from '../../turned-sentence.js';
import type { TrackedText } from '../../tracked-text.js';

const backwards: ReadonlySet<string> = new Set(Array.from(functionWords, turned));

/** Whole texts from their other end, or with each word turned in its place, where that makes a sentence. */
export const reversed: Transform = {
  name: 'reversed',
  flags: foldFlag.wordless,
  candidates(tracked) {
    const found = unspoken(tracked.text);
    if (found === undefined || !hasTwoOf(backwards, found.head)) return [];
    const { head, own } = found;
    if (says(turned(head), own)) return [whole(tracked, reversedTracked(tracked))];
    const words = wordsReversedTracked({ text: head });
    return says(words.text, own) ? [whole(tracked, wordsReversedTracked(tracked))] : [];
  },
};

function whole(from: TrackedText, tracked: TrackedText): Candidate {
  return { tracked, confidence: 0.9, places: [{ start: 0, end: from.text.length }], further: true };
}
