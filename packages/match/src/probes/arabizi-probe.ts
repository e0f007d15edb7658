import {
  arabiziCustom,
  arabiziSteps,
  arabiziTokens,
  fold,
  hintsAtArabizi,
  isArabiziAnd,
  withArabiziArticle,
} from '@vedette/decode';
import { withoutParticles } from '../arabic-particles.js';
import { childOf, ending, particleRoot, wordRoot, type ArabicWords } from './arabic-words.js';

/** So many tokens are remembered before all are forgotten: the same ones come again and again. */
const mostRemembered = 30_000;
/** Longer tokens hardly come again. */
const longest = 40;

const alef = 'ا'.charCodeAt(0);
const lam = 'ل'.charCodeAt(0);
const and = 'و';
/** A name that is read in any text, with the word that it stands for. */
const name = /da(?:3|3'|'3)[eiy]/iu;
const readName = 'داعش';

/** What is known of a token. */
const known = { unknown: 0, ordinary: 1, hint: 2, readable: 4 } as const;

/**
 * Tells whether a text in Latin letters may hold, read as Arabizi, a word of any rule. Sure where it says no: it follows
 * every way that a token can be spelled in Arabic letters through the tree of the words; the decoder, which weighs
 * them, takes a few of these. So nearly all texts in Arabizi are cleared without being read.
 */
export class ArabiziProbe {
  readonly #words: ArabicWords;
  readonly #tokens = new Map<string, number>();
  readonly #canBeName: boolean;

  constructor(words: ArabicWords) {
    this.#words = words;
    this.#canBeName = this.#accepts(readName);
  }

  /**
   * Whether a reading of the text as Arabizi may hold a word of a rule.
   * @param mayHoldPair whether a text may hold two neighbours of a rule: asked where words get new neighbours
   */
  mayHold(text: string, mayHoldPair: (text: string) => boolean): boolean {
    if (this.#words.open) return true;
    if (this.#canBeName && name.test(text)) return true;
    const tokens = arabiziTokens(text);
    if (tokens.length !== 1 && !tokens.some((token) => (this.#of(token) & known.hint) !== 0)) return false;
    for (const [index, token] of tokens.entries()) {
      if ((this.#of(token) & known.readable) !== 0) return true;
      const next = tokens[index + 1];
      const together = next === undefined ? undefined : withArabiziArticle(token, next);
      if (together !== undefined && (this.#of(together) & known.readable) !== 0) return true;
    }
    // The word for "and" is written on to the word behind it: then the words beside it are neighbours.
    return tokens.some(isArabiziAnd) && mayHoldPair(withoutAnds(text));
  }

  #of(token: string): number {
    const before = this.#tokens.get(token) ?? known.unknown;
    if (before !== known.unknown) return before;
    let found: number = known.ordinary;
    if (hintsAtArabizi(token)) found |= known.hint;
    if (this.#isReadable(token)) found |= known.readable;
    if (token.length > longest) return found;
    if (this.#tokens.size >= mostRemembered) this.#tokens.clear();
    this.#tokens.set(token, found);
    return found;
  }

  #isReadable(token: string): boolean {
    const said = arabiziCustom(token).flatMap((one) => one.split(' '));
    return said.some((one) => this.#accepts(fold(one)) || this.#accepts(and + fold(one))) || this.#canSpell(token);
  }

  /** Whether a word in Arabic letters, with or without particles, is one of a rule. */
  #accepts(word: string): boolean {
    return [word, ...withoutParticles(word)].some((form) => {
      let node = wordRoot;
      for (let at = 0; at < form.length; at += 1) {
        node = childOf(this.#words, node, form.charCodeAt(at));
        if (node === 0) return false;
        if (((this.#words.endings[node] ?? 0) & ending.beginning) !== 0) return true;
      }
      return ((this.#words.endings[node] ?? 0) & ending.word) !== 0;
    });
  }

  /** Whether any way to spell a token ends at a word. */
  #canSpell(token: string): boolean {
    const steps = arabiziSteps(token);
    const reached: number[][] = Array.from({ length: steps.length + 1 }, () => []);
    const first = reached[0];
    if (first === undefined) return false;
    // The word for "and" may be written before it.
    this.#reach(first, wordRoot);
    this.#reach(first, particleRoot);
    this.#reach(first, childOf(this.#words, particleRoot, and.charCodeAt(0)));
    const withAnd = childOf(this.#words, wordRoot, and.charCodeAt(0));
    if (withAnd !== 0) this.#reach(first, withAnd);
    for (const [place, ways] of steps.entries()) {
      for (const from of reached[place] ?? []) {
        for (const { length, letters } of ways) {
          const to = reached[place + length];
          if (to !== undefined && this.#follow(to, from, letters, 0)) return true;
        }
      }
    }
    return (reached[steps.length] ?? []).some((node) => ((this.#words.endings[node] ?? 0) & ending.word) !== 0);
  }

  /** Goes on by the letters of one step; whether that reaches the beginning of a wildcard. */
  #follow(to: number[], from: number, letters: string, at: number): boolean {
    if (at === letters.length) {
      this.#reach(to, from);
      return false;
    }
    const node = childOf(this.#words, from, folded(letters, at));
    if (node === 0) return false;
    const ends = this.#words.endings[node] ?? 0;
    if ((ends & ending.beginning) !== 0) return true;
    if (this.#follow(to, node, letters, at + 1)) return true;
    if ((ends & ending.particle) === 0) return false;
    if (this.#follow(to, wordRoot, letters, at + 1)) return true;
    const article = (ends & ending.article) === 0 ? 0 : this.#article();
    return article !== 0 && this.#follow(to, article, letters, at + 1);
  }

  /** The node of the article at the beginning of words, 0 for none. */
  #article(): number {
    const first = childOf(this.#words, wordRoot, alef);
    return first === 0 ? 0 : childOf(this.#words, first, lam);
  }

  /** Notes a node, and where a particle ends there, those at which a word begins. */
  #reach(nodes: number[], node: number): void {
    if (nodes.includes(node)) return;
    nodes.push(node);
    if (((this.#words.endings[node] ?? 0) & ending.particle) === 0) return;
    this.#reach(nodes, wordRoot);
    const article = ((this.#words.endings[node] ?? 0) & ending.article) === 0 ? 0 : this.#article();
    if (article !== 0) this.#reach(nodes, article);
  }
}

function withoutAnds(text: string): string {
  return text.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => (isArabiziAnd(word.toLowerCase()) ? '' : word));
}

const foldedLetters = new Map<string, number>();

function folded(letters: string, at: number): number {
  const letter = letters.charAt(at);
  let code = foldedLetters.get(letter);
  if (code === undefined) {
    code = fold(letter).charCodeAt(0);
    foldedLetters.set(letter, code);
  }
  return code;
}
