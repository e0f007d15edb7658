import { joint, particles, shortestWord, typedEndings, type TypedEnding } from './affixes.js';
import { childOf, lexicon, nodeOf, writtenAt, type Lexicon } from './lexicon.js';
import { States } from './states.js';
import type { Lattice, SearchLimits } from './word-search.js';

/** Takes a word that may have been meant. */
type Add = (word: string, cost: number) => void;

/** Beam of the first look, which only finds how much the words that are wanted cost at most. */
const firstBeam = 16;
/** Sums of costs differ by less than this if they are the same. */
const rounding = 1e-6;

/** States of each place, used again for every word. */
const places: States[] = [];
/** The children of the node that is looked at, by their letters' codes. */
const children = new Int32Array(64);
let particleCosts: ReadonlyMap<number, number> | undefined;

/**
 * Words of the list, and words put together from a particle, a word and an ending, that the lattice may stand for: the
 * cheapest first in the beam. Where at least `limits.most` of them are found, the best of them below `enough`, words
 * dearer than those may be left out.
 */
export function listedWords(lattice: Lattice, limits: SearchLimits, enough: number, add: Add): void {
  const search = new ListedSearch(lattice, limits.spoken);
  const bound = limits.beam > firstBeam * 2 ? boundOf(search, limits.most, enough) : Number.POSITIVE_INFINITY;
  search.run(limits.beam, bound, add);
}

/** What the last of the words that are wanted costs at most: no state that must become dearer need be followed. */
function boundOf(search: ListedSearch, most: number, enough: number): number {
  const found = new Map<string, number>();
  search.run(firstBeam, Number.POSITIVE_INFINITY, (word, cost) => {
    found.set(word, Math.min(cost, found.get(word) ?? cost));
  });
  if (found.size < most) return Number.POSITIVE_INFINITY;
  const costs = Float64Array.from(found.values()).sort();
  return (costs[0] ?? enough) < enough ? (costs[most - 1] ?? 0) + rounding : Number.POSITIVE_INFINITY;
}

class ListedSearch {
  readonly #tree = lexicon();
  readonly #lattice: Lattice;
  readonly #spoken: number;
  /** The least that it costs to type what stands behind each place. */
  readonly #rest: Float64Array;
  readonly #endings: readonly (readonly TypedEnding[])[];
  #bound = Number.POSITIVE_INFINITY;

  constructor(lattice: Lattice, spoken: number) {
    this.#lattice = lattice;
    this.#spoken = spoken;
    this.#rest = leastOfRest(lattice);
    this.#endings = typedEndings(lattice);
    particleCosts ??= new Map(particles.map(([written, cost]) => [nodeOf(written), cost]));
    while (places.length <= lattice.length) places.push(new States());
  }

  /** Goes through the places with so many states at each, and without states that must become dearer than `bound`. */
  run(beam: number, bound: number, add: Add): void {
    const { length } = this.#lattice;
    this.#bound = bound;
    for (let place = 0; place <= length; place += 1) at(place).size = 0;
    at(0).push(0, 0, 0);
    for (let place = 0; place <= length; place += 1) {
      const states = at(place);
      states.narrow(beam, this.#tree.least);
      for (let index = 0; index < states.size; index += 1) {
        const node = states.node[index] ?? 0;
        const head = states.head[index] ?? 0;
        const cost = states.cost[index] ?? 0;
        if (place > 0) this.#close(place, head, node, cost, add);
        if (place === length) continue;
        this.#follow(place, head, node, cost);
        // After a particle a second word may begin.
        if (place === 0 || head !== 0 || length - place < shortestWord) continue;
        const particle = particleCosts?.get(node);
        if (particle !== undefined) this.#follow(place, node, 0, cost + particle + joint);
      }
    }
  }

  #follow(place: number, head: number, from: number, cost: number): void {
    const tree = this.#tree;
    children.fill(0);
    for (let child = tree.child[from] ?? 0; child !== 0; child = tree.sibling[child] ?? 0) {
      children[tree.letter[child] ?? 0] = child;
    }
    for (const { length, letters, cost: more } of this.#lattice[place] ?? []) {
      let node = from;
      for (let index = 0; index < letters.length && node >= 0; index += 1) {
        node = index === 0 ? children[letters[0] ?? 0] || -1 : childOf(tree, node, letters[index] ?? 0);
      }
      if (node < 0) continue;
      const sum = cost + more;
      if (sum + (tree.least[node] ?? 0) + (this.#rest[place + length] ?? 0) <= this.#bound) {
        at(place + length).push(head, node, sum);
      }
    }
  }

  /** A word that ends here, or that is followed by an ending. */
  #close(place: number, head: number, node: number, cost: number, add: Add): void {
    const tree = this.#tree;
    if ((tree.cost[node] ?? 0) === 0) return;
    const known = cost + ownCost(tree, node, this.#spoken);
    if (place === this.#lattice.length) {
      if (known <= this.#bound) add(writtenAt(tree, head) + writtenAt(tree, node), known);
      return;
    }
    for (const { ending, typed, cost: more } of this.#endings[place] ?? []) {
      const sum = known + typed + more + joint;
      if (sum <= this.#bound) add(writtenAt(tree, head) + writtenAt(tree, node) + ending, sum);
    }
  }
}

function at(place: number): States {
  const states = places[place];
  if (states === undefined) throw new RangeError(`no place ${String(place)}`);
  return states;
}

function ownCost(tree: Lexicon, node: number, spoken: number): number {
  const written = tree.cost[node] ?? 0;
  const said = tree.spoken[node] ?? 0;
  return -Math.log((1 - spoken) * Math.exp(-written) + spoken * Math.exp(-said));
}

/** For each place, what it costs at least to type all that follows; Infinity where nothing can. */
function leastOfRest(lattice: Lattice): Float64Array {
  const rest = new Float64Array(lattice.length + 1).fill(Number.POSITIVE_INFINITY);
  rest[lattice.length] = 0;
  for (let place = lattice.length - 1; place >= 0; place -= 1) {
    for (const { length, cost } of lattice[place] ?? []) {
      rest[place] = Math.min(rest[place] ?? 0, cost + (rest[place + length] ?? Number.POSITIVE_INFINITY));
    }
  }
  return rest;
}
