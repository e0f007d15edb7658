import { Beginnings } from './beginnings.js';
import { edge, letterCost } from './letter-costs.js';
import { States } from './states.js';
import type { Lattice, SearchLimits } from './word-search.js';

/** Beginnings that are followed from each place. */
const beam = 24;

/** States of each place, and their beginnings, used again for every word. */
const places: States[] = [];
const beginnings = new Beginnings();

/** The likeliest words of no list that the lattice may stand for, judged by their letters. */
export function spelledWords(lattice: Lattice, limits: SearchLimits, add: (word: string, cost: number) => void): void {
  beginnings.clear();
  for (let place = 0; place <= lattice.length; place += 1) {
    const states = places[place];
    if (states === undefined) places.push(new States());
    else states.size = 0;
  }
  places[0]?.push(0, 0, limits.unlisted);
  lattice.forEach((steps, place) => {
    const states = places[place];
    if (states === undefined) return;
    states.narrow(beam);
    for (let index = 0; index < states.size; index += 1) {
      const before = states.node[index] ?? 0;
      const sum = states.cost[index] ?? 0;
      for (const { length, letters, cost: typed } of steps) {
        let word = before;
        let cost = sum;
        for (let at = 0; at < letters.length; at += 1) {
          const letter = letters[at] ?? 0;
          cost += letterCost(beginnings.context(word), letter);
          word = beginnings.longer(word, letter);
        }
        places[place + length]?.push(0, word, cost + typed);
      }
    }
  });
  const last = places[lattice.length];
  if (last === undefined) return;
  last.narrow(limits.most);
  for (let index = 0; index < last.size; index += 1) {
    const word = last.node[index] ?? 0;
    if (word !== 0) add(beginnings.written(word), (last.cost[index] ?? 0) + letterCost(beginnings.context(word), edge));
  }
}
