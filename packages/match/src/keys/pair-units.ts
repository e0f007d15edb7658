/** Writes the units of the key of a pair, by the numbers of its words, behind its sign into `pair`. */
export function pairUnits(pair: Uint16Array, left: number, right: number): Uint16Array {
  pair[1] = left & 0xffff;
  pair[2] = left >>> 16;
  pair[3] = right & 0xffff;
  pair[4] = right >>> 16;
  return pair;
}
