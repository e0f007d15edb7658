/**
 * @typedef {object} Case one thing to measure
 * @property {number} count how many elements one round works on
 * @property {() => unknown} round does the work once; may give a promise
 * @property {() => unknown} [between] prepares the next round, off the clock
 * @property {() => unknown} [close]
 * @property {string} [note] what a reader of the table must know
 */

/**
 * Runs one round to warm up and then the measured ones.
 * @param {Case} measured
 * @param {number} rounds
 * @returns {Promise<number[]>} elements a second, one figure for each round
 */
export async function measure(measured, rounds) {
  await measured.round();
  const rates = [];
  for (let round = 0; round < rounds; round += 1) {
    await measured.between?.();
    const begun = performance.now();
    await measured.round();
    rates.push((measured.count * 1000) / (performance.now() - begun));
  }
  return rates;
}

/** @param {readonly number[]} values @param {number} share 0 to 1 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function spread(values) {
  return { min: Math.min(...values), median: quantile(values, 0.5), max: Math.max(...values) };
}
