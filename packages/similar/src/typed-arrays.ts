/** A copy of an array with more room, at least `length`, half as much again as before. */
export function grownInts(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(roomFor(array.length, length));
  larger.set(array);
  return larger;
}

export function grownFloats(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(roomFor(array.length, length));
  larger.set(array);
  return larger;
}

function roomFor(before: number, wanted: number): number {
  return Math.max(wanted, Math.ceil(before * 1.5));
}
