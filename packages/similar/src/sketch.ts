/** Numbers of 32 bits that a sketch takes. */
export const sketchSize = 8;

/**
 * Writes the sketch of a set to `into[from..from + 8)`: for each of 256 bits whether an odd number of members falls on it.
 * Two sets that differ in n members differ in at most n bits of their sketches, so the sketch alone rules most sets out.
 * @param hashes of the members; `size` of them count
 */
export function writeSketch(hashes: Int32Array, size: number, into: Int32Array, from: number): void {
  into.fill(0, from, from + sketchSize);
  for (let index = 0; index < size; index += 1) {
    const hash = hashes[index] ?? 0;
    const at = from + ((hash >>> 5) & 7);
    into[at] = (into[at] ?? 0) ^ (1 << (hash & 31));
  }
}

/** In how many bits two sketches differ: in at least so many members the sets do. Counts no further once above `limit`. */
export function sketchDistance(a: Int32Array, fromA: number, b: Int32Array, fromB: number, limit: number): number {
  let distance = 0;
  for (let index = 0; index < sketchSize && distance <= limit; index += 1) {
    let bits = (a[fromA + index] ?? 0) ^ (b[fromB + index] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
    distance += Math.imul(bits, 0x01010101) >>> 24;
  }
  return distance;
}
