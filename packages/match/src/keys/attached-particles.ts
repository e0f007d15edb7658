/** The units of the particles that are written on to an Arabic word. */
const waw = 0x648;
const feh = 0x641;
const beh = 0x628;
const lam = 0x644;
const kaf = 0x643;
const alef = 0x627;

/** A word keeps at least this many letters when a particle is taken off. */
const shortestRest = 3;

/** Bits of what `particlesOf` gives: that so many units can be taken off, and that `لل` stands for `ل` + `ال`. */
export const particleBit = { one: 1, two: 2, three: 4, four: 8, articleAfterTwo: 16, articleAfterThree: 32 } as const;

/**
 * Which particles a folded word may begin with, as bits of `particleBit`: the same answer as `withoutParticles`, without
 * making strings; a test compares them.
 */
export function particlesOf(units: Uint16Array, start: number, end: number): number {
  const length = end - start;
  if (length <= shortestRest) return 0;
  const first = units[start] ?? 0;
  const second = units[start + 1] ?? 0;
  const third = units[start + 2] ?? 0;
  let bits = 0;
  if (first === waw || first === feh || first === beh || first === lam || first === kaf) bits |= particleBit.one;
  if (length >= shortestRest + 2) {
    if (first === alef && second === lam) bits |= particleBit.two;
    if (first === lam && second === lam) bits |= particleBit.two | particleBit.articleAfterTwo;
  }
  if (length >= shortestRest + 3) {
    const article = second === alef && third === lam;
    if (article && (first === waw || first === beh || first === kaf)) bits |= particleBit.three;
    if (first === waw && second === lam && third === lam) bits |= particleBit.three | particleBit.articleAfterThree;
  }
  if (length >= shortestRest + 4 && first === waw && second === beh && third === alef && units[start + 3] === lam) {
    bits |= particleBit.four;
  }
  return bits;
}
