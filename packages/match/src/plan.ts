import type { MetadataField, HashtagNode, PlaceNode, QueryNode, RegexNode, TermNode } from './query.js';
import type { DisguiseName } from '@vedette/decode';
import { compileRegex, requiredLiteral, type LinearRegex } from './regex.js';
import type { Vocabulary } from './vocabulary.js';

/** A term whose words have numbers in the vocabulary. */
export interface TermPlan {
  readonly type: 'term';
  readonly term: TermNode;
  readonly patterns: readonly number[];
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

/**
 * What must be in an Item for a rule to be worth evaluating: one of these patterns, hashtags or glued hashtags.
 * `undefined` means that nothing is certain and the rule is evaluated on every Item.
 */
export type Triggers = { readonly patterns: readonly number[]; readonly tags: readonly string[] } | undefined;

/** Makes the plan of a query; its words enter the vocabulary. */
export function planOf(node: QueryNode, vocabulary: Vocabulary): Plan {
  switch (node.type) {
    case 'and':
    case 'or':
      return { type: node.type, items: node.items.map((item) => planOf(item, vocabulary)) };
    case 'not':
      return { type: 'not', item: planOf(node.item, vocabulary) };
    case 'via':
      return { ...node, item: planOf(node.item, vocabulary) };
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
      return placePlan(node, vocabulary);
  }
}

function placePlan(node: PlaceNode, vocabulary: Vocabulary): PlacePlan {
  switch (node.type) {
    case 'term': {
      const plain =
        node.comparison === 'folded' && node.words.length > 1 && node.words.every(({ kind }) => kind === 'word');
      return {
        type: 'term',
        term: node,
        patterns: node.words.map((word) => vocabulary.add(word, node.comparison)),
        glued: plain ? node.words.map(({ text }) => text).join('') : undefined,
      };
    }
    case 'hashtag':
      return { type: 'hashtag', tag: node };
    case 'near':
      return { ...node, left: placePlan(node.left, vocabulary), right: placePlan(node.right, vocabulary) };
    case 'any-place':
      return { type: 'any-place', items: node.items.map((item) => placePlan(item, vocabulary)) };
  }
}

/** How many rules use each pattern, so that the rarest can be chosen. */
export function countPatterns(plan: Plan, counts: Map<number, number>): void {
  switch (plan.type) {
    case 'and':
    case 'or':
      for (const item of plan.items) countPatterns(item, counts);
      break;
    case 'any-place':
      for (const item of plan.items) countPatterns(item, counts);
      break;
    case 'via':
      countPatterns(plan.item, counts);
      break;
    case 'near':
      countPatterns(plan.left, counts);
      countPatterns(plan.right, counts);
      break;
    case 'term':
      for (const pattern of plan.patterns) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
      break;
    case 'not':
    case 'hashtag':
    case 'regex':
    case 'field':
      break;
  }
}

/** Chooses what must be there: of words that are all needed the rarest among the rules, then the longest. */
export function triggersOf(plan: Plan, counts: ReadonlyMap<number, number>): Triggers {
  switch (plan.type) {
    case 'and':
      return cheapest(
        plan.items.map((item) => triggersOf(item, counts)),
        counts,
      );
    case 'near':
      return cheapest([triggersOf(plan.left, counts), triggersOf(plan.right, counts)], counts);
    case 'or':
    case 'any-place': {
      const all = plan.items.map((item: Plan) => triggersOf(item, counts));
      const patterns: number[] = [];
      const tags: string[] = [];
      for (const one of all) {
        if (one === undefined) return undefined;
        patterns.push(...one.patterns);
        tags.push(...one.tags);
      }
      return { patterns, tags };
    }
    case 'via':
      return triggersOf(plan.item, counts);
    case 'term': {
      const { words } = plan.term;
      let best = 0;
      for (let index = 1; index < words.length; index += 1) {
        const rarer = (counts.get(plan.patterns[index] ?? 0) ?? 0) - (counts.get(plan.patterns[best] ?? 0) ?? 0);
        const longer = (words[index]?.text.length ?? 0) - (words[best]?.text.length ?? 0);
        if (rarer < 0 || (rarer === 0 && longer > 0)) best = index;
      }
      return { patterns: [plan.patterns[best] ?? 0], tags: plan.glued === undefined ? [] : [plan.glued] };
    }
    case 'hashtag':
      return { patterns: [], tags: [plan.tag.tag] };
    case 'not':
    case 'regex':
    case 'field':
      return undefined;
  }
}

function cheapest(all: readonly Triggers[], counts: ReadonlyMap<number, number>): Triggers {
  let best: Triggers;
  let least = Number.POSITIVE_INFINITY;
  for (const one of all) {
    if (one === undefined) continue;
    let cost = one.tags.length;
    for (const pattern of one.patterns) cost += 1 + (counts.get(pattern) ?? 0);
    if (cost < least) {
      least = cost;
      best = one;
    }
  }
  return best;
}
