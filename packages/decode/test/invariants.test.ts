import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, decodeTracked, foldFlag, originalSpan, type TrackedText } from '../src/index.js';
import { signsOf } from '../src/fold.js';
import {
  candidateTransforms,
  characterTransforms,
  payloadTransforms,
  spellingTransforms,
} from '../src/transforms/index.js';
import { disguised, hostile } from './disguise.js';

const anything = fc.oneof(hostile, disguised);
const transforms = [...characterTransforms, ...spellingTransforms, ...payloadTransforms, ...candidateTransforms];
/** These say by themselves whether a text is looked at: without them there is nothing to compare with. */
const deciding = foldFlag.wordless | foldFlag.shifted | foldFlag.backwards;

/** What is wrong with the way back of a text into the original, if anything. */
function faultOfWayBack({ text, starts, ends }: TrackedText, original: string): string | undefined {
  // Without offsets: unit for unit, nothing moved.
  if (starts === undefined || ends === undefined) return text.length === original.length ? undefined : 'no offsets';
  if (starts.length !== text.length || ends.length !== text.length) return 'offsets of another length';
  if (!starts.every((start, index) => start <= (ends[index] ?? -1))) return 'a span that ends before it begins';
  return ends.every((end) => end <= original.length) ? undefined : 'a span out of range';
}

test('every character of plain and of every reading leads back into the original', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { plain, readings } = decodeTracked(text);
      expect(faultOfWayBack(plain, text)).toBeUndefined();
      for (const { tracked } of readings) expect(faultOfWayBack(tracked, text)).toBeUndefined();
      const { start, end } = originalSpan(plain, 0, plain.text.length);
      expect(start >= 0 && end <= text.length).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test('places are whole clusters in range, readings bounded and in order, the answer is the same twice', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const decoded = decode(text);
      expect(decode(text)).toEqual(decoded);
      const edges = new Set(Array.from(new Intl.Segmenter('und').segment(text), ({ index }) => index)).add(text.length);
      for (const { start, end } of decoded.disguises) {
        expect(start >= 0 && start < end && end <= text.length).toBe(true);
        const invisible = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u.test(text.slice(start, end));
        expect(invisible || (edges.has(start) && edges.has(end))).toBe(true);
      }
      expect(decoded.readings.length).toBeLessThanOrEqual(50);
      const sure = decoded.readings.map(({ confidence }) => confidence);
      expect(sure).toEqual(sure.toSorted((a, b) => b - a));
      for (const { text: said, steps, confidence } of decoded.readings) {
        expect(said.length).toBeLessThanOrEqual(text.length * 2 + 100);
        expect(confidence >= 0 && confidence <= 1 && steps.length > 0).toBe(true);
      }
      expect(decoded.disguises.length > 0 || decoded.plain === text.normalize('NFC')).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test('flags and gates keep out nothing that a transform would have changed', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const signs = signsOf(text);
      for (const { name, flags, gate, edits, payloads, candidates } of transforms) {
        if ((flags & deciding) !== 0 || ((signs.flags & flags) !== 0 && gate?.test(text) !== false)) continue;
        expect([name, ...(edits?.(text, signs) ?? [])]).toEqual([name]);
        expect([name, ...(payloads?.(text, signs) ?? [])]).toEqual([name]);
        const others = candidates?.({ text }, signs).filter(({ tracked }) => tracked.text !== text);
        expect([name, ...(others ?? [])]).toEqual([name]);
      }
    }),
    { numRuns: 1500 },
  );
});

test('lone surrogates and what stands around them survive', () => {
  for (const lone of ['\ud800', '\udc00', 'a\ud83d b', '\udc00\ud800', 'gr\ud800еy gаte\udfff']) {
    const { plain } = decode(lone);
    expect(plain.match(/[\ud800-\udfff]/gu)).toEqual(lone.match(/[\ud800-\udfff]/gu));
  }
});
