/**
 * Numbers words and finds the number of a run of folded units without making a string of it: an open-addressed hash
 * table over typed arrays.
 */
export class WordTable {
  #slots = new Int32Array(1024).fill(-1);
  #hashes: number[] = [];
  #starts: number[] = [0];
  #units = new Uint16Array(4096);

  get size(): number {
    return this.#hashes.length;
  }

  /** The number of a word; a new one when it was not there. */
  add(word: string): number {
    const length = word.length;
    const end = this.#starts.at(-1) ?? 0;
    if (end + length > this.#units.length) {
      const grown = new Uint16Array(Math.max(this.#units.length * 2, end + length));
      grown.set(this.#units);
      this.#units = grown;
    }
    for (let index = 0; index < length; index += 1) this.#units[end + index] = word.charCodeAt(index);
    const known = this.find(this.#units, end, end + length);
    if (known >= 0) return known;
    const number = this.#hashes.length;
    this.#hashes.push(hashOf(this.#units, end, end + length));
    this.#starts.push(end + length);
    if (number * 2 >= this.#slots.length) this.#grow();
    else this.#place(number);
    return number;
  }

  /** The number of the word `units[start..end)`, or -1. */
  find(units: Uint16Array, start: number, end: number): number {
    const hash = hashOf(units, start, end);
    const mask = this.#slots.length - 1;
    const length = end - start;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] ?? -1;
      if (number < 0) return -1;
      if (this.#hashes[number] !== hash) continue;
      const from = this.#starts[number] ?? 0;
      if ((this.#starts[number + 1] ?? 0) - from !== length) continue;
      let same = true;
      for (let index = 0; index < length && same; index += 1) same = this.#units[from + index] === units[start + index];
      if (same) return number;
    }
  }

  /** The number of a word, or -1. */
  findText(word: string): number {
    const units = Uint16Array.from({ length: word.length }, (_, index) => word.charCodeAt(index));
    return this.find(units, 0, units.length);
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
    for (let number = 0; number < this.#hashes.length; number += 1) this.#place(number);
  }

  #place(number: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[number] ?? 0) & mask;
    while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number;
  }
}

/** FNV-1a over UTF-16 units with a final mix, because the table looks at the low bits. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (units[index] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
