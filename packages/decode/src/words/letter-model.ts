import { none, root, type Lexicon } from './lexicon.js';

/** Letters a to z from 1; 0 is the edge of a word and whatever else is met. */
const letters = 27;

/**
 * How likely a letter is after two others in the words of a language, accents aside: what tells a word that no table
 * has from a row of letters.
 * @example letterModelOf('en').bits(codes('greygate')) // about 3.5 bits a letter; 'gxqyzkte' has twice as many
 */
export class LetterModel {
  /** Bits of each row of three. */
  readonly #bits = new Float32Array(letters ** 3);

  constructor(lexicon: Lexicon) {
    const counts = new Float64Array(letters ** 3);
    count(lexicon, counts);
    for (let pair = 0; pair < letters * letters; pair += 1) {
      let sum = 0;
      for (let third = 0; third < letters; third += 1) sum += counts[pair * letters + third] ?? 0;
      for (let third = 0; third < letters; third += 1) {
        const share = ((counts[pair * letters + third] ?? 0) + 0.3) / (sum + 0.3 * letters * 2);
        this.#bits[pair * letters + third] = -Math.log2(share);
      }
    }
  }

  /** Bits of a third letter after two others, as `letterNumber` gives them. */
  step(first: number, second: number, third: number): number {
    return this.#bits[(first * letters + second) * letters + third] ?? 0;
  }

  /** Bits of a whole word of small letters without accents (UTF-16 units), from `start` to `end`, with its edges. */
  bits(units: ArrayLike<number>, start = 0, end = units.length): number {
    let first = 0;
    let second = 0;
    let sum = 0;
    for (let index = start; index <= end; index += 1) {
      const third = index < end ? letterNumber(units[index] ?? 0) : 0;
      sum += this.step(first, second, third);
      first = second;
      second = third;
    }
    return sum;
  }
}

/** 1..26 for a to z, 0 for all else. */
export function letterNumber(unit: number): number {
  return unit >= 0x61 && unit <= 0x7a ? unit - 0x60 : 0;
}

/** Counts all rows of three of all words; common words count a little more. */
function count(lexicon: Lexicon, counts: Float64Array): void {
  const walk = (node: number, first: number, second: number): number => {
    const level = lexicon.level[node] ?? 0;
    let weight = level === 0 ? 0 : 1 + level / 4;
    if (level !== 0) add(counts, first, second, 0, weight);
    for (let at = lexicon.firstChild[node] ?? none; at !== none; at = lexicon.nextSibling[at] ?? none) {
      const third = letterNumber(lexicon.base[at] ?? 0);
      const below = walk(at, second, third);
      add(counts, first, second, third, below);
      weight += below;
    }
    return weight;
  };
  walk(root, 0, 0);
}

function add(counts: Float64Array, first: number, second: number, third: number, weight: number): void {
  const place = (first * letters + second) * letters + third;
  counts[place] = (counts[place] ?? 0) + weight;
}
