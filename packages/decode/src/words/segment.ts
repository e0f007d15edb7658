import { bitsOfLevel, none, root, type Lexicon } from './lexicon.js';
import { baseOf } from './lexicon.js';
import type { LetterModel } from './letter-model.js';

/** Letters cut into words. */
export interface Segmentation {
  /** Where words begin, but for the first, in units of the letters. */
  readonly borders: readonly number[];
  /** -log2 of the probability of the words in a row. */
  readonly bits: number;
  /** Letters in words that the table does not have. */
  readonly unknown: number;
}

/** What is known about borders beforehand. */
export interface Hints {
  /** Bits to add when a word begins at this unit: negative where something speaks for a border, Infinity where none may be. */
  readonly borderBits?: (place: number) => number;
  /** Places that must be borders. */
  readonly forced?: ReadonlySet<number>;
  /** Whether stretches that are no words of the table may be words. */
  readonly unknownWords?: boolean;
}

interface State {
  readonly bits: number;
  /** The number of the last word among the common ones, 0 if it is none. */
  readonly common: number;
  readonly unknown: number;
  readonly start: number;
  readonly before: State | undefined;
}

const longestWord = 22;
/** How many ways to reach a place are followed: neighbours matter, so the best one alone would not do. */
const width = 5;
/** What a word costs that the table does not have, beside its letters. */
const unknownWord = 12;
const pairStep = 1.8;
/** For neighbours that avoid each other. */
const pairPenalty = 5;
/** Letters that an elided word stands before: l'eau, j'aime, qu'il. */
const afterElision = /[aeiouyhàâæéèêëîïôœùûü]/u;

/**
 * The most likely words in a row of letters without blanks, or `undefined` if there are none. Time is linear in the letters.
 * `letters` are small and NFC; letters without accent also stand for accented ones.
 * @example segment(lexiconOf('en'), letterModelOf('en'), 'thegreygate')?.borders // [3, 7]
 */
export function segment(
  lexicon: Lexicon,
  model: LetterModel,
  letters: string,
  hints: Hints = {},
): Segmentation | undefined {
  const units = new Uint16Array(letters.length);
  const bases = new Uint16Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) {
    const unit = letters.charCodeAt(at);
    units[at] = unit;
    bases[at] = baseOf(unit);
  }
  const reached: State[][] = Array.from({ length: units.length + 1 }, () => []);
  reached[0] = [{ bits: 0, common: 0, unknown: 0, start: 0, before: undefined }];
  for (let from = 0; from < units.length; from += 1) {
    const states = reached[from] ?? [];
    if (states.length === 0) continue;
    const border = from === 0 ? 0 : (hints.borderBits?.(from) ?? 0);
    if (border === Infinity) continue;
    const last = lastEnd(from, units.length, hints.forced);
    walkWords(lexicon, units, bases, from, last, (end, level, common) => {
      if (lexicon.lang === 'fr' && isElided(letters, from, end) && !elides(letters, end)) return;
      for (const state of states) {
        const bits = state.bits + border + wordBits(lexicon, state.common, common, bitsOfLevel(level - 1));
        keep(reached[end], { bits, common, unknown: state.unknown, start: from, before: state });
      }
    });
    if (hints.unknownWords === true) {
      const [best] = states;
      if (best !== undefined) addUnknown(reached, best, border, model, bases, from, Math.min(last, from + 16));
    }
  }
  const [best] = reached[units.length] ?? [];
  return best === undefined || units.length === 0 ? undefined : traced(best);
}

function lastEnd(from: number, length: number, forced: ReadonlySet<number> | undefined): number {
  const limit = Math.min(length, from + longestWord);
  if (forced === undefined || forced.size === 0) return limit;
  for (let end = from + 1; end < limit; end += 1) if (forced.has(end)) return end;
  return limit;
}

/** Calls back for every word of the table that begins at `from`. */
function walkWords(
  lexicon: Lexicon,
  units: Uint16Array,
  bases: Uint16Array,
  from: number,
  last: number,
  found: (end: number, level: number, common: number) => void,
): void {
  const { firstChild, nextSibling, letter, base, level, common } = lexicon;
  let nodes = [root];
  for (let at = from; at < last && nodes.length > 0; at += 1) {
    const unit = units[at] ?? 0;
    const plain = unit === bases[at];
    const next: number[] = [];
    let bestLevel = 0;
    let bestCommon = 0;
    for (const node of nodes) {
      for (let to = firstChild[node] ?? none; to !== none; to = nextSibling[to] ?? none) {
        if (letter[to] !== unit && !(plain && base[to] === unit)) continue;
        next.push(to);
        const known = level[to] ?? 0;
        if (known > bestLevel) {
          bestLevel = known;
          bestCommon = common[to] ?? 0;
        }
      }
    }
    if (bestLevel > 0) found(at + 1, bestLevel, bestCommon);
    nodes = next;
  }
}

function wordBits(lexicon: Lexicon, before: number, common: number, bits: number): number {
  if (before === 0 || common === 0) return bits;
  const step = lexicon.pairs.get(before * 65_536 + common);
  if (step === undefined) return bits;
  return step === 0 ? bits + pairPenalty : Math.max(1, bits - step * pairStep);
}

function addUnknown(
  reached: readonly State[][],
  state: State,
  border: number,
  model: LetterModel,
  bases: Uint16Array,
  from: number,
  last: number,
): void {
  for (let end = from + 2; end <= last; end += 1) {
    const bits = state.bits + border + unknownWord + model.bits(bases, from, end);
    keep(reached[end], { bits, common: 0, unknown: state.unknown + end - from, start: from, before: state });
  }
}

/** Keeps the best few ways to a place, one for each last word, best first. */
function keep(states: State[] | undefined, state: State): void {
  if (states === undefined) return;
  const same = states.findIndex(({ common }) => common === state.common);
  if (same !== -1) {
    if ((states[same]?.bits ?? 0) <= state.bits) return;
    states.splice(same, 1);
  }
  let at = states.length;
  while (at > 0 && (states[at - 1]?.bits ?? 0) > state.bits) at -= 1;
  if (at >= width) return;
  states.splice(at, 0, state);
  if (states.length > width) states.pop();
}

function traced(last: State): Segmentation {
  const borders: number[] = [];
  for (let state: State | undefined = last; state?.before !== undefined; state = state.before) {
    if (state.start > 0) borders.push(state.start);
  }
  return { borders: borders.reverse(), bits: last.bits, unknown: last.unknown };
}

function isElided(letters: string, from: number, end: number): boolean {
  const word = letters.slice(from, end);
  return (word.length === 1 && word !== 'a' && word !== 'y' && word !== 'à') || word === 'qu';
}

function elides(letters: string, end: number): boolean {
  return afterElision.test(letters.charAt(end));
}
