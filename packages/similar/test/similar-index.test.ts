import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimilarIndex, type SimilarInput, type SimilarOptions, type SimilarResult } from '../src/index.js';
import { compareWithAll } from './compare-with-all.js';

const words = fc.constantFrom(
  ...'grey gate market opens monday north wind at nine a la puerta gris البوابة الرمادية مفتوحة هذا المساء 漢字の門は 𐐨𐐩𐐪 🔥 \ud800 @anna https://t.example/x aaaaaaaa 7'.split(
    ' ',
  ),
);
const sentence = fc.array(words, { minLength: 3, maxLength: 14 });
const time = fc.option(
  fc.integer({ min: 0, max: 12 }).map((hours) => new Date(Date.UTC(2026, 0, 1, hours)).toISOString()),
  { nil: undefined },
);

/** A stream in which much is a copy of something before with a word changed, left out or put in. */
const stream: fc.Arbitrary<readonly SimilarInput[]> = fc
  .array(
    fc.record({
      fresh: sentence,
      from: fc.nat(),
      at: fc.nat(),
      word: words,
      how: fc.nat(5),
      publishedAt: time,
      id: fc.nat(40),
    }),
    {
      maxLength: 40,
    },
  )
  .map((steps) => {
    const texts: (readonly string[])[] = [];
    return steps.map(({ fresh, from, at, word, how, publishedAt, id }) => {
      const source = texts[from % Math.max(1, texts.length)];
      const place = at % Math.max(1, source?.length ?? 1);
      const text =
        source === undefined || how === 0
          ? fresh
          : how === 1
            ? source
            : how === 2
              ? source.toSpliced(place, 1)
              : how === 3
                ? source.toSpliced(place, 0, word)
                : how === 4
                  ? source.with(place, word)
                  : [...source, ...source];
      texts.push(text);
      return { id: `i${String(id)}`, plain: text.join(' '), publishedAt };
    });
  });

function run(inputs: readonly SimilarInput[], options: SimilarOptions): readonly SimilarResult[] {
  const index = new SimilarIndex(options);
  return inputs.map((input) => index.add(input));
}

const threshold = fc.oneof(fc.constantFrom(0.5, 0.6, 0.7, 0.8, 0.9, 1), fc.double({ min: 0.3, max: 1, noNaN: true }));

describe('an index of similar texts', () => {
  test('finds the nearest earlier text and keeps the cluster of the first', () => {
    const index = new SimilarIndex({ threshold: 0.8 });
    const first = 'the grey gate on the market square opens again on monday morning at nine';
    expect(index.add({ id: 'a', plain: first })).toEqual({ id: 'a', cluster: 'a', similarity: 0 });
    const second = index.add({ id: 'b', plain: first.replace('nine', 'ten') });
    // 68 shingles are in both, 4 only in one.
    expect(second).toEqual({ id: 'b', cluster: 'a', of: 'a', similarity: second.similarity });
    expect(second.similarity).toBeGreaterThan(0.9);
    expect(index.add({ id: 'c', plain: `${first}!` })).toEqual({ id: 'c', cluster: 'a', similarity: 1, of: 'a' });
    expect(index.size).toBe(3);
  });

  test('says when a text is too short, and still knows its copies', () => {
    const index = new SimilarIndex();
    expect(index.add({ id: 'a', plain: 'good morning' })).toEqual({ id: 'a', cluster: 'a', similarity: null });
    expect(index.add({ id: 'b', plain: 'good evening' })).toEqual({ id: 'b', cluster: 'b', similarity: null });
    expect(index.add({ id: 'c', plain: 'Good morning!' })).toEqual({ id: 'c', cluster: 'a', similarity: 1, of: 'a' });
    expect(index.add({ id: 'd', plain: '🔥' })).toEqual({ id: 'd', cluster: 'd', similarity: null });
    expect(index.add({ id: 'e', plain: '🔥' })).toEqual({ id: 'e', cluster: 'e', similarity: null });
  });

  test('names the last of several copies', () => {
    const plain = 'the grey gate on the market square opens again';
    const results = run(
      ['a', 'b', 'c'].map((id) => ({ id, plain })),
      {},
    );
    expect(results.at(-1)).toEqual({ id: 'c', cluster: 'a', similarity: 1, of: 'b' });
  });

  test('looks back only as far as the window', () => {
    const index = new SimilarIndex({ windowMs: 3_600_000 });
    const plain = 'the grey gate on the market square opens again';
    index.add({ id: 'a', plain, publishedAt: '2026-05-01T10:00:00Z' });
    const late = index.add({ id: 'b', plain, publishedAt: '2026-05-01T11:00:01Z' });
    expect(late).toEqual({ id: 'b', cluster: 'b', similarity: 0 });
    expect(index.add({ id: 'c', plain, publishedAt: '2026-05-01T11:30:00Z' })).toMatchObject({ cluster: 'b', of: 'b' });
    expect(index.add({ id: 'd', plain })).toMatchObject({ of: 'c' });
  });

  test('refuses settings that are none', () => {
    expect(() => new SimilarIndex({ threshold: 0 })).toThrow('threshold is 0; give a number above 0 and at most 1');
    expect(() => new SimilarIndex({ windowMs: 0 })).toThrow(RangeError);
    expect(() => new SimilarIndex({ maxItems: 0.5 })).toThrow(RangeError);
  });

  test('equals comparing with every earlier text', () => {
    let near = 0;
    fc.assert(
      fc.property(
        stream,
        threshold,
        fc.constantFrom(undefined, 3_600_000, 5 * 3_600_000),
        (inputs, least, windowMs) => {
          const results = run(inputs, { threshold: least, windowMs });
          expect(results).toEqual(compareWithAll(inputs, { threshold: least, windowMs }));
          near += results.filter(({ similarity }) => similarity !== null && similarity > 0 && similarity < 1).length;
        },
      ),
      { numRuns: 150 },
    );
    expect(near).toBeGreaterThan(100);
  });

  test('remembers the last Items alone, and the first of a cluster as long as the cluster lives', () => {
    fc.assert(
      fc.property(stream, fc.integer({ min: 1, max: 12 }), (inputs, maxItems) => {
        const options = { threshold: 0.7, maxItems };
        expect(run(inputs, options)).toEqual(compareWithAll(inputs, options));
      }),
      { numRuns: 100 },
    );
  });

  test('forgets what is too old for everybody', () => {
    const index = new SimilarIndex();
    const plain = 'the grey gate on the market square opens again';
    index.add({ id: 'a', plain, publishedAt: '2026-05-01T10:00:00Z' });
    index.add({ id: 'b', plain, publishedAt: '2026-05-01T11:00:00Z' });
    index.forgetBefore(Date.parse('2026-05-01T10:30:00Z'));
    expect(index.size).toBe(1);
    expect(index.add({ id: 'c', plain })).toEqual({ id: 'c', cluster: 'a', similarity: 1, of: 'b' });
  });
});
