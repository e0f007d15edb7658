import { packedWords } from './words.generated.js';

/** The letters of the word list, in the order of their codes. */
export const arabicLetters = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي';

/**
 * The word list as a tree: node 0 is the root, a word's node is reached letter by letter. `cost` is the word's
 * −ln(probability), 0 where no word ends; `least` is the smallest cost below a node.
 */
export interface Lexicon {
  readonly letter: Uint8Array;
  readonly child: Uint32Array;
  readonly sibling: Uint32Array;
  readonly parent: Uint32Array;
  readonly cost: Float32Array;
  /** The same for spoken Arabic: chats, posts, Arabizi. */
  readonly spoken: Float32Array;
  readonly least: Float32Array;
  /** Words that end in each node or below: what letters follow each other is learned from it. */
  readonly words: Uint32Array;
}

const firstLetter = 65;
const firstLevel = 101;
const firstShared = 48;
const levelStep = 0.6;
const commonest = 3.5;
const firstSpoken = 33;
/** What a written word costs more in speech, if nobody listed it among the spoken ones. */
const inWriting = 1;

let known: Lexicon | undefined;

/** The word list, unpacked when it is first asked for. */
export function lexicon(): Lexicon {
  known ??= unpack(packedWords);
  return known;
}

/** The code of a letter in the word list, −1 for any other. */
export function letterCode(letter: string): number {
  return letter.length === 1 ? arabicLetters.indexOf(letter) : -1;
}

/** The node of a word or of a beginning of words, −1 where there is none. */
export function nodeOf(written: string, from = 0): number {
  const tree = lexicon();
  let node = from;
  for (const letter of written) {
    node = childOf(tree, node, arabicLetters.indexOf(letter));
    if (node < 0) return -1;
  }
  return node;
}

/** The child of a node by a letter's code, −1 where there is none. */
export function childOf(tree: Lexicon, node: number, code: number): number {
  let child = tree.child[node] ?? 0;
  while (child !== 0 && tree.letter[child] !== code) child = tree.sibling[child] ?? 0;
  return child === 0 ? -1 : child;
}

/** The letters on the way to a node. */
export function writtenAt(tree: Lexicon, node: number): string {
  let written = '';
  for (let at = node; at !== 0; at = tree.parent[at] ?? 0) {
    written = (arabicLetters[tree.letter[at] ?? 0] ?? '') + written;
  }
  return written;
}

/** −ln(probability) of a word as it stands in the list; `undefined` for a word that is not in it. */
export function listedCost(word: string): number | undefined {
  const node = nodeOf(word);
  const cost = node > 0 ? lexicon().cost[node] : 0;
  return cost === 0 ? undefined : cost;
}

function unpack(packed: string): Lexicon {
  const room = nodesIn(packed);
  const tree = {
    letter: new Uint8Array(room),
    child: new Uint32Array(room),
    sibling: new Uint32Array(room),
    parent: new Uint32Array(room),
    cost: new Float32Array(room),
    spoken: new Float32Array(room),
    least: new Float32Array(room).fill(Number.POSITIVE_INFINITY),
    words: new Uint32Array(room),
  };
  // The words are in order: each goes on from a node on the way to the one before.
  const way = [0];
  const lastChild = new Uint32Array(room);
  let nodes = 1;
  let depth = 0;
  for (let at = 0; at < packed.length; at += 1) {
    const sign = packed.charCodeAt(at);
    if (sign < firstShared) {
      const node = way[depth] ?? 0;
      tree.spoken[node] = spokenCost(sign - firstSpoken);
    } else if (sign < firstLetter) {
      depth = sign - firstShared;
    } else if (sign < firstLevel) {
      const parent = way[depth] ?? 0;
      const node = nodes;
      nodes += 1;
      tree.letter[node] = sign - firstLetter;
      tree.parent[node] = parent;
      const elder = lastChild[parent] ?? 0;
      if (elder === 0) tree.child[parent] = node;
      else tree.sibling[elder] = node;
      lastChild[parent] = node;
      depth += 1;
      way[depth] = node;
    } else {
      const node = way[depth] ?? 0;
      tree.cost[node] = commonest + (sign - firstLevel) * levelStep;
      tree.spoken[node] = (tree.cost[node] ?? 0) + inWriting;
    }
  }
  // Children come after their parents.
  for (let node = nodes - 1; node > 0; node -= 1) {
    const cost = tree.cost[node] ?? 0;
    if (cost > 0) {
      tree.words[node] = (tree.words[node] ?? 0) + 1;
      tree.least[node] = Math.min(tree.least[node] ?? cost, cost, tree.spoken[node] ?? cost);
    }
    const parent = tree.parent[node] ?? 0;
    tree.words[parent] = (tree.words[parent] ?? 0) + (tree.words[node] ?? 0);
    tree.least[parent] = Math.min(tree.least[parent] ?? 0, tree.least[node] ?? 0);
  }
  return tree;
}

/** Levels of the hand-written list: each is 4.5 times rarer than the one before. */
function spokenCost(level: number): number {
  return -Math.log(0.05) + level * Math.log(4.5);
}

function nodesIn(packed: string): number {
  let nodes = 1;
  for (let at = 0; at < packed.length; at += 1) {
    const sign = packed.charCodeAt(at);
    if (sign >= firstLetter && sign < firstLevel) nodes += 1;
  }
  return nodes;
}
