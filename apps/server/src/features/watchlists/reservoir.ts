/**
 * A random sample of what passes by, each as likely as any other, in the order in which the chosen ones came. Nobody needs to
 * know beforehand how many come.
 * @example
 * const sample = new Reservoir<string>(20, Math.random);
 * for (const text of texts) sample.offer(() => text);
 * sample.count; // how many passed by
 */
export class Reservoir<T> {
  readonly #size: number;
  readonly #random: () => number;
  readonly #kept: { readonly at: number; readonly value: T }[] = [];
  count = 0;

  /** @param random gives numbers from 0 up to but without 1 */
  constructor(size: number, random: () => number) {
    this.#size = size;
    this.#random = random;
  }

  /** @param make gives the value; asked only where it is kept */
  offer(make: () => T): void {
    const at = this.count;
    this.count += 1;
    if (at < this.#size) {
      this.#kept.push({ at, value: make() });
      return;
    }
    const place = Math.floor(this.#random() * this.count);
    if (place < this.#size) this.#kept[place] = { at, value: make() };
  }

  get sample(): T[] {
    return this.#kept.toSorted((a, b) => a.at - b.at).map(({ value }) => value);
  }
}
