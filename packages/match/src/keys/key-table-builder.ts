import { hashUnits, KeyTable, mixed, type KeyTables } from './key-table.js';

/** Gathers keys with their rules and packs them into shared memory. */
export class KeyTableBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #roles: number[] = [];
  /** Pairs of key number and rule, in the order in which they were given. */
  readonly #owners: number[] = [];
  readonly #waiting: number[] = [];

  /** The number of a key; a new one when it was not there. */
  add(key: string, role = 0): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#keys.length;
      this.#numbers.set(key, number);
      this.#keys.push(key);
      this.#roles.push(0);
    }
    this.#roles[number] = (this.#roles[number] ?? 0) | role;
    return number;
  }

  /** Lets a rule wait for a key. Rules are added in ascending order. */
  wait(key: number, rule: number): void {
    this.#owners.push(key);
    this.#waiting.push(rule);
  }

  build(): KeyTable {
    const count = this.#keys.length;
    const slotCount = powerOfTwo(count * 2 + 2);
    const length = this.#keys.reduce((sum, key) => sum + key.length, 0);
    const tables: KeyTables = {
      slots: new Int32Array(shared(slotCount * 4)).fill(-1),
      filter: new Uint32Array(shared(Math.max(4, slotCount / 2))),
      hashes: new Int32Array(shared(count * 4)),
      starts: new Int32Array(shared((count + 1) * 4)),
      units: new Uint16Array(shared(length * 2)),
      ruleStarts: new Int32Array(shared((count + 1) * 4)),
      rules: new Int32Array(shared(this.#owners.length * 4)),
      roles: new Uint8Array(shared(count)),
    };
    tables.roles.set(this.#roles);
    this.#placeKeys(tables);
    this.#placeRules(tables);
    return new KeyTable(tables);
  }

  #placeKeys({ slots, filter, hashes, starts, units }: KeyTables): void {
    const slotMask = slots.length - 1;
    const filterMask = filter.length * 32 - 1;
    let at = 0;
    for (const [number, key] of this.#keys.entries()) {
      const start = at;
      for (let index = 0; index < key.length; index += 1, at += 1) units[at] = key.charCodeAt(index);
      starts[number + 1] = at;
      const hash = mixed(hashUnits(units, start, at));
      hashes[number] = hash;
      const bit = hash & filterMask;
      filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
      let slot = hash & slotMask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & slotMask;
      slots[slot] = number;
    }
  }

  /** Counting sort of the rules by key. */
  #placeRules({ ruleStarts, rules }: KeyTables): void {
    for (const key of this.#owners) ruleStarts[key + 1] = (ruleStarts[key + 1] ?? 0) + 1;
    for (let key = 1; key < ruleStarts.length; key += 1) {
      ruleStarts[key] = (ruleStarts[key] ?? 0) + (ruleStarts[key - 1] ?? 0);
    }
    const next = ruleStarts.slice();
    for (const [index, key] of this.#owners.entries()) {
      const place = next[key] ?? 0;
      rules[place] = this.#waiting[index] ?? 0;
      next[key] = place + 1;
    }
  }
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}

function powerOfTwo(atLeast: number): number {
  let size = 16;
  while (size < atLeast) size *= 2;
  return size;
}
