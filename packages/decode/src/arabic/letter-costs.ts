import { arabicLetters, lexicon, type Lexicon } from './lexicon.js';

const size = arabicLetters.length + 1;
/** The end (and, before a word, the beginning) of a word among the letters. */
export const edge = arabicLetters.length;

let known: Float32Array | undefined;

/**
 * What a letter costs after the three before it: −ln(probability), learned from the words of the list. The context is
 * the code that {@link contextAfter} gives.
 */
export function letterCost(context: number, letter: number): number {
  known ??= learn(lexicon());
  return known[context * size + letter] ?? 20;
}

/** The beginning of a word. */
export const startContext = (edge * size + edge) * size + edge;

/** The context once a further letter has been written. */
export function contextAfter(context: number, letter: number): number {
  return (context % (size * size)) * size + letter;
}

/** What a word costs, letter by letter, its end included. */
export function spelledCost(codes: Iterable<number>): number {
  let context = startContext;
  let cost = 0;
  for (const letter of codes) {
    cost += letterCost(context, letter);
    context = contextAfter(context, letter);
  }
  return cost + letterCost(context, edge);
}

/** Counts of four, three, two and one letters, the longer ones leaning on the shorter (Witten and Bell). */
function learn(tree: Lexicon): Float32Array {
  const four = new Float32Array(size ** 4);
  const context = new Int32Array(tree.letter.length);
  context[0] = startContext;
  for (let node = 0; node < tree.letter.length; node += 1) {
    const before = node === 0 ? startContext : (context[tree.parent[node] ?? 0] ?? 0);
    if (node > 0) {
      const letter = tree.letter[node] ?? 0;
      context[node] = contextAfter(before, letter);
      four[before * size + letter] = (four[before * size + letter] ?? 0) + (tree.words[node] ?? 0);
    }
    if ((tree.cost[node] ?? 0) > 0) {
      const at = (context[node] ?? 0) * size + edge;
      four[at] = (four[at] ?? 0) + 1;
    }
  }
  let shorter = smoothed(summed(four, size), new Float32Array(size).fill(1 / size));
  for (const length of [2, 3]) shorter = smoothed(summed(four, size ** length), shorter);
  return smoothed(four, shorter).map((chance) => -Math.log(chance));
}

/** Counts of the last letters only. */
function summed(counts: Float32Array, length: number): Float32Array {
  const sums = new Float32Array(length);
  for (let index = 0; index < counts.length; index += 1) {
    sums[index % length] = (sums[index % length] ?? 0) + (counts[index] ?? 0);
  }
  return sums;
}

function smoothed(counts: Float32Array, shorter: Float32Array): Float32Array {
  const chances = new Float32Array(counts.length);
  for (let start = 0; start < counts.length; start += size) {
    let total = 0;
    let kinds = 0;
    for (let index = start; index < start + size; index += 1) {
      const count = counts[index] ?? 0;
      total += count;
      if (count > 0) kinds += 1;
    }
    const weight = total === 0 ? 1 : kinds / (total + kinds);
    for (let index = start; index < start + size; index += 1) {
      const short = shorter[index % shorter.length] ?? 0;
      chances[index] = (total === 0 ? 0 : ((1 - weight) * (counts[index] ?? 0)) / total) + weight * short;
    }
  }
  return chances;
}
