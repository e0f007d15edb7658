import type { DisguiseName } from '@vedette/decode';

/**
 * One word of a term.
 * - `word`: a whole word, in the folded form of `words()` (as typed when the term is `raw` or `cs`);
 * - `wildcard`: a pattern over the folded word where `*` is any number of letters and `?` exactly one; it begins with
 *   at least three letters;
 * - `fuzzy`: a word that may differ by one edit (a letter added, lost or changed, or two neighbours swapped);
 * - `emoji`: an emoji without variation selectors.
 * `glued` says that it follows the word before it without anything between (scripts without word spaces).
 */
export interface WordPattern {
  readonly kind: 'word' | 'wildcard' | 'fuzzy' | 'emoji';
  readonly text: string;
  readonly glued: boolean;
}

/** How a term compares: folded with all readings, `raw` characters as published, or case-sensitive (`cs`). */
export type Comparison = 'folded' | 'raw' | 'cs';

/** A word, or several words next to each other (punctuation between them is passed over). */
export interface TermNode {
  readonly type: 'term';
  readonly words: readonly WordPattern[];
  readonly comparison: Comparison;
  /** Only the title, or title and text. A term never runs from one into the other. */
  readonly where: 'title' | 'both';
  /** The term as the rule names it in spans. */
  readonly text: string;
}

/** A hashtag as such (`#GreyGate` or `hashtag:GreyGate`); `tag` is folded, without the sign. */
export interface HashtagNode {
  readonly type: 'hashtag';
  readonly tag: string;
  readonly where: 'title' | 'both';
  readonly text: string;
}

/** Two things within `distance` words of each other (words between), in order if `ordered`. */
export interface NearNode {
  readonly type: 'near';
  readonly left: PlaceNode;
  readonly right: PlaceNode;
  readonly distance: number;
  readonly ordered: boolean;
}

/** Several things of which one is enough, as operand of NEAR. */
export interface AnyPlaceNode {
  readonly type: 'any-place';
  readonly items: readonly PlaceNode[];
}

/** What has places in a text and so can stand beside NEAR. */
export type PlaceNode = TermNode | HashtagNode | NearNode | AnyPlaceNode;

/** A regular expression in RE2 syntax, without the slashes. */
export interface RegexNode {
  readonly type: 'regex';
  /** For RE2, without the `(?-i)` at its beginning. */
  readonly pattern: string;
  /** As written between the slashes. */
  readonly source: string;
  readonly ignoreCase: boolean;
  readonly where: 'title' | 'both';
  readonly raw: boolean;
  readonly text: string;
}

/** Fields of the query language that are conditions on what is known about an Item; they give no spans. */
export const metadataFields = [
  'from',
  'source',
  'kind',
  'lang',
  'url',
  'domain',
  'has',
  'is',
  'since',
  'until',
] as const;
/** The name of one of `metadataFields`. */
export type MetadataField = (typeof metadataFields)[number];

/** A condition on what is known about the Item; gives no spans. `value` is lower case; dates are `YYYY-MM-DD`. */
export interface FieldNode {
  readonly type: 'field';
  readonly field: MetadataField;
  readonly value: string;
}

/** Narrows the terms under `item` to hits that needed a step of decoding. */
export interface ViaNode {
  readonly type: 'via';
  readonly step: DisguiseName;
  /** `-via:leet`: only hits that did not need the step. */
  readonly negated: boolean;
  readonly item: QueryNode;
}

/**
 * A query as a tree. Everything but `and`, `or`, `not` and `via` is a leaf for a reader that only needs to know what
 * is looked for; `near` and `any-place` hold terms.
 * @example
 * function terms(node: QueryNode): string[] {
 *   switch (node.type) {
 *     case 'and': case 'or': return node.items.flatMap(terms);
 *     case 'not': return [];
 *     case 'via': return terms(node.item);
 *     case 'near': return [...terms(node.left), ...terms(node.right)];
 *     case 'any-place': return node.items.flatMap(terms);
 *     case 'term': case 'regex': case 'hashtag': return [node.text];
 *     case 'field': return [];
 *   }
 * }
 */
export type QueryNode =
  | { readonly type: 'and'; readonly items: readonly QueryNode[] }
  | { readonly type: 'or'; readonly items: readonly QueryNode[] }
  | { readonly type: 'not'; readonly item: QueryNode }
  | ViaNode
  | PlaceNode
  | RegexNode
  | FieldNode;
