import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSimilarIndex, similarityKey } from '../src/index.js';

/** The definition, written down as simply as possible: the oracle of the property test. */
function shingles(plain: string): Set<string> {
  const points = Array.from(similarityKey(plain));
  return new Set(points.slice(0, -2).map((_, index) => points.slice(index, index + 3).join('')));
}

function jaccard(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length;
  return shared / (a.size + b.size - shared);
}

describe('similarityKey', () => {
  test('keeps letters and digits of what a reader sees', () => {
    expect(similarityKey('Hello,  @anna: https://example.org/x WORLD!')).toBe('hello world');
    expect(similarityKey('الـسَّلام عليكم')).toBe('السلام عليكم');
    expect(similarityKey('Ｇｒｅｙ\u200b—gate')).toBe('grey gate');
  });

  test('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = similarityKey(text);
        expect(similarityKey(key)).toBe(key);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an index of similar texts', () => {
  test('finds the nearest earlier text and keeps the cluster of the first', () => {
    const index = createSimilarIndex({ threshold: 0.8 });
    const first = 'the grey gate on the market square opens again on monday morning at nine';
    expect(index.add({ id: 'a', plain: first })).toEqual({ id: 'a', cluster: 'a', similarity: 0 });
    const second = index.add({ id: 'b', plain: first.replace('nine', 'ten') });
    expect(second).toMatchObject({ cluster: 'a', of: 'a' });
    expect(second.similarity).toBeCloseTo(jaccard(shingles(first), shingles(first.replace('nine', 'ten'))), 12);
    expect(index.add({ id: 'c', plain: `${first}!` })).toEqual({ id: 'c', cluster: 'a', similarity: 1, of: 'a' });
    expect(index.size).toBe(3);
  });

  test('says when a text is too short, and still knows its copies', () => {
    const index = createSimilarIndex();
    expect(index.add({ id: 'a', plain: 'good morning' })).toEqual({ id: 'a', cluster: 'a', similarity: null });
    expect(index.add({ id: 'b', plain: 'good evening' })).toEqual({ id: 'b', cluster: 'b', similarity: null });
    expect(index.add({ id: 'c', plain: 'Good morning!' })).toEqual({ id: 'c', cluster: 'a', similarity: 1, of: 'a' });
    expect(index.add({ id: 'd', plain: '🔥' })).toEqual({ id: 'd', cluster: 'd', similarity: null });
    expect(index.add({ id: 'e', plain: '🔥' })).toEqual({ id: 'e', cluster: 'e', similarity: null });
  });

  test('looks back only as far as the window', () => {
    const index = createSimilarIndex({ windowMs: 3_600_000 });
    const plain = 'the grey gate on the market square opens again';
    index.add({ id: 'a', plain, publishedAt: '2026-05-01T10:00:00Z' });
    expect(index.add({ id: 'b', plain, publishedAt: '2026-05-01T11:00:01Z' })).toMatchObject({
      cluster: 'b',
      similarity: 0,
    });
    expect(index.add({ id: 'c', plain, publishedAt: '2026-05-01T11:30:00Z' })).toMatchObject({ cluster: 'b', of: 'b' });
    expect(index.add({ id: 'd', plain })).toMatchObject({ of: 'c' });
  });

  test('refuses a threshold that is none', () => {
    expect(() => createSimilarIndex({ threshold: 0 })).toThrow(RangeError);
  });

  test('equals comparing with every earlier text', () => {
    const word = fc.constantFrom('grey', 'gate', 'market', 'opens', 'monday', 'north', 'wind');
    const text = fc.array(word, { minLength: 3, maxLength: 9 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), fc.constantFrom(0.5, 0.7, 0.8, 1), (texts, threshold) => {
        const index = createSimilarIndex({ threshold });
        const clusters: number[] = [];
        for (const [position, plain] of texts.entries()) {
          const result = index.add({ id: String(position), plain });
          const key = similarityKey(plain);
          let of = -1;
          let best = 0;
          const short = Array.from(key).length < 20;
          for (let earlier = 0; earlier < position; earlier += 1) {
            const other = similarityKey(texts[earlier] ?? '');
            const comparable = !short && Array.from(other).length >= 20;
            const value = other === key ? 1 : comparable ? jaccard(shingles(plain), shingles(other)) : 0;
            if (value >= threshold && value >= best) {
              best = value;
              of = earlier;
            }
          }
          const first = of < 0 ? position : (clusters[of] ?? position);
          const close = short && of >= 0 ? 1 : jaccard(shingles(plain), shingles(texts[first] ?? ''));
          const cluster = of >= 0 && close >= 2 * threshold - 1 ? first : position;
          clusters.push(cluster);
          expect(result.similarity).toEqual(of >= 0 ? best : short ? null : 0);
          expect(result.of).toBe(of < 0 ? undefined : String(of));
          expect(result.cluster).toBe(String(cluster));
        }
      }),
      { numRuns: 100 },
    );
  });
});
