import { arabicLetters, lexicon, type Lexicon } from './lexicon.js';

const size = arabicLetters.length + 1;
/** The end (and, before a word, the beginning) of a word among the letters. */
export const edge = arabicLetters.length;

let known: LetterCosts | undefined;

/**
 * What a letter costs after the three before it: −ln(probability), learned from the words of the list. The context is
 * the code that {@link contextAfter} gives.
 */
export function letterCost(context: number, letter: number): number {
  known ??= learn(lexicon());
  if (known.done[context] === 0) complete(known, context);
  return known.costs[context * size + letter] ?? 20;
}

/** Costs of the contexts that were asked for, counts of all others. */
interface LetterCosts {
  readonly costs: Float32Array;
  readonly done: Uint8Array;
  /** Chances of a letter after the two before it. */
  readonly shorter: Float32Array;
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
function learn(tree: Lexicon): LetterCosts {
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
  const three = withoutFirst(four);
  const two = withoutFirst(three);
  const one = withoutFirst(two);
  let shorter = new Float32Array(size).fill(1 / size);
  for (const counts of [one, two, three]) {
    const chances = new Float32Array(counts.length);
    for (let start = 0; start < counts.length; start += size) smooth(counts, chances, start, shorter);
    shorter = chances;
  }
  return { costs: four, done: new Uint8Array(size ** 3), shorter };
}

/** Most contexts are never asked for. */
function complete({ costs, done, shorter }: LetterCosts, context: number): void {
  const start = context * size;
  smooth(costs, costs, start, shorter);
  for (let at = start; at < start + size; at += 1) costs[at] = -Math.log(costs[at] ?? 0);
  done[context] = 1;
}

/** Counts of the same letters without the first of them. */
function withoutFirst(counts: Float32Array): Float32Array {
  const sums = new Float32Array(counts.length / size);
  for (let start = 0; start < counts.length; start += sums.length) {
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (counts[start + at] ?? 0);
  }
  return sums;
}

/** Chances of all letters after one context, from their counts. */
function smooth(counts: Float32Array, chances: Float32Array, start: number, shorter: Float32Array): void {
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
