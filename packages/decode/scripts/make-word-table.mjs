/**
 * Makes src/words/word-table.generated.ts: how common each word of the five languages is, by its hash, from the trees of
 * LANG.generated.ts. Run after make-word-model.mjs and a build: node scripts/make-word-table.mjs
 *
 * The format is that of src/words/word-table.ts: the taken places of a hash table in order. Bits, high first: how many places
 * are taken and how many kinds of levels there are (32 each), the levels of each kind (25), the commonest first; then for each
 * taken place the gap before it (Golomb, 1), the check bits of its hash (7) and the number of its kind (Golomb, 3).
 */
import { writeFileSync } from 'node:fs';
import { lexiconOf, wordLanguages } from '../dist/words/lexicons.js';
import { checkBits, hashWith, levelBits, mix, placeBits } from '../dist/words/word-table.js';

const levelMask = (1 << levelBits) - 1;
const kindBits = 32 - checkBits;
const table = new Uint32Array(1 << placeBits);

function put(mixed, own, shift) {
  const check = mixed & ((1 << checkBits) - 1);
  let place = mixed >>> (32 - placeBits);
  while (table[place] !== 0 && table[place] >>> kindBits !== check) place = (place + 1) & (table.length - 1);
  const entry = table[place];
  if (((entry >>> shift) & levelMask) >= own) return;
  table[place] = ((entry & ~(levelMask << shift)) | (own << shift) | (check << kindBits)) >>> 0;
}

for (const [index, lang] of wordLanguages.entries()) {
  const { firstChild, nextSibling, base, level } = lexiconOf(lang);
  const walk = (node, hash) => {
    if (level[node] !== 0) put(mix(hash), level[node], index * levelBits);
    for (let at = firstChild[node]; at !== 0; at = nextSibling[at]) walk(at, hashWith(hash, base[at]));
  };
  walk(1, 0);
}

const bits = [];
function write(value, count) {
  for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
}
/** Exponential Golomb code of order `order`. */
function writeGolomb(value, order) {
  const size = 31 - Math.clz32(value + (1 << order)) - order;
  for (let count = 0; count < size; count += 1) bits.push(1);
  bits.push(0);
  write(value + (1 << order) - (1 << (size + order)), size + order);
}

const counts = new Map();
for (const entry of table) {
  const levels = entry & ((1 << kindBits) - 1);
  if (levels !== 0) counts.set(levels, (counts.get(levels) ?? 0) + 1);
}
const kinds = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([levels]) => levels);
const numbers = new Map(kinds.map((levels, number) => [levels, number]));
write(
  table.reduce((sum, entry) => sum + (entry === 0 ? 0 : 1), 0),
  32,
);
write(kinds.length, 32);
for (const levels of kinds) write(levels, kindBits);
let previous = -1;
for (const [place, entry] of table.entries()) {
  if (entry === 0) continue;
  writeGolomb(place - previous - 1, 1);
  write(entry >>> kindBits, checkBits);
  writeGolomb(numbers.get(entry & ((1 << kindBits) - 1)), 3);
  previous = place;
}

const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
for (const [at, bit] of bits.entries()) bytes[at >> 3] |= bit << (7 - (at & 7));
const target = new URL('../src/words/word-table.generated.ts', import.meta.url);
writeFileSync(
  target,
  `// Made by scripts/make-word-table.mjs. Do not edit.\nexport const packed =\n  '${bytes.toString('base64').replace(/=+$/, '')}';\n`,
);
