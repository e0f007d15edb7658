import { foldFlag } from '../../fold-signs.js';
import { knownCost, letterRow, ordinaryCost, reversedRow } from '../../letter-row.js';
import type { Candidate, Transform } from '../../transform.js';
import { mostSigns, turnedSigns } from '../../turned-signs.js';
import { mostWordBits, wordEvidence } from '../../word-evidence.js';
import {
  confidenceOfGain,
  reversed as turnedBack,
  linesReversedTracked,
  reversedTracked,
  wordsReversedTracked,
} from '../../turned-text.js';
import type { TrackedText } from '../../tracked-text.js';

/** How much of a text decides, in UTF-16 units. */
const sample = 300;
/** Bits of doubt: the whole was turned rather than each word. */
const doubt = { whole: 10, words: 14 } as const;

/** Texts from their other end, as a whole, line by line or word by word, where that makes writing. */
export const reversed: Transform = {
  name: 'reversed',
  flags: foldFlag.backwards,
  gate: /[\p{L}\p{M}]{3}/u,
  candidates(tracked) {
    const { text } = tracked;
    const head = text.slice(0, sample);
    const row = letterRow(head, 0, head.length);
    if (row === undefined || row.letters < 6) return [];
    const turned = reversedRow(row.classes);
    const cost = knownCost(row.alphabet, turned);
    if (cost > turned.length * 4.2) return [];
    const simpler = ordinaryCost(row.alphabet, row.classes) - cost;
    // Capitals and words of a dictionary together are worth no more.
    if (simpler + mostSigns + mostWordBits <= doubt.whole) return [];
    const edges = turnedSigns(head);
    const byLetters = simpler + edges.capitals - (edges.order < 0 ? doubt.words : doubt.whole);
    const gain = byLetters + (text.length > head.length ? 0 : wordEvidence(text, () => turnedBack(text), byLetters));
    if (gain <= 0) return [];
    return ways(tracked, confidenceOfGain(gain), edges.order);
  },
};

/** Lines or all of it, or words: what is likelier first. */
function ways(tracked: TrackedText, sure: number, order: number): readonly Candidate[] {
  const places = [{ start: 0, end: tracked.text.length }];
  const all: TrackedText[] = [reversedTracked(tracked)];
  if (/\n./u.test(tracked.text)) all.unshift(linesReversedTracked(tracked));
  const words = wordsReversedTracked(tracked);
  const texts = order >= 0 ? [...all, words] : [words, ...all];
  const different = texts.filter((one, at) => texts.findIndex((other) => other.text === one.text) === at);
  return different.map((one, at) => ({
    tracked: one,
    confidence: at === 0 ? sure : sure * 0.5,
    places,
    further: at === 0,
  }));
}
