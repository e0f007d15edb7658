import { similarityKey, shortestKey } from './key.js';
import { jaccard, ShingleNumbers } from './shingles.js';

/** Settings of an index. */
export interface SimilarOptions {
  /** Jaccard index from which two texts are near-copies, above 0 up to 1; 0.8 where none is given. */
  readonly threshold?: number | undefined;
  /** How far back from `publishedAt` an Item looks, in milliseconds; all the way where none is given. */
  readonly windowMs?: number | undefined;
}

/** What is compared. `plain` is the text with disguise removed; `publishedAt` an ISO 8601 instant. */
export interface SimilarInput {
  readonly id: string;
  readonly plain: string;
  readonly publishedAt?: string | undefined;
}

/** Which cluster an Item is in, and the nearest earlier Item at or above the threshold. */
export interface SimilarResult {
  readonly id: string;
  /** The id of the first Item of the cluster. */
  readonly cluster: string;
  /** Exact Jaccard index with `of`; 0 without one; `null` when the text is too short to tell. */
  readonly similarity: number | null;
  readonly of?: string;
}

/** An index of earlier Items that says of each new one whether it is a copy or near-copy. */
export interface SimilarIndex {
  /** Compares with everything added before, then remembers. */
  add(input: SimilarInput): SimilarResult;
  /** How many Items the index remembers. */
  readonly size: number;
}

interface Entry {
  readonly id: string;
  readonly key: string;
  /** Milliseconds since 1970, `undefined` for an Item without a time: it is inside every window. */
  readonly time: number | undefined;
  /** Shingle numbers, ascending, each once; empty for a key too short to compare. */
  readonly shingles: Uint32Array;
  /** Position in `entries` of the first Item of the cluster. */
  readonly cluster: number;
}

/**
 * Makes an empty index. Similarity is the exact Jaccard index of the sets of 3-code-point shingles of the keys.
 *
 * Candidates come from an inverted index over the rarest shingles of each text (prefix filtering): two sets with
 * Jaccard index J ≥ t share at least one of their |A| - ceil(t·|A|) + 1 rarest members, whatever the order of rarity,
 * as long as it is one order for all. Every candidate is then compared exactly, so that nothing is missed or made up.
 *
 * @throws RangeError when the threshold is not above 0 and at most 1
 * @example
 * const index = createSimilarIndex({ threshold: 0.8 });
 * index.add({ id: 'a', plain: 'the grey gate opens on monday' }); // { id: 'a', cluster: 'a', similarity: 0 }
 * index.add({ id: 'b', plain: 'The grey gate opens on Monday!' }); // { …, cluster: 'a', similarity: 1, of: 'a' }
 */
export function createSimilarIndex(options: SimilarOptions = {}): SimilarIndex {
  const threshold = options.threshold ?? 0.8;
  const windowMs = options.windowMs ?? Number.POSITIVE_INFINITY;
  if (!(threshold > 0 && threshold <= 1)) {
    throw new RangeError(`threshold is ${String(threshold)}; give a number above 0 and at most 1`);
  }
  const entries: Entry[] = [];
  const byKey = new Map<string, number[]>();
  const postings = new Map<number, number[]>();
  const numbers = new ShingleNumbers();

  function inWindow(entry: Entry | undefined, time: number | undefined): boolean {
    if (entry === undefined) return false;
    if (time === undefined || entry.time === undefined) return true;
    return entry.time >= time - windowMs;
  }

  function sameKey(key: string, time: number | undefined): number | undefined {
    return byKey.get(key)?.findLast((position) => inWindow(entries[position], time));
  }

  function candidates(shingles: Uint32Array, prefix: number): Set<number> {
    const found = new Set<number>();
    for (let index = 0; index < prefix; index += 1) {
      for (const position of postings.get(shingles[index] ?? 0) ?? []) found.add(position);
    }
    return found;
  }

  function nearest(
    shingles: Uint32Array,
    prefix: number,
    time: number | undefined,
  ): { at: number; similarity: number } {
    let best = { at: -1, similarity: 0 };
    for (const position of candidates(shingles, prefix)) {
      const entry = entries[position];
      if (entry === undefined || !inWindow(entry, time)) continue;
      const similarity = jaccard(shingles, entry.shingles);
      if (similarity < threshold) continue;
      if (similarity > best.similarity || (similarity === best.similarity && position > best.at)) {
        best = { at: position, similarity };
      }
    }
    return best;
  }

  function remember(entry: Entry, prefix: number): void {
    const position = entries.length;
    entries.push(entry);
    if (entry.key !== '') append(byKey, entry.key, position);
    for (let index = 0; index < prefix; index += 1) append(postings, entry.shingles[index] ?? 0, position);
  }

  return {
    get size() {
      return entries.length;
    },
    add({ id, plain, publishedAt }) {
      const key = similarityKey(plain);
      const parsed = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
      const time = Number.isNaN(parsed) ? undefined : parsed;
      const long = codePoints(key) >= shortestKey;
      const shingles = long ? numbers.of(key) : new Uint32Array();
      const prefix = shingles.length === 0 ? 0 : shingles.length - Math.ceil(threshold * shingles.length - 1e-9) + 1;
      const same = key === '' ? undefined : sameKey(key, time);
      const best =
        same !== undefined ? { at: same, similarity: 1 } : nearest(shingles, Math.min(prefix, shingles.length), time);
      const of = entries[best.at];
      let cluster = entries.length;
      if (of !== undefined) {
        const first = entries[of.cluster] ?? of;
        const close = same !== undefined && !long ? 1 : jaccard(shingles, first.shingles);
        if (close >= 2 * threshold - 1) cluster = of.cluster;
      }
      remember({ id, key, time, shingles, cluster }, Math.min(prefix, shingles.length));
      return {
        id,
        cluster: entries[cluster]?.id ?? id,
        similarity: of !== undefined ? best.similarity : long ? 0 : null,
        ...(of === undefined ? {} : { of: of.id }),
      };
    },
  };
}

function append<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function codePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length && count < shortestKey; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdbff) index += 1;
    count += 1;
  }
  return count;
}
