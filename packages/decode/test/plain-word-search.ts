import { contextAfter, edge, letterCost, startContext } from '../src/arabic/letter-costs.js';
import { arabicLetters, childOf, lexicon, nodeOf, writtenAt, type Lexicon } from '../src/arabic/lexicon.js';
import { endings, joint, particles } from '../src/arabic/affixes.js';
import type { Lattice, SearchLimits, Spelling, Step } from '../src/arabic/word-search.js';

interface State {
  /** Letters before the part that is being looked up: an attached particle. */
  readonly head: string;
  readonly node: number;
  readonly cost: number;
}

/**
 * The words that were most likely meant, best first: `readWord` in objects and strings, every state followed to the end.
 */
export function readWordPlainly(lattice: Lattice, limits: SearchLimits): readonly Spelling[] {
  const found = new Map<string, Spelling>();
  const add = (word: string, cost: number, listed: boolean): void => {
    const before = found.get(word);
    if (before === undefined || before.cost > cost)
      found.set(word, { word, cost, listed: listed || before?.listed === true });
  };
  fromList(lattice, limits, add);
  if (found.size < limits.most || best(found) > limits.unlisted + 12) spelled(lattice, limits, add);
  return Array.from(found.values())
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
    .slice(0, limits.most);
}

type Add = (word: string, cost: number, listed: boolean) => void;

function best(found: ReadonlyMap<string, Spelling>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { cost } of found.values()) least = Math.min(least, cost);
  return least;
}

function fromList(lattice: Lattice, limits: SearchLimits, add: Add): void {
  const tree = lexicon();
  const places: State[][] = Array.from({ length: lattice.length + 1 }, () => []);
  places[0]?.push({ head: '', node: 0, cost: 0 });
  for (let place = 0; place <= lattice.length; place += 1) {
    const states = narrowed(tree, places[place] ?? [], limits.beam);
    for (const state of states) {
      if (place > 0) close(tree, lattice, place, state, limits, add);
      for (const step of lattice[place] ?? []) follow(tree, places, place, state, step);
      if (place > 0 && state.head === '') restart(tree, lattice, places, place, state);
    }
  }
}

/** The cheapest states, each node once. */
function narrowed(tree: Lexicon, states: readonly State[], beam: number): readonly State[] {
  const cheapest = new Map<string | number, State>();
  for (const state of states) {
    const key = state.head === '' ? state.node : `${state.head}${String(state.node)}`;
    const before = cheapest.get(key);
    if (before === undefined || before.cost > state.cost) cheapest.set(key, state);
  }
  const all = Array.from(cheapest.values());
  if (all.length <= beam) return all;
  const hope = (state: State): number => state.cost + (tree.least[state.node] ?? 0);
  all.sort((a, b) => hope(a) - hope(b));
  // Those as good as the last one stay too: no order decides.
  const worst = all[beam - 1];
  return all.filter((state) => worst === undefined || hope(state) <= hope(worst));
}

function follow(tree: Lexicon, places: State[][], place: number, state: State, step: Step): void {
  let { node } = state;
  for (const code of step.letters) {
    node = childOf(tree, node, code);
    if (node < 0) return;
  }
  places[place + step.length]?.push({ head: state.head, node, cost: state.cost + step.cost });
}

let particleNodes: ReadonlyMap<number, number> | undefined;

/** After a particle a second word may begin. */
function restart(tree: Lexicon, lattice: Lattice, places: State[][], place: number, state: State): void {
  particleNodes ??= new Map(particles.map(([written, cost]) => [nodeOf(written), cost]));
  const cost = particleNodes.get(state.node);
  if (cost === undefined || lattice.length - place < 3) return;
  const next = { head: writtenAt(tree, state.node), node: 0, cost: state.cost + cost + joint };
  for (const step of lattice[place] ?? []) follow(tree, places, place, next, step);
}

/** A word that ends here, or that is followed by an ending. */
function close(tree: Lexicon, lattice: Lattice, place: number, state: State, limits: SearchLimits, add: Add): void {
  if ((tree.cost[state.node] ?? 0) === 0) return;
  const own = ownCost(tree, state.node, limits.spoken);
  if (place === lattice.length) {
    add(state.head + writtenAt(tree, state.node), state.cost + own, true);
    return;
  }
  if (lattice.length - place > 6) return;
  for (const [ending, cost] of endings) {
    const typed = costOfRest(lattice, place, ending, 0);
    if (typed === Number.POSITIVE_INFINITY) continue;
    add(state.head + writtenAt(tree, state.node) + ending, state.cost + own + typed + cost + joint, true);
  }
}

function ownCost(tree: Lexicon, node: number, spoken: number): number {
  const written = tree.cost[node] ?? 0;
  const said = tree.spoken[node] ?? 0;
  return -Math.log((1 - spoken) * Math.exp(-written) + spoken * Math.exp(-said));
}

/** What it costs to type an ending as the rest of the lattice. */
function costOfRest(lattice: Lattice, place: number, ending: string, at: number): number {
  if (place === lattice.length) return at === ending.length ? 0 : Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const { length, letters, cost } of lattice[place] ?? []) {
    if (at + letters.length > ending.length) continue;
    if (!letters.every((code, index) => arabicLetters[code] === ending[at + index])) continue;
    least = Math.min(least, cost + costOfRest(lattice, place + length, ending, at + letters.length));
  }
  return least;
}

interface Written {
  readonly word: string;
  readonly context: number;
  readonly cost: number;
}

/** Words of no list, judged by their letters. */
function spelled(lattice: Lattice, limits: SearchLimits, add: Add): void {
  const places: Map<string, Written>[] = Array.from({ length: lattice.length + 1 }, () => new Map<string, Written>());
  places[0]?.set('', { word: '', context: startContext, cost: limits.unlisted });
  for (let place = 0; place < lattice.length; place += 1) {
    const states = cheapest(places[place], 24);
    for (const state of states) {
      for (const step of lattice[place] ?? []) {
        const next = written(state, step);
        const target = places[place + step.length];
        const before = target?.get(next.word);
        if (before === undefined || before.cost > next.cost) target?.set(next.word, next);
      }
    }
  }
  for (const { word, context, cost } of cheapest(places[lattice.length], limits.most)) {
    if (word !== '') add(word, cost + letterCost(context, edge), false);
  }
}

function written(state: Written, step: Step): Written {
  let { word, context, cost } = state;
  for (const code of step.letters) {
    cost += letterCost(context, code);
    context = contextAfter(context, code);
    word += arabicLetters[code] ?? '';
  }
  return { word, context, cost: cost + step.cost };
}

function cheapest(states: ReadonlyMap<string, Written> | undefined, most: number): readonly Written[] {
  const all = Array.from(states?.values() ?? []).sort((a, b) => a.cost - b.cost);
  const worst = all[most - 1];
  return all.filter(({ cost }) => worst === undefined || cost <= worst.cost);
}
