import { remembered } from '../../remembered.js';
import type { LetterModel } from '../../words/letter-model.js';
import { letterNumber } from '../../words/letter-model.js';
import { baseOf, bitsOfLevel, none, root, type Lexicon } from '../../words/lexicon.js';
import { signsAt } from './signs.js';

/** One letter of what is read and the units of the token that it was written with. */
export interface ReadLetter {
  readonly letter: string;
  readonly start: number;
  readonly length: number;
}

/** What a token with signs says. */
export interface ReadWord {
  readonly letters: readonly ReadLetter[];
  readonly bits: number;
  /** 1..16 for words of the table, 0 for others. */
  readonly level: number;
}

/** What a letter costs that stands for itself with an accent: people leave accents out. */
const accentBits = 3;
/** The same for a sign: 3 is é as well as e. */
const accentOfSign = 1.5;
/** Paths that are followed at most: tokens of signs alone have many. */
const mostSteps = 4000;

/**
 * The best word of the table that a token may stand for, each sign read as one of its letters.
 * @example readKnownWord(lexiconOf('en'), 'h4t3') // hate
 */
export function readKnownWord(lexicon: Lexicon, token: string): ReadWord | undefined {
  let reader = known.get(lexicon);
  if (reader === undefined) {
    reader = remembered((one) => bestWord(lexicon, one) ?? 'none');
    known.set(lexicon, reader);
  }
  const read = reader(token);
  return read === 'none' ? undefined : read;
}

/** The tokens of each language that were read before. */
const known = new WeakMap<Lexicon, (token: string) => ReadWord | 'none'>();

function bestWord(lexicon: Lexicon, token: string): ReadWord | undefined {
  const { firstChild, nextSibling, letter, base, level } = lexicon;
  let best: ReadWord | undefined;
  let steps = 0;
  const path: ReadLetter[] = [];
  const search = (node: number, at: number, bits: number): void => {
    steps += 1;
    if (steps > mostSteps) return;
    if (at === token.length) {
      const known = level[node] ?? 0;
      const all = bits + bitsOfLevel(known - 1);
      if (known > 0 && (best === undefined || all < best.bits)) best = { letters: [...path], bits: all, level: known };
      return;
    }
    const unit = token.charCodeAt(at);
    const signs = signsAt(token, at);
    for (let to = firstChild[node] ?? none; to !== none; to = nextSibling[to] ?? none) {
      const own = letter[to] ?? 0;
      const plain = base[to] ?? 0;
      const follow = (length: number, more: number): void => {
        path.push({ letter: String.fromCharCode(own), start: at, length });
        search(to, at + length, bits + more);
        path.pop();
      };
      if (own === unit) follow(1, 0);
      else if (plain === unit) follow(1, accentBits);
      for (const [length, letters] of signs) {
        for (const [stands, more] of letters) {
          const code = stands.charCodeAt(0);
          if (code === own) follow(length, more);
          else if (code === plain) follow(length, more + accentOfSign);
        }
      }
    }
  };
  search(root, 0, 0);
  return best;
}

interface Way {
  readonly bits: number;
  readonly first: number;
  readonly second: number;
  readonly read: ReadLetter | undefined;
  readonly before: Way | undefined;
}

/** The likeliest spelling of a token that is no word of the table; bits are those of the letters. */
export function readUnknownWord(model: LetterModel, token: string): ReadWord | undefined {
  const reached: Map<number, Way>[] = Array.from({ length: token.length + 1 }, () => new Map<number, Way>());
  reached[0]?.set(0, { bits: 0, first: 0, second: 0, read: undefined, before: undefined });
  for (let at = 0; at < token.length; at += 1) {
    const own = token.charAt(at);
    const isLetter = /\p{L}/u.test(own);
    for (const way of reached[at]?.values() ?? []) {
      if (isLetter) go(reached, model, way, { letter: own, start: at, length: 1 }, 0);
      for (const [length, letters] of signsAt(token, at)) {
        for (const [letter, more] of letters) go(reached, model, way, { letter, start: at, length }, more);
      }
    }
  }
  let best: Way | undefined;
  for (const way of reached[token.length]?.values() ?? []) {
    const bits = way.bits + model.step(way.first, way.second, 0);
    if (best === undefined || bits < best.bits) best = { ...way, bits };
  }
  if (best === undefined) return undefined;
  const letters: ReadLetter[] = [];
  for (let way: Way | undefined = best; way?.read !== undefined; way = way.before) letters.push(way.read);
  return { letters: letters.reverse(), bits: best.bits, level: 0 };
}

/** Goes on with one letter; of all ways with the same last two letters the best one stays. */
function go(reached: readonly Map<number, Way>[], model: LetterModel, way: Way, read: ReadLetter, more: number): void {
  const third = letterNumber(baseOf(read.letter.charCodeAt(0)));
  const bits = way.bits + more + model.step(way.first, way.second, third);
  const key = way.second * 32 + third;
  const ways = reached[read.start + read.length];
  if (ways === undefined || (ways.get(key)?.bits ?? Infinity) <= bits) return;
  ways.set(key, { bits, first: way.second, second: third, read, before: way });
}
