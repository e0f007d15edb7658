/**
 * Numbers the 3-code-point shingles of texts. The numbers are one fixed order for all texts: the order in which
 * shingles were first seen, turned around, so that shingles seen late (which are rare) come first.
 */
export class ShingleNumbers {
  readonly #numbers = new Map<string, number>();

  /** The shingles of a key of at least three code points: ascending numbers, each once. */
  of(key: string): Uint32Array {
    const points = Array.from(key);
    const found = new Set<number>();
    for (let index = 0; index + 2 < points.length; index += 1) {
      found.add(this.#number(`${points[index] ?? ''}${points[index + 1] ?? ''}${points[index + 2] ?? ''}`));
    }
    return Uint32Array.from(found).sort();
  }

  #number(shingle: string): number {
    const known = this.#numbers.get(shingle);
    if (known !== undefined) return known;
    const next = 0xffffffff - this.#numbers.size;
    this.#numbers.set(shingle, next);
    return next;
  }
}

/**
 * The Jaccard index of two sets given as ascending numbers; 1 for two empty sets.
 * @example jaccard(Uint32Array.of(1, 2), Uint32Array.of(2, 3)) // 1 / 3
 */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let left = 0;
  let right = 0;
  let shared = 0;
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  const union = a.length + b.length - shared;
  return union === 0 ? 1 : shared / union;
}
