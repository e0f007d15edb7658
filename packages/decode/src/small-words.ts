import { functionWords } from './function-words.js';
import { foldCodePoint } from './fold-code-point.js';

/** A word's hash: FNV-1a over the units of its folded form, from 0, as the folding pass computes it unit by unit. */
export const hashPrime = 0x01000193;

/**
 * Function words too short to prove a sentence, but enough to show that a text is none that was turned or shifted. Those
 * that Arabic in Latin letters has too (el, al, la, fi, ma) are left out.
 */
const shorterWords =
  'of to in is it on at by as we he be or an if so do my no up me us am go ' +
  'de le du et un en au ce se il je tu sa ne on ou ni si ' +
  'es lo su un se no te mi que del ' +
  'in zu im am er es um so ob da wo an ab wie ' +
  'op te er je ik ze we zo uit om is of dit ' +
  'di e il lo un in si da ci ' +
  'do da em ao os as na no se um ';

const size = 1 << 15;
let table: Uint8Array | undefined;

/** A cell for each hash of a function word in folded form; another word meets one by chance in less than 1 of 100. */
export function smallWords(): Uint8Array {
  if (table !== undefined) return table;
  table = new Uint8Array(size);
  for (const word of [...functionWords, ...shorterWords.split(' ')]) {
    let hash = 0;
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
