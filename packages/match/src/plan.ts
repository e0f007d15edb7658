import type { DisguiseName } from '@vedette/decode';
import type { HashtagNode, MetadataField, PlaceNode, QueryNode, RegexNode, TermNode } from './query.js';
import { compileRegex, requiredLiteral, type LinearRegex } from './regex.js';

export interface TermPlan {
  readonly type: 'term';
  readonly term: TermNode;
  /** The words without blanks between, to be found as a hashtag; only for phrases of plain words. */
  readonly glued: string | undefined;
}

export interface HashtagPlan {
  readonly type: 'hashtag';
  readonly tag: HashtagNode;
}

export interface NearPlan {
  readonly type: 'near';
  readonly left: PlacePlan;
  readonly right: PlacePlan;
  readonly distance: number;
  readonly ordered: boolean;
}

export type PlacePlan =
  TermPlan | HashtagPlan | NearPlan | { readonly type: 'any-place'; readonly items: readonly PlacePlan[] };

export interface RegexPlan {
  readonly type: 'regex';
  readonly node: RegexNode;
  readonly regex: LinearRegex;
  /** Lower-case text that every match contains. */
  readonly literal: string | undefined;
}

/** A query ready to be evaluated. */
export type Plan =
  | { readonly type: 'and' | 'or'; readonly items: readonly Plan[] }
  | { readonly type: 'not'; readonly item: Plan }
  | { readonly type: 'via'; readonly step: DisguiseName; readonly negated: boolean; readonly item: Plan }
  | { readonly type: 'field'; readonly field: MetadataField; readonly value: string }
  | RegexPlan
  | PlacePlan;

/** Makes the plan of a query. */
export function planOf(node: QueryNode): Plan {
  switch (node.type) {
    case 'and':
    case 'or':
      return { type: node.type, items: node.items.map(planOf) };
    case 'not':
      return { type: 'not', item: planOf(node.item) };
    case 'via':
      return { ...node, item: planOf(node.item) };
    case 'field':
      return node;
    case 'regex': {
      const regex = compileRegex(node.pattern, node.ignoreCase);
      if ('message' in regex) throw new RangeError(regex.message);
      return { type: 'regex', node, regex, literal: requiredLiteral(node.pattern) };
    }
    case 'term':
    case 'hashtag':
    case 'near':
    case 'any-place':
      return placePlan(node);
  }
}

function placePlan(node: PlaceNode): PlacePlan {
  switch (node.type) {
    case 'term':
      return { type: 'term', term: node, glued: gluedWords(node) };
    case 'hashtag':
      return { type: 'hashtag', tag: node };
    case 'near':
      return { ...node, left: placePlan(node.left), right: placePlan(node.right) };
    case 'any-place':
      return { type: 'any-place', items: node.items.map(placePlan) };
  }
}

/** The words of a phrase as one, as a hashtag writes them; `undefined` for what no hashtag stands for. */
export function gluedWords(term: TermNode): string | undefined {
  const plain =
    term.comparison === 'folded' && term.words.length > 1 && term.words.every(({ kind }) => kind === 'word');
  return plain ? term.words.map(({ text }) => text).join('') : undefined;
}
