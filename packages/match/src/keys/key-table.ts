/**
 * The keys of all rules in a few typed arrays over shared memory: threads read them without copying.
 * A key is a run of UTF-16 units (see `keyKind`); `rulesOf` a key are the rules that wait for it.
 */
export interface KeyTables {
  /** Key number by hash, -1 where empty; a power of two long. */
  readonly slots: Int32Array;
  /** One bit for each hash modulo its size: answers most look-ups that fail from a memory that fits the cache. */
  readonly filter: Uint32Array;
  readonly hashes: Int32Array;
  /** Key `n` is `units[starts[n]..starts[n + 1])`. */
  readonly starts: Int32Array;
  readonly units: Uint16Array;
  /** The rules of key `n` are `rules[ruleStarts[n]..ruleStarts[n + 1])`, ascending. */
  readonly ruleStarts: Int32Array;
  readonly rules: Int32Array;
  /** Bits of `keyRole` for each key. */
  readonly roles: Uint8Array;
}

/** What a key is part of, beside having rules of its own. */
export const keyRole = { pairLeft: 1, pairRight: 2 } as const;

/** FNV-1a over UTF-16 units; `markedSeed` begins it with the kind of key. */
export const hashSeed = 0x811c9dc5 | 0;
export const hashPrime = 0x01000193;

/** The final mix, because tables look at the low bits. */
export function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** FNV-1a of `units[start..end)`, without the final mix. */
export function hashUnits(units: Uint16Array, start: number, end: number, seed = hashSeed): number {
  let hash = seed;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (units[index] ?? 0), hashPrime);
  return hash;
}

/** Looks keys up. `hash` is the mixed hash of all units of the key. */
export class KeyTable {
  readonly tables: KeyTables;
  readonly #slotMask: number;
  readonly #filterMask: number;

  constructor(tables: KeyTables) {
    this.tables = tables;
    this.#slotMask = tables.slots.length - 1;
    this.#filterMask = tables.filter.length * 32 - 1;
  }

  /** The number of the key `units[start..end)`, or -1. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const { filter } = this.tables;
    const bit = hash & this.#filterMask;
    if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return -1;
    return this.#look(units, start, end, hash);
  }

  /** The number of a key given as a string, or -1. */
  findText(key: string): number {
    const units = Uint16Array.from({ length: key.length }, (_, index) => key.charCodeAt(index));
    return this.find(units, 0, units.length, mixed(hashUnits(units, 0, units.length)));
  }

  #look(units: Uint16Array, start: number, end: number, hash: number): number {
    const { slots, hashes, starts, units: own } = this.tables;
    const length = end - start;
    for (let slot = hash & this.#slotMask; ; slot = (slot + 1) & this.#slotMask) {
      const number = slots[slot] ?? -1;
      if (number < 0) return -1;
      if (hashes[number] !== hash) continue;
      const from = starts[number] ?? 0;
      if ((starts[number + 1] ?? 0) - from !== length) continue;
      let same = true;
      for (let index = 0; index < length && same; index += 1) same = own[from + index] === units[start + index];
      if (same) return number;
    }
  }
}
