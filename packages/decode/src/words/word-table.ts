import { bytesOf } from './range-decoder.js';
import { baseOf } from './lexicon.js';
import { packed } from './word-table.generated.js';

/** Places of the table: one in three is taken. */
export const placeBits = 20;
/** Bits of the hash that are kept beside the levels, so that hardly any unknown word passes for a known one. */
export const checkBits = 7;
/** Bits that the level of a word takes in each language. */
export const levelBits = 5;
const levelMask = (1 << levelBits) - 1;
const kindBits = 32 - checkBits;
const multiplier = 0x9e3779b1;

let table: Uint32Array | undefined;

/**
 * How common a word is in each language, by its hash without accents: five bits a language, in the order of
 * `wordLanguages`. One unknown word in some hundred is taken for a known one: for one that matters ask the tree. Unpacked
 * in some 20 ms when first asked for; no tree is needed for it.
 */
export function wordTable(): Uint32Array {
  table ??= unpackTable(packed);
  return table;
}

/** Reads what `scripts/make-word-table.mjs` writes: see there. */
function unpackTable(base64: string): Uint32Array {
  const bytes = bytesOf(base64);
  let at = 0;
  const bit = (): number => {
    const one = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    at += 1;
    return one;
  };
  const number = (bits: number): number => {
    let value = 0;
    for (let left = bits; left > 0; left -= 1) value = (value << 1) | bit();
    return value;
  };
  const golomb = (order: number): number => {
    let bits = order;
    let below = 0;
    for (; bit() === 1; bits += 1) below += 1 << bits;
    return below + number(bits);
  };
  const words = new Uint32Array(1 << placeBits);
  const taken = number(32);
  const kinds = Uint32Array.from({ length: number(32) }, () => number(kindBits));
  let place = -1;
  for (let count = 0; count < taken; count += 1) {
    place += golomb(1) + 1;
    const check = number(checkBits);
    words[place] = (check << kindBits) | (kinds[golomb(3)] ?? 0);
  }
  return words;
}

/** The levels of a word in all languages, packed; 0 for a word of none. See {@link levelIn}. */
export function levelsOf(words: Uint32Array, hash: number): number {
  const mixed = mix(hash);
  const check = mixed & ((1 << checkBits) - 1);
  for (let place = mixed >>> (32 - placeBits); ; place = (place + 1) & ((1 << placeBits) - 1)) {
    const entry = words[place] ?? 0;
    if (entry === 0) return 0;
    if (entry >>> kindBits === check) return entry & ((1 << kindBits) - 1);
  }
}

/** 1..16 for a word of the `index`-th language, 0 for none. */
export function levelIn(levels: number, index: number): number {
  return (levels >>> (index * levelBits)) & levelMask;
}

/** The hash of a word and one more letter, small and without accent; a word's begins at 0. */
export function hashWith(hash: number, letter: number): number {
  return (Math.imul(hash, multiplier) + letter) | 0;
}

/** The hash of what follows a beginning: `hashes[n]` is the hash of the first n letters of a word; 64 letters at most. */
export function hashOfRest(hashes: Int32Array, from: number, to: number): number {
  return ((hashes[to] ?? 0) - Math.imul(hashes[from] ?? 0, powers()[to - from] ?? 0)) | 0;
}

/** Spreads a hash over all bits: the upper ones choose the place, the lower ones are kept. */
export function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** What a beginning is multiplied by, by the letters behind it: 64 at most. */
let powerTable: Int32Array | undefined;

function powers(): Int32Array {
  if (powerTable === undefined) {
    powerTable = new Int32Array(65).fill(1);
    for (let count = 1; count < powerTable.length; count += 1) {
      powerTable[count] = Math.imul(powerTable[count - 1] ?? 1, multiplier);
    }
  }
  return powerTable;
}

/** Latin letters of the first blocks as small letters without accents, 0 for all else. */
let letters: Uint16Array | undefined;

/** What a unit counts as in a hash: a small letter without accent, 0 for what is no letter of these languages. */
export function letterTable(): Uint16Array {
  letters ??= Uint16Array.from({ length: 0x180 }, (_, unit) => {
    const small = String.fromCharCode(unit).toLowerCase();
    return /^\p{L}$/u.test(small) && small.length === 1 ? baseOf(small.charCodeAt(0)) : 0;
  });
  return letters;
}
