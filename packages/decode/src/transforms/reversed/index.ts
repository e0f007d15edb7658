import { foldFlag } from '../../fold-signs.js';
import { knownCost, letterRow, ordinaryCost, reversedRow } from '../../letter-row.js';
import type { Candidate, Transform } from '../../transform.js';
import { confidenceOfGain, linesReversedTracked, reversedTracked, wordsReversedTracked } from '../../turned-text.js';
import type { TrackedText } from '../../tracked-text.js';

/** How much of a text decides, in UTF-16 units. */
const sample = 300;
/** Bits of doubt. */
const doubt = 10;

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
    const edges = edgeBits(head);
    const gain = ordinaryCost(row.alphabet, row.classes) - cost + edges.capitals - doubt;
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

/** A word with its capital at the end, or at the beginning. */
const capitalLast = /(?<![\p{L}\p{M}])\p{Ll}+\p{Lu}(?![\p{L}\p{M}])/gu;
const capitalFirst = /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}+(?![\p{L}\p{M}])/gu;
const endFirst = /^[.!?؟…]|(?<=[^\s\p{P}] )[.,!?،؟](?=[\p{L}])/gu;
const endLast = /(?<=[\p{L}\p{M}])[.,!?،؟…](?:\s|$)/gu;

/**
 * What capitals and full stops say: how many bits for turned words rather than ordinary ones, and whether the order of
 * the words was turned as well (above 0) or not (below).
 */
function edgeBits(head: string): { readonly capitals: number; readonly order: number } {
  const count = (pattern: RegExp): number => head.match(pattern)?.length ?? 0;
  const turned = count(capitalLast);
  const usual = count(capitalFirst);
  const before = count(endFirst);
  const behind = count(endLast);
  const capitals = Math.max(-16, Math.min(8, 4 * (turned - usual)));
  return { capitals: capitals + (before > behind ? 3 : 0), order: before - behind };
}
