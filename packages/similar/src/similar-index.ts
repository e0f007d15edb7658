import { ClusterTable } from './cluster-table.js';
import { ItemLog } from './item-log.js';
import { shortestKey, similarityKey } from './key.js';
import { NearestText } from './nearest-text.js';
import { ShingleSet } from './shingle-set.js';
import { TextTable } from './text-table.js';

/** Settings of an index. */
export interface SimilarOptions {
  /** Jaccard index from which two texts are near-copies, above 0 up to 1; 0.8 where none is given. */
  readonly threshold?: number | undefined;
  /** How far back from `publishedAt` an Item looks, in milliseconds; all the way where none is given. */
  readonly windowMs?: number | undefined;
  /** How many Items are remembered, the last ones; a million where nothing is given. */
  readonly maxItems?: number | undefined;
}

/** What is compared. `plain` is the text with disguise removed; `publishedAt` an ISO 8601 instant. */
export interface SimilarInput {
  readonly id: string;
  readonly plain: string;
  readonly publishedAt?: string | undefined;
}

/** The same with its key made already, for instance on another thread. */
export interface KeyedInput {
  readonly id: string;
  /** `similarityKey(plain)` */
  readonly key: string;
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

const nobody = { item: -1, similarity: 0 };

/**
 * An index of earlier Items that says of each new one whether it is a copy or near-copy.
 *
 * Similarity is the exact Jaccard index of the sets of 3-code-point shingles of the keys ({@link similarityKey}). `of` is the most similar
 * earlier Item in the window at or above the threshold, of equally similar ones the last. Its cluster takes the new Item in if
 * the new Item is also at least 2 × threshold − 1 similar to the first Item of that cluster, so that clusters do not chain.
 *
 * "Earlier" is what was added before. The window reaches back from `publishedAt`; an Item that was added before and published after
 * lies in it, as does one without a time.
 *
 * @example
 * const index = new SimilarIndex({ threshold: 0.8 });
 * index.add({ id: 'a', plain: 'the grey gate opens on monday' }); // { id: 'a', cluster: 'a', similarity: 0 }
 * index.add({ id: 'b', plain: 'The grey gate opens on Monday!' }); // { …, cluster: 'a', similarity: 1, of: 'a' }
 */
export class SimilarIndex {
  readonly #windowMs: number;
  readonly #maxItems: number;
  /** From which similarity to its first Item a cluster takes an Item in. */
  readonly #joining: number;
  readonly #items = new ItemLog();
  readonly #texts = new TextTable();
  readonly #clusters = new ClusterTable();
  readonly #set = new ShingleSet();
  readonly #nearest: NearestText;

  /** @throws RangeError when a setting is none: what it is and what it may be */
  constructor(options: SimilarOptions = {}) {
    const { threshold = 0.8, windowMs = Number.POSITIVE_INFINITY, maxItems = 1_000_000 } = options;
    if (!(threshold > 0 && threshold <= 1)) {
      throw new RangeError(`threshold is ${String(threshold)}; give a number above 0 and at most 1`);
    }
    if (!(windowMs > 0)) throw new RangeError(`windowMs is ${String(windowMs)}; give milliseconds above 0`);
    if (!(Number.isInteger(maxItems) && maxItems > 0)) {
      throw new RangeError(`maxItems is ${String(maxItems)}; give a whole number above 0`);
    }
    this.#windowMs = windowMs;
    this.#maxItems = maxItems;
    // 2 × 0.8 − 1 is 0.6 and no fraction more.
    this.#joining = Math.round((2 * threshold - 1) * 1e12) / 1e12;
    this.#nearest = new NearestText(threshold, this.#items, this.#texts, this.#set);
  }

  /** How many Items the index remembers. */
  get size(): number {
    return this.#items.size;
  }

  /** Compares with everything added before, then remembers. */
  add({ id, plain, publishedAt }: SimilarInput): SimilarResult {
    return this.addKey({ id, key: similarityKey(plain), publishedAt });
  }

  /** The same for a key that was made before. */
  addKey({ id, key, publishedAt }: KeyedInput): SimilarResult {
    const time = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
    const earliest = Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time - this.#windowMs;
    const isLong = hasPoints(key, shortestKey);
    const text = key === '' ? -1 : this.#texts.find(key);
    const same = text < 0 ? -1 : this.#nearest.newestInside(text, earliest);
    let of = same < 0 ? nobody : { item: same, similarity: 1 };
    if (isLong) {
      this.#set.load(key);
      of = this.#nearest.find(earliest, of);
    }
    const joined = this.#clusterFor(of.item, key);
    const cluster = joined < 0 ? this.#clusters.open(id, key, isLong ? this.#set.size : 0) : joined;
    const result = {
      id,
      cluster: this.#clusters.id(cluster),
      similarity: of.item < 0 && !isLong ? null : of.similarity,
      ...(of.item < 0 ? {} : { of: this.#items.id(of.item) }),
    };
    // Only now: the nearest Item may be the one that is forgotten for this one.
    this.#remember({ id, key, text, isLong, cluster, time: Number.isNaN(time) ? Number.POSITIVE_INFINITY : time });
    return result;
  }

  /**
   * Forgets the Items that were added first, up to the first one whose time is not before `time`: for a stream, whose owner
   * knows how late Items may come.
   * @param time milliseconds since 1970
   */
  forgetBefore(time: number): void {
    while (this.#items.size > 0 && this.#items.time(this.#items.oldest) < time) this.#forget();
  }

  /** The cluster of an Item if it takes in the text whose key is given, or -1. */
  #clusterFor(item: number, key: string): number {
    if (item < 0) return -1;
    const cluster = this.#items.cluster(item);
    const first = this.#clusters.key(cluster);
    if (first === key) return cluster;
    const shared = this.#set.shared(first);
    const similarity = shared / (this.#set.size + this.#clusters.size(cluster) - shared);
    return similarity >= this.#joining ? cluster : -1;
  }

  #remember(item: Remembered): void {
    const { id, key, isLong, cluster, time } = item;
    let { text } = item;
    if (text < 0 && key !== '') {
      text = this.#texts.add(key);
      this.#texts.sizes[text] = 0;
      if (isLong) this.#nearest.insert(text);
    }
    const previous = text < 0 ? -1 : (this.#texts.newest[text] ?? -1);
    const number = this.#items.push({ id, time, text, cluster, previous });
    if (text >= 0) this.#texts.use(text, number, time);
    this.#clusters.join(cluster);
    if (this.#items.size > this.#maxItems) this.#forget();
  }

  /** Forgets the oldest Item. */
  #forget(): void {
    const { oldest } = this.#items;
    const text = this.#items.text(oldest);
    this.#clusters.leave(this.#items.cluster(oldest));
    this.#items.shift();
    if (text < 0 || !this.#texts.release(text)) return;
    this.#nearest.remove(text);
    this.#texts.delete(text);
  }
}

interface Remembered {
  readonly id: string;
  readonly key: string;
  readonly text: number;
  readonly isLong: boolean;
  readonly cluster: number;
  readonly time: number;
}

/** Whether a text has at least so many code points. */
function hasPoints(text: string, wanted: number): boolean {
  if (text.length < wanted) return false;
  let count = 0;
  for (let index = 0; index < text.length && count < wanted; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdbff) index += 1;
    count += 1;
  }
  return count >= wanted;
}
