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
 * @returns {Promise<{ wall: number[], cpu: number[] }>} elements a second, and a second of processor time of this process
 */
export async function measure(measured, rounds) {
  await measured.round();
  const wall = [];
  const cpu = [];
  for (let round = 0; round < rounds; round += 1) {
    await measured.between?.();
    const cpuBefore = process.cpuUsage();
    const begun = performance.now();
    await measured.round();
    wall.push((measured.count * 1000) / (performance.now() - begun));
    const { user, system } = process.cpuUsage(cpuBefore);
    cpu.push((measured.count * 1_000_000) / (user + system));
  }
  return { wall, cpu };
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
