import { functionWords } from './function-words.js';
import { foldCodePoint } from './fold-code-point.js';

/** FNV-1a over UTF-16 units, as the folding pass computes it letter by letter. */
export const hashSeed = 0x811c9dc5 | 0;
export const hashPrime = 0x01000193;

const size = 1 << 15;
let table: Uint8Array | undefined;

/** A cell for each hash of a function word in folded form; another word meets one by chance in less than 1 of 100. */
export function smallWords(): Uint8Array {
  if (table !== undefined) return table;
  table = new Uint8Array(size);
  for (const word of functionWords) {
    let hash = hashSeed;
    for (const letter of word) {
      for (const unit of foldCodePoint(letter.codePointAt(0) ?? 0))
        hash = Math.imul(hash ^ unit.charCodeAt(0), hashPrime);
    }
    table[cellOf(hash)] = 1;
  }
  return table;
}

/** The cell of a hash. */
export function cellOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (size - 1);
}
