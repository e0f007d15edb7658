/** Words in Arabic letters as a tree over shared memory: node 0 is the root of the words, node 1 that of the particles. */
export interface ArabicWords {
  /** The folded letter that leads to each node. */
  readonly letters: Uint16Array;
  readonly children: Int32Array;
  readonly siblings: Int32Array;
  /** Bits of `ending` for each node. */
  readonly endings: Uint8Array;
  /** Whether there are words that this tree cannot tell of: then anything may be one. */
  readonly open: boolean;
}

/** What ends at a node. */
export const ending = {
  /** A word. */
  word: 1,
  /** The beginning of a wildcard: a word, however it goes on. */
  beginning: 2,
  /** A particle: a word may follow. */
  particle: 4,
  /** A particle that holds the article: what follows may also be a word that begins with it. */
  article: 8,
} as const;

export const wordRoot = 0;
export const particleRoot = 1;

/** What may be attached to the front of a word: see arabic-particles.ts. */
const particles = ['وبال', 'وال', 'بال', 'كال', 'ولل', 'ال', 'لل', 'و', 'ف', 'ب', 'ل', 'ك'];

/** Gathers the words and packs them. */
export class ArabicWordsBuilder {
  readonly #letters = [0, 0];
  readonly #children = [0, 0];
  readonly #siblings = [0, 0];
  readonly #endings = [0, 0];
  #open = false;
  #words = 0;

  constructor() {
    for (const particle of particles) {
      const article = particle.endsWith('لل') ? ending.article : 0;
      this.#add(particleRoot, particle, ending.particle | article);
    }
  }

  /** @param word folded */
  add(word: string, kind: 'word' | 'beginning'): void {
    this.#words += 1;
    this.#add(wordRoot, word, ending[kind]);
  }

  /** Notes a word that may be anything. */
  leaveOpen(): void {
    this.#open = true;
  }

  /** `undefined` where there are no words. */
  build(): ArabicWords | undefined {
    if (this.#words === 0 && !this.#open) return undefined;
    const count = this.#letters.length;
    const words: ArabicWords = {
      letters: new Uint16Array(new SharedArrayBuffer(count * 2)),
      children: new Int32Array(new SharedArrayBuffer(count * 4)),
      siblings: new Int32Array(new SharedArrayBuffer(count * 4)),
      endings: new Uint8Array(new SharedArrayBuffer(count)),
      open: this.#open,
    };
    words.letters.set(this.#letters);
    words.children.set(this.#children);
    words.siblings.set(this.#siblings);
    words.endings.set(this.#endings);
    return words;
  }

  #add(root: number, word: string, kind: number): void {
    let node = root;
    for (let at = 0; at < word.length; at += 1) node = this.#child(node, word.charCodeAt(at));
    this.#endings[node] = (this.#endings[node] ?? 0) | kind;
  }

  #child(node: number, letter: number): number {
    let child = this.#children[node] ?? 0;
    while (child !== 0 && this.#letters[child] !== letter) child = this.#siblings[child] ?? 0;
    if (child !== 0) return child;
    const added = this.#letters.length;
    this.#letters.push(letter);
    this.#siblings.push(this.#children[node] ?? 0);
    this.#children.push(0);
    this.#endings.push(0);
    this.#children[node] = added;
    return added;
  }
}

/** The node that a letter leads to, 0 for none. */
export function childOf({ letters, children, siblings }: ArabicWords, node: number, letter: number): number {
  let child = children[node] ?? 0;
  while (child !== 0 && letters[child] !== letter) child = siblings[child] ?? 0;
  return child;
}
