/** A seeded source of chance: the same seed gives the same sequence on every machine. */
export interface Random {
  /** a number in [0, 1) */
  next(): number;
  /** a whole number from `low` to `high`, both included */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** `count` different members in an order of its own */
  sample<T>(list: readonly T[], count: number): T[];
  chance(probability: number): boolean;
  /** a sequence of its own, so that one part of the world can grow without moving the others */
  fork(name: string): Random;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * Chance from a seed (mulberry32; not for secrets).
 * @example randomFrom('vedette').between(1, 6) // always the same throw
 */
export function randomFrom(seed: string): Random {
  let state = hashOf(seed);
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function between(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1));
  }
  function pick<T>(list: readonly T[]): T {
    const chosen = list[between(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError('nothing to pick from: the list is empty');
    return chosen;
  }
  function sample<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    const chosen: T[] = [];
    while (chosen.length < count && left.length > 0) chosen.push(...left.splice(between(0, left.length - 1), 1));
    return chosen;
  }
  return {
    next,
    between,
    pick,
    sample,
    chance: (probability) => next() < probability,
    fork: (name) => randomFrom(`${seed}/${name}`),
  };
}
