import { joint, particles, shortestWord, endingsAt, type TypedEnding } from './affixes.js';
import { childOf, lexicon, nodeOf, writtenAt, type Lexicon } from './lexicon.js';
import { States } from './states.js';
import type { Lattice, SearchLimits } from './word-search.js';

/** Takes a word that may have been meant. */
type Add = (word: string, cost: number) => void;

/** States of each place, used again for every word. */
const places: States[] = [];
/** The children of the node that is looked at, by their letters' codes. */
const children = new Int32Array(64);
let particleCosts: ReadonlyMap<number, number> | undefined;

/** Words of the list, and words put together from a particle, a word and an ending, that the lattice may stand for. */
export function listedWords(lattice: Lattice, limits: SearchLimits, add: Add): void {
  new ListedSearch(lattice, limits.spoken).run(limits.beam, add);
}

class ListedSearch {
  readonly #tree = lexicon();
  readonly #lattice: Lattice;
  readonly #spoken: number;
  /** Endings of each place, once a word ends there. */
  readonly #endings: (readonly TypedEnding[] | undefined)[] = [];

  constructor(lattice: Lattice, spoken: number) {
    this.#lattice = lattice;
    this.#spoken = spoken;
    particleCosts ??= new Map(particles.map(([written, cost]) => [nodeOf(written), cost]));
    while (places.length <= lattice.length) places.push(new States());
  }

  /** Goes through the places with so many states at each. */
  run(beam: number, add: Add): void {
    const { length } = this.#lattice;
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
      at(place + length).push(head, node, cost + more);
    }
  }

  /** A word that ends here, or that is followed by an ending. */
  #close(place: number, head: number, node: number, cost: number, add: Add): void {
    const tree = this.#tree;
    if ((tree.cost[node] ?? 0) === 0) return;
    const known = cost + ownCost(tree, node, this.#spoken);
    if (place === this.#lattice.length) {
      add(writtenAt(tree, head) + writtenAt(tree, node), known);
      return;
    }
    for (const { ending, typed, cost: more } of (this.#endings[place] ??= endingsAt(this.#lattice, place))) {
      add(writtenAt(tree, head) + writtenAt(tree, node) + ending, known + typed + more + joint);
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
