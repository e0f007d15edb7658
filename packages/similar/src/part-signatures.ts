/** So many bands lie between a size and its double. */
const fineness = 2;
/** So many equal parts make a candidate: one is often a part with hardly anything in it. */
export const equalParts = 2;
/** Bounds are rounded up by this, so that no rounding of a division loses a set. */
const rounding = 1e-6;

/**
 * Signatures by which all sets are found that are similar enough to a given one, and few others.
 *
 * If two sets of a and b members have a Jaccard index of at least s, they differ in at most (a + b)(1 - s)/(1 + s) members: call
 * it d. Cut both into m parts, every member by its hash: a member that only one set has spoils one part, so that at least
 * m - d parts are the same on both sides. Order the parts of each set in one way that is the same for all sets (the fullest first,
 * since it is the most telling): of the first d + e of one set at least e are also among the first d + e of the other and
 * the same there, because at most m - d - e equal ones can lie behind. So a set is kept under the signatures of its first d + e
 * parts, d being that of its largest neighbour, looked for under as many, and a candidate has e of them ({@link equalParts}).
 *
 * Sets are kept in bands of size, with a number of parts that suits the largest of a band: the fewer parts, the more each of them says.
 */
export class PartSignatures {
  /** The signatures that {@link write} wrote, in their order. */
  list = new Int32Array(1024);
  readonly #threshold: number;
  #sums = new Int32Array(1024);
  #counts = new Int32Array(1024);
  #starts = new Int32Array(64);

  /** @param threshold least Jaccard index that is looked for, above 0 and at most 1 */
  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  /** The band of sets of so many members, at least one. */
  bandOf(size: number): number {
    const band = Math.floor(Math.log2(size) * fineness);
    // A logarithm may lie on the wrong side of a whole number.
    return size > this.largest(band) ? band + 1 : size <= this.largest(band - 1) ? band - 1 : band;
  }

  /** The largest size of a band. */
  largest(band: number): number {
    return Math.ceil(2 ** ((band + 1) / fineness)) - 1;
  }

  /** Under how many signatures a set of so many members is kept. */
  kept(size: number): number {
    return this.wanted(size, size / this.#threshold, this.#threshold);
  }

  /** Under how many signatures a set of one size has to be looked for to find all of up to another size. */
  wanted(size: number, other: number, similarity: number): number {
    return Math.floor(((size + other) * (1 - similarity)) / (1 + similarity) + rounding) + equalParts;
  }

  /** The most that {@link kept} can be for a band. */
  most(band: number): number {
    return this.kept(this.largest(band));
  }

  /** Writes the signatures that a set has in a band to {@link list}. */
  write(hashes: Int32Array, size: number, band: number): void {
    const parts = this.most(band);
    this.#reserve(parts);
    const sums = this.#sums.fill(0, 0, parts);
    const counts = this.#counts.fill(0, 0, parts);
    const scale = parts / 2 ** 32;
    let fullest = 0;
    for (let index = 0; index < size; index += 1) {
      const hash = hashes[index] ?? 0;
      const part = Math.floor((hash >>> 0) * scale);
      sums[part] = (sums[part] ?? 0) + Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
      const count = (counts[part] ?? 0) + 1;
      counts[part] = count;
      if (count > fullest) fullest = count;
    }
    const starts = this.#startsOf(parts, fullest);
    const { list } = this;
    for (let part = 0; part < parts; part += 1) {
      const count = counts[part] ?? 0;
      const at = starts[count] ?? 0;
      starts[count] = at + 1;
      list[at] = signatureOf(part, sums[part] ?? 0);
    }
  }

  /** Where the parts of each fullness begin, the fullest first. */
  #startsOf(parts: number, fullest: number): Int32Array {
    if (fullest >= this.#starts.length) this.#starts = new Int32Array(fullest * 2);
    const starts = this.#starts.fill(0, 0, fullest + 1);
    for (let part = 0; part < parts; part += 1) {
      const count = this.#counts[part] ?? 0;
      starts[count] = (starts[count] ?? 0) + 1;
    }
    let start = 0;
    for (let count = fullest; count >= 0; count -= 1) {
      const parted = starts[count] ?? 0;
      starts[count] = start;
      start += parted;
    }
    return starts;
  }

  #reserve(parts: number): void {
    if (parts <= this.list.length) return;
    this.list = new Int32Array(parts * 2);
    this.#sums = new Int32Array(parts * 2);
    this.#counts = new Int32Array(parts * 2);
  }
}

function signatureOf(part: number, sum: number): number {
  let hash = Math.imul(sum ^ Math.imul(part + 1, 0x9e3779b1), 0x846ca68b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 14);
}
