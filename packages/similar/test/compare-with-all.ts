import { similarityKey, type SimilarInput, type SimilarOptions, type SimilarResult } from '../src/index.js';

interface Earlier {
  readonly id: string;
  readonly key: string;
  readonly time: number;
  /** The first Item of its cluster. */
  readonly first: Earlier | undefined;
}

/** The definition, written down as simply as possible: the oracle of the property tests. */
export function compareWithAll(inputs: readonly SimilarInput[], options: SimilarOptions): readonly SimilarResult[] {
  const { threshold = 0.8, windowMs = Number.POSITIVE_INFINITY, maxItems = Number.POSITIVE_INFINITY } = options;
  const joining = Math.round((2 * threshold - 1) * 1e12) / 1e12;
  let earlier: Earlier[] = [];
  return inputs.map(({ id, plain, publishedAt }) => {
    const key = similarityKey(plain);
    const time = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
    let of: Earlier | undefined;
    let best = 0;
    for (const other of earlier) {
      const similarity = similarityOf(key, other.key);
      if (other.time < time - windowMs || similarity < Math.max(threshold, best)) continue;
      of = other;
      best = similarity;
    }
    const first = of?.first ?? of;
    const joined = first !== undefined && similarityOf(key, first.key) >= joining ? first : undefined;
    earlier = [...earlier, { id, key, time, first: joined }].slice(-maxItems);
    const similarity = of === undefined && isShort(key) ? null : best;
    return { id, cluster: joined?.id ?? id, similarity, ...(of === undefined ? {} : { of: of.id }) };
  });
}

function isShort(key: string): boolean {
  return Array.from(key).length < 20;
}

function similarityOf(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (isShort(a) || isShort(b)) return 0;
  const left = shingles(a);
  const right = shingles(b);
  const shared = Array.from(left).filter((one) => right.has(one)).length;
  return shared / (left.size + right.size - shared);
}

function shingles(key: string): ReadonlySet<string> {
  const points = Array.from(key);
  return new Set(points.slice(0, -2).map((_, index) => points.slice(index, index + 3).join('')));
}
