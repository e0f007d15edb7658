/** Numbers a slot takes: when it was filled, the three code points in 64 bits, when it was last counted. */
const slotSize = 4;

/**
 * The 3-code-point shingles of one key, each once, ready to be compared with those of other keys: exactly, code point by
 * code point. Used again and again; what is remembered of earlier keys is only the room they took.
 */
export class ShingleSet {
  /** How many different shingles the key has. */
  size = 0;
  /** A hash of each, 32 bits; in no order, `size` of them. */
  hashes = new Int32Array(512);
  #table = new Int32Array(1024 * slotSize);
  #mask = 1023;
  /** Counts the keys that were loaded or compared: what is in a slot counts only if it bears the number of today. */
  #round = 0;
  #loaded = 0;

  /** Takes the shingles of a key in place of those before. A key of fewer than three code points has none. */
  load(key: string): void {
    this.#reserve(key.length);
    this.#nextRound();
    this.#loaded = this.#round;
    const table = this.#table;
    const mask = this.#mask;
    const round = this.#round;
    const { hashes } = this;
    let size = 0;
    let first = 0;
    let second = 0;
    let points = 0;
    for (let index = 0; index < key.length; index += 1) {
      let third = key.charCodeAt(index);
      if (third >= 0xd800 && third <= 0xdbff) {
        third = key.codePointAt(index) ?? 0;
        index += 1;
      }
      points += 1;
      if (points > 2) {
        const hash = hashOf(first, second, third);
        const high = (first << 11) | (second >>> 10);
        const low = ((second & 1023) << 21) | third;
        let slot = (hash & mask) * slotSize;
        while (table[slot] === round && (table[slot + 1] !== high || table[slot + 2] !== low)) {
          slot = (slot + slotSize) & (mask * slotSize);
        }
        if (table[slot] !== round) {
          table[slot] = round;
          table[slot + 1] = high;
          table[slot + 2] = low;
          hashes[size] = hash;
          size += 1;
        }
      }
      first = second;
      second = third;
    }
    this.size = size;
  }

  /** How many different shingles of another key are in the set. */
  shared(key: string): number {
    this.#nextRound();
    const table = this.#table;
    const mask = this.#mask;
    const round = this.#round;
    const loaded = this.#loaded;
    let shared = 0;
    let first = 0;
    let second = 0;
    let points = 0;
    for (let index = 0; index < key.length; index += 1) {
      let third = key.charCodeAt(index);
      if (third >= 0xd800 && third <= 0xdbff) {
        third = key.codePointAt(index) ?? 0;
        index += 1;
      }
      points += 1;
      if (points > 2) {
        const high = (first << 11) | (second >>> 10);
        const low = ((second & 1023) << 21) | third;
        let slot = (hashOf(first, second, third) & mask) * slotSize;
        while (table[slot] === loaded && (table[slot + 1] !== high || table[slot + 2] !== low)) {
          slot = (slot + slotSize) & (mask * slotSize);
        }
        if (table[slot] === loaded && table[slot + 3] !== round) {
          table[slot + 3] = round;
          shared += 1;
        }
      }
      first = second;
      second = third;
    }
    return shared;
  }

  #reserve(length: number): void {
    if (length > this.hashes.length) this.hashes = new Int32Array(length * 2);
    if (length * 2 <= this.#mask) return;
    this.#mask = 2 ** Math.ceil(Math.log2(length * 2 + 1)) - 1;
    this.#table = new Int32Array((this.#mask + 1) * slotSize);
  }

  #nextRound(): void {
    this.#round += 1;
    if (this.#round < 0x7fffffff) return;
    // Numbers are used up, once in two thousand million: the rounds that are still to be told apart get new ones.
    const table = this.#table;
    for (let slot = 0; slot < table.length; slot += slotSize) {
      table[slot] = table[slot] === this.#loaded ? 1 : 0;
      table[slot + 3] = 0;
    }
    this.#loaded = 1;
    this.#round = 2;
  }
}

function hashOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca77) + Math.imul(third, 0x2545f491);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}
