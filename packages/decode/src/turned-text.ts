import { originalSpan, type TrackedText } from './tracked-text.js';

const cluster = /\P{M}\p{M}*|\p{M}+/gsu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Units that do not stand alone: marks, and halves of characters. */
const together = /[\p{M}\p{Cs}]|[^\0-\uffff]/u;

/** The grapheme clusters (base and marks) in the other order. */
export function reversed(text: string): string {
  if (!together.test(text)) return text.split('').reverse().join('');
  return (text.match(cluster) ?? []).reverse().join('');
}

/** The whole text from its other end, with the way back. */
export function reversedTracked(tracked: TrackedText): TrackedText {
  return turnedRanges(tracked, [[0, tracked.text.length]]);
}

/** Every word from its other end, in its place, with the way back. */
export function wordsReversedTracked(tracked: TrackedText): TrackedText {
  const ranges = Array.from(tracked.text.matchAll(word), (match): readonly [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);
  return turnedRanges(tracked, ranges);
}

/** Every line from its other end, in its place, with the way back. */
export function linesReversedTracked(tracked: TrackedText): TrackedText {
  const ranges = Array.from(tracked.text.matchAll(/[^\r\n]+/gu), (match): readonly [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);
  return turnedRanges(tracked, ranges);
}

/** How sure a reading is that is simpler than the text it was made of by so many bits, beyond doubt: 0.6 to 0.95. */
export function confidenceOfGain(gain: number): number {
  return 0.95 - 0.35 * 2 ** (-Math.max(0, gain) / 8);
}

/** A text with a unit for each unit of the one it was made of, in the same order. */
export function alignedTracked(tracked: TrackedText, text: string): TrackedText {
  return { text, starts: tracked.starts, ends: tracked.ends };
}

function turnedRanges(tracked: TrackedText, ranges: readonly (readonly [number, number])[]): TrackedText {
  const { length } = tracked.text;
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  const parts: string[] = [];
  let to = 0;
  const put = (from: number, end: number): void => {
    parts.push(tracked.text.slice(from, end));
    for (; from < end; from += 1, to += 1) {
      const span = originalSpan(tracked, from, from + 1);
      starts[to] = span.start;
      ends[to] = span.end;
    }
  };
  let at = 0;
  for (const [start, end] of ranges) {
    put(at, start);
    const clusters = Array.from(tracked.text.slice(start, end).matchAll(cluster)).reverse();
    for (const { index, 0: found } of clusters) put(start + index, start + index + found.length);
    at = end;
  }
  put(at, length);
  return { text: parts.join(''), starts, ends };
}
