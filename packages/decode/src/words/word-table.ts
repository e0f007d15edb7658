import { baseOf, none, root, type Lexicon } from './lexicon.js';
import { lexiconOf, wordLanguages } from './lexicons.js';

/** Places of the table: one in three is taken. */
const placeBits = 20;
/** Bits of the hash that are kept beside the levels, so that hardly any unknown word passes for a known one. */
const checkBits = 7;
/** Bits that the level of a word takes in each language. */
const levelBits = 5;
const levelMask = (1 << levelBits) - 1;
const multiplier = 0x9e3779b1;

let table: Uint32Array | undefined;

/**
 * How common a word is in each language, by its hash without accents: five bits a language, in the order of
 * `wordLanguages`. One unknown word in some hundred is taken for a known one: for one that matters ask the tree. Takes some
 * 0.3 s when first asked for.
 */
export function wordTable(): Uint32Array {
  if (table === undefined) {
    table = new Uint32Array(1 << placeBits);
    for (const [index, lang] of wordLanguages.entries()) addAll(lexiconOf(lang), index * levelBits, table);
  }
  return table;
}

/** The levels of a word in all languages, packed; 0 for a word of none. See {@link levelIn}. */
export function levelsOf(words: Uint32Array, hash: number): number {
  const mixed = mix(hash);
  const check = mixed & ((1 << checkBits) - 1);
  for (let place = mixed >>> (32 - placeBits); ; place = (place + 1) & ((1 << placeBits) - 1)) {
    const entry = words[place] ?? 0;
    if (entry === 0) return 0;
    if (entry >>> (32 - checkBits) === check) return entry & ((1 << (32 - checkBits)) - 1);
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
function mix(hash: number): number {
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

function addAll({ firstChild, nextSibling, base, level }: Lexicon, shift: number, words: Uint32Array): void {
  const walk = (node: number, hash: number): void => {
    const own = level[node] ?? 0;
    if (own !== 0) put(words, mix(hash), own, shift);
    for (let at = firstChild[node] ?? none; at !== none; at = nextSibling[at] ?? none) {
      walk(at, hashWith(hash, base[at] ?? 0));
    }
  };
  walk(root, 0);
}

function put(words: Uint32Array, mixed: number, own: number, shift: number): void {
  const check = mixed & ((1 << checkBits) - 1);
  let place = mixed >>> (32 - placeBits);
  let entry = words[place] ?? 0;
  while (entry !== 0 && entry >>> (32 - checkBits) !== check) {
    place = (place + 1) & ((1 << placeBits) - 1);
    entry = words[place] ?? 0;
  }
  if (((entry >>> shift) & levelMask) >= own) return;
  words[place] = ((entry & ~(levelMask << shift)) | (own << shift) | (check << (32 - checkBits))) >>> 0;
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
