import { bytesOf, NumberModel, RangeDecoder } from './range-decoder.js';

/** The languages that have a table of words. */
export type WordLanguage = 'en' | 'fr' | 'es' | 'de' | 'nl';

/** No node, no word. */
export const none = 0;
/** The node that every word begins at. */
export const root = 1;

/**
 * The words of one language as a tree of letters, with how common they are and which stand beside each other.
 * Nodes are numbers; see `child`, `levelAt`.
 */
export interface Lexicon {
  readonly lang: WordLanguage;
  /** First child, next sibling and letter (UTF-16 unit) of each node. */
  readonly firstChild: Uint32Array;
  readonly nextSibling: Uint32Array;
  readonly letter: Uint16Array;
  /** The letter without its accent. */
  readonly base: Uint16Array;
  /** Per node: 0 where no word ends, else 1 + how common the word is, 0..15 (see `bitsOfLevel`). */
  readonly level: Uint8Array;
  /** Per node: the number of a common word, from 1, for `pairs`. */
  readonly common: Uint16Array;
  /** `first * 65536 + second` → 1..6 for pairs that stand together more often than chance, 0 for less often. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** Bits that a word of this level costs: -log2 of its share of all words. */
export function bitsOfLevel(level: number): number {
  return level === 0 ? 23 : 22 - 1.2 * level;
}

/** All letters of the words that are joined in the tree, at most: an upper bound for its arrays. */
const nodesPerWord = 6;
const longestWord = 32;
/** The letters that have models of their own, and what stands for a letter two before. */
const letterContexts = 128 * 64;
const contextBits = (16 << 5) + (letterContexts << 6) + (16 << 4) + 4096;

/**
 * Unpacks a table of `scripts/make-word-model.mjs`. Takes some 30 ms: ask for it once.
 * @example unpackLexicon('en', packed).level
 */
export function unpackLexicon(lang: WordLanguage, packed: string): Lexicon {
  const decoder = new RangeDecoder(bytesOf(packed), contextBits);
  const plain = decoder.place(1);
  const sizes = new NumberModel(decoder, plain);
  const words = sizes.read();
  const pairCount = sizes.read();
  const alphabet = readAlphabet(decoder, plain, sizes.read());
  const tree = readTree(decoder, words, alphabet);
  return { lang, ...tree, pairs: readPairs(decoder, plain, pairCount) };
}

function readAlphabet(decoder: RangeDecoder, plain: number, size: number): Uint16Array {
  const letters = new NumberModel(decoder, plain);
  return Uint16Array.from({ length: size }, () => letters.read());
}

type Tree = Omit<Lexicon, 'lang' | 'pairs'>;

function readTree(decoder: RangeDecoder, words: number, alphabet: Uint16Array): Tree {
  const room = words * nodesPerWord + 2;
  const tree = {
    firstChild: new Uint32Array(room),
    nextSibling: new Uint32Array(room),
    letter: new Uint16Array(room),
    base: new Uint16Array(room),
    level: new Uint8Array(room),
    common: new Uint16Array(room),
  };
  const bases = alphabet.map((letter) => baseOf(letter));
  const cuts = decoder.place(5, 16);
  const letters = decoder.place(6, letterContexts);
  const levels = decoder.place(4, 16);
  const commons = decoder.place(1, 16);
  // The word before, as places in the alphabet from 1, and its nodes.
  const word = new Uint8Array(longestWord + 1);
  const path = new Uint32Array(longestWord + 1);
  path[0] = root;
  let nodes = root;
  let length = 0;
  let numbered = 0;
  for (let index = 0; index < words; index += 1) {
    const shared = length - decoder.tree(cuts + (Math.min(length, 15) << 5), 5);
    let at = shared;
    for (;;) {
      const left = at > 0 ? (word[at - 1] ?? 0) : 0;
      const other = at === shared ? (at < length ? (word[at] ?? 0) : 0) : 50 + (at > 1 ? (word[at - 2] ?? 0) : 0);
      const letter = decoder.tree(letters + ((other * 64 + left) << 6), 6);
      if (letter === 0) break;
      nodes += 1;
      const parent = path[at] ?? root;
      // Words come in order, so that a new letter is the last child: lists begin with the newest.
      tree.nextSibling[nodes] = tree.firstChild[parent] ?? none;
      tree.firstChild[parent] = nodes;
      tree.letter[nodes] = alphabet[letter - 1] ?? 0;
      tree.base[nodes] = bases[letter - 1] ?? 0;
      word[at] = letter;
      at += 1;
      path[at] = nodes;
    }
    length = at;
    const node = path[at] ?? root;
    const level = decoder.tree(levels + (Math.min(length, 15) << 4), 4);
    tree.level[node] = level + 1;
    if (decoder.tree(commons + (level << 1), 1) === 1) {
      numbered += 1;
      tree.common[node] = numbered;
    }
  }
  return {
    firstChild: tree.firstChild.slice(0, nodes + 1),
    nextSibling: tree.nextSibling.slice(0, nodes + 1),
    letter: tree.letter.slice(0, nodes + 1),
    base: tree.base.slice(0, nodes + 1),
    level: tree.level.slice(0, nodes + 1),
    common: tree.common.slice(0, nodes + 1),
  };
}

function readPairs(decoder: RangeDecoder, plain: number, count: number): ReadonlyMap<number, number> {
  const firsts = new NumberModel(decoder, plain);
  const seconds = new NumberModel(decoder, plain);
  const steps = decoder.place(3);
  const pairs = new Map<number, number>();
  let first = 0;
  let second = 0;
  for (let index = 0; index < count; index += 1) {
    const further = firsts.read();
    if (further > 0) second = 0;
    first += further;
    second += seconds.read();
    pairs.set((first + 1) * 65_536 + second + 1, decoder.tree(steps, 3));
  }
  return pairs;
}

/** A letter without its accent: one unit stays one unit (œ, ß stay). */
export function baseOf(letter: number): number {
  if (letter < 0x80) return letter;
  return String.fromCharCode(letter).normalize('NFD').charCodeAt(0);
}

/** The child of a node with exactly this letter, or `none`. */
export function child({ firstChild, nextSibling, letter }: Lexicon, node: number, unit: number): number {
  for (let at = firstChild[node] ?? none; at !== none; at = nextSibling[at] ?? none) {
    if (letter[at] === unit) return at;
  }
  return none;
}
