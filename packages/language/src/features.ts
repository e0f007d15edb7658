/** Letters in a row of one feature, at most. */
const longest = 5;
const edge = 0x20;
const prime = 0x01000193;

function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}

/** Room for the features of the longest word. */
export const mostFeatures = 256;

/** Writes a word's rows of one to five letters, its ends among them, and the word itself, as hashes; gives how many. */
export function featuresOf(word: Uint16Array, length: number, hashes: Uint32Array): number {
  let whole = 0x811c9dc5;
  let count = 0;
  for (let start = -1; start <= length; start += 1) {
    let hash = 0x1234567;
    const end = Math.min(length, start + longest - 1);
    for (let at = start; at <= end; at += 1) {
      const unit = at < 0 || at === length ? edge : (word[at] ?? 0);
      hash = Math.imul(hash ^ unit, prime);
      hash ^= hash >>> 13;
      if (at === start && (start < 0 || start === length)) continue;
      hashes[count] = mixed(hash + at - start);
      count += 1;
    }
    if (start >= 0 && start < length) whole = Math.imul(whole ^ (word[start] ?? 0), prime);
  }
  hashes[count] = mixed(whole ^ 0x5bd1e995);
  return count + 1;
}
