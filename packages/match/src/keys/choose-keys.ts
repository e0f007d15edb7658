import { fold } from '@vedette/decode';
import { gluedWords } from '../plan.js';
import type { Comparison, QueryNode, TermNode, WordPattern } from '../query.js';
import { requiredLiteral } from '../regex.js';
import { squeezed } from '../drawn-out.js';
import { deletions, keyKind, longestFuzzy, longestPrefix } from './key-kinds.js';

/** One thing that a text must have for a rule to be worth evaluating. */
export type Key =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string }
  | { readonly kind: 'emoji' | 'prefix' | 'fuzzy' | 'tag' | 'literal'; readonly text: string };

/**
 * What must be in an Item for a rule to be worth evaluating: one of these. `undefined` means that nothing is certain and
 * the rule is evaluated on every Item.
 */
export type Keys = readonly Key[] | undefined;

/** How many rules use each word, so that the rarest can be chosen. */
export class WordCounts {
  readonly #counts = new Map<string, number>();

  add(node: QueryNode): void {
    switch (node.type) {
      case 'and':
      case 'or':
        for (const item of node.items) this.add(item);
        break;
      case 'any-place':
        for (const item of node.items) this.add(item);
        break;
      case 'via':
        this.add(node.item);
        break;
      case 'near':
        this.add(node.left);
        this.add(node.right);
        break;
      case 'term':
        for (const word of node.words) {
          const text = foldedWord(word, node);
          this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
        }
        break;
      case 'not':
      case 'hashtag':
      case 'regex':
      case 'field':
        break;
    }
  }

  /** How often a word is expected, in no unit: by the rules that have it and by its length, as short words are common. */
  commonness(word: string): number {
    const short = word.length <= 3 ? 64 : word.length === 4 ? 16 : word.length <= 6 ? 4 : 1;
    return short * (this.#counts.get(word) ?? 1);
  }
}

/** The folded form of a word of a term, also where it is compared as typed. */
function foldedWord(word: WordPattern, term: TermNode): string {
  return term.comparison === 'folded' ? word.text : fold(word.text);
}

/**
 * Chooses what must be there. Of things that are all needed the rarest: a pair of neighbours before a single word, then
 * the word that the fewest rules have and that is longest.
 */
export function chooseKeys(node: QueryNode, counts: WordCounts): Keys {
  switch (node.type) {
    case 'and':
      return rarest(
        node.items.map((item) => chooseKeys(item, counts)),
        counts,
      );
    case 'near':
      return rarest([chooseKeys(node.left, counts), chooseKeys(node.right, counts)], counts);
    case 'or':
    case 'any-place': {
      const all = node.items.map((item: QueryNode) => chooseKeys(item, counts));
      return all.includes(undefined) ? undefined : all.flatMap((keys) => keys ?? []);
    }
    case 'via':
      return chooseKeys(node.item, counts);
    case 'term':
      return keysOfTerm(node, counts);
    case 'hashtag':
      return [{ kind: 'tag', text: node.tag }];
    case 'regex': {
      const literal = fold(requiredLiteral(node.pattern) ?? '');
      return literal.length < 3 ? undefined : [{ kind: 'literal', text: rarestPiece(literal) }];
    }
    case 'not':
    case 'field':
      return undefined;
  }
}

function keysOfTerm(term: TermNode, counts: WordCounts): Keys {
  const { words } = term;
  const glued = gluedWords(term);
  const tags: readonly Key[] = glued === undefined ? [] : [{ kind: 'tag', text: glued }];
  let best: Key | undefined;
  let least = Number.POSITIVE_INFINITY;
  const consider = (key: Key): void => {
    const cost = costOf(key, counts);
    if (cost < least) [best, least] = [key, cost];
  };
  for (const [index, word] of words.entries()) {
    const text = foldedWord(word, term);
    const after = words[index + 1];
    if (word.kind === 'word' && after?.kind === 'word') {
      consider({ kind: 'pair', left: text, right: foldedWord(after, term) });
    }
    const key = keyOfWord(word, text, term.comparison);
    if (key !== undefined) consider(key);
  }
  return best === undefined ? undefined : [best, ...tags];
}

function keyOfWord({ kind, text: typed }: WordPattern, text: string, comparison: Comparison): Key | undefined {
  switch (kind) {
    case 'word':
      return { kind: 'word', word: text };
    case 'emoji':
      return { kind: 'emoji', text };
    case 'fuzzy':
      // One edit of what was typed may be several of the folded form (straße, strasse).
      return comparison === 'folded' && text.length <= longestFuzzy ? { kind: 'fuzzy', text } : undefined;
    case 'wildcard':
      return { kind: 'prefix', text: fold(typed.replace(/[*?].*$/su, '')).slice(0, longestPrefix) };
  }
}

function rarest(all: readonly Keys[], counts: WordCounts): Keys {
  let best: Keys;
  let least = Number.POSITIVE_INFINITY;
  for (const keys of all) {
    if (keys === undefined) continue;
    const cost = keys.reduce((sum, key) => sum + costOf(key, counts), 0);
    if (cost < least) [best, least] = [keys, cost];
  }
  return best;
}

/** How often a key is expected, beside those of other words. */
function costOf(key: Key, counts: WordCounts): number {
  switch (key.kind) {
    case 'word':
      return counts.commonness(key.word);
    case 'pair':
      return (counts.commonness(key.left) * counts.commonness(key.right)) / 5_000;
    case 'tag':
    case 'emoji':
      return 0.5;
    case 'fuzzy':
      return 4 * counts.commonness(key.text);
    case 'prefix':
      return 8 * counts.commonness(key.text);
    case 'literal':
      return 1_000;
  }
}

/** Three units of a literal, those with the rarest letters. */
function rarestPiece(literal: string): string {
  let best = literal.slice(0, 3);
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 3 <= literal.length; at += 1) {
    const piece = literal.slice(at, at + 3);
    const common = piece.match(/[aeiounrstl اليمنرتو]/gu)?.length ?? 0;
    if (common < least) [best, least] = [piece, common];
  }
  return best;
}

/** The keys of the table that a key waits for; for a pair its two words stand in `left` and `right`. */
export function tableKeys(key: Exclude<Key, { readonly kind: 'pair' }>): readonly string[] {
  switch (key.kind) {
    case 'word':
      return [key.word, ...squeezedKeys(key.word)];
    case 'emoji':
      return [key.text];
    case 'prefix':
      return [keyKind.prefix + key.text];
    case 'tag':
      return [keyKind.tag + key.text];
    case 'literal':
      return [keyKind.literal + key.text];
    case 'fuzzy':
      return Array.from(deletions(key.text), (form) => keyKind.deletion + form);
  }
}

/** The key by which a word is found that was drawn out. */
export function squeezedKeys(word: string): readonly string[] {
  return word.length < 3 ? [] : [keyKind.squeezed + squeezed(word)];
}
