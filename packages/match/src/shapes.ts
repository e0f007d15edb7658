import type { DisguiseName } from '@vedette/decode';
import type { UnitString } from './lines/json-string.js';
import type { QueryNode } from './query.js';
import type { SharedRules } from './rule-matcher.js';

/** How much a rule matters; `medium` where a rule does not say. */
export type Severity = 'low' | 'medium' | 'high' | 'critical';
/** What becomes of a hit: an alert for a person, a line in a digest, or a count only. */
export type RuleAction = 'alert' | 'digest' | 'count';

/** A rule as a watchlist holds it; the same shape as `ruleSchema` of the contract. */
export interface Rule {
  readonly id: string;
  readonly query: string;
  readonly lang?: readonly string[] | undefined;
  readonly severity?: Severity | undefined;
  readonly action?: RuleAction | undefined;
  readonly note?: string | undefined;
  readonly basis?: string | undefined;
  readonly until?: string | undefined;
  readonly must?: readonly string[] | undefined;
  readonly mustNot?: readonly string[] | undefined;
}

/** Named rules; the same shape as `watchlistSchema` of the contract. */
export interface Watchlist {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** A mistake in a query: where (UTF-16 units of the query), what is wrong, and a whole query that loads. */
export interface QueryProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** Missing when nothing is left to look for. */
  readonly repair?: string;
}

/** One part of a parsed query as the query bar shows it; the same shape as `queryChipSchema` of the contract. */
export interface QueryChip {
  readonly kind: 'term' | 'phrase' | 'near' | 'regex' | 'field' | 'group' | 'any' | 'not';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly children?: readonly QueryChip[];
}

/** What a query says. */
export interface ParsedQuery {
  /**
   * The query as far as it could be read; missing when nothing is left to look for. With problems it is what the repair
   * says, which may not be what was meant: rules do not run then, a search while somebody types may.
   */
  readonly ast?: QueryNode;
  readonly chips: readonly QueryChip[];
  readonly problems: readonly QueryProblem[];
}

/** What a rule needs to run. */
export type RuleInput = Pick<Rule, 'id' | 'query' | 'lang' | 'severity' | 'until'>;

/** What of an Item is looked at; every Item of the contract fits. */
export interface MatchInput {
  readonly id: string;
  readonly text: string;
  readonly title?: string | undefined;
  readonly source?: { readonly kind: string; readonly id: string; readonly title?: string | undefined } | undefined;
  readonly kind?: string | undefined;
  readonly author?:
    | { readonly id?: string | undefined; readonly handle?: string | undefined; readonly name?: string | undefined }
    | undefined;
  readonly lang?: string | undefined;
  readonly url?: string | undefined;
  readonly links?: readonly string[] | undefined;
  readonly media?: readonly { readonly type: string }[] | undefined;
  readonly publishedAt?: string | undefined;
  readonly editedAt?: string | undefined;
  readonly deletedAt?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly forwardedFrom?: string | undefined;
}

/** One place of one term: `item[field].slice(start, end)` is what the author typed. */
export interface MatchSpan {
  readonly start: number;
  readonly end: number;
  readonly field: 'title' | 'text';
  readonly term: string;
  readonly via: readonly DisguiseName[];
}

/** One rule that caught an Item. Spans are in order: title before text, then by place. */
export interface RuleMatch {
  readonly rule: string;
  readonly severity: Severity;
  readonly spans: readonly MatchSpan[];
}

/** Compiled rules. Holds no state between calls: the same Item gives the same answer. */
export interface Matcher {
  /** The rules that catch the Item, in the order in which they were given. */
  match(item: MatchInput): readonly RuleMatch[];
  /**
   * Whether any rule may match a text (and a title), before an Item is made of it: `false` is certain. For texts that stand
   * as UTF-16 units, see `LineScanner`.
   */
  mayMatch(title: UnitString | undefined, text: UnitString | undefined): boolean;
  /** What each rule that was ever evaluated has cost so far, the most expensive first. */
  costs(): readonly RuleCost[];
  /** How many rules can match. */
  readonly size: number;
  /** Whether any rule has a condition on what is known about an Item beside its texts and its language. */
  readonly usesFields: boolean;
  /** The compiled rules, for other threads. */
  readonly shared: SharedRules;
}

/** What a rule costs. */
export interface RuleCost {
  readonly rule: string;
  /** On how many Items it was evaluated, because they had what it requires. */
  readonly evaluated: number;
  readonly matched: number;
  /** Time of all evaluations; 0 where `compileRules` got no clock. */
  readonly milliseconds: number;
  /** Whether nothing is required (conditions only, a negation in a branch): it is evaluated on every Item. */
  readonly everyItem: boolean;
}

/** A problem with the rule that has it. */
export interface RuleProblem extends QueryProblem {
  readonly rule: string;
}

/** What `compileRules` made of the rules: the ones that run, and why the others do not. */
export interface CompiledRules {
  readonly matcher: Matcher;
  /** Rules with a mistake in the query or an id that came before; they do not run, the others do. */
  readonly problems: readonly RuleProblem[];
  /** Ids of rules whose `until` is past; they do not run. */
  readonly expired: readonly string[];
}

/** What `compileRules` needs to know. */
export interface CompileOptions {
  /** Decides which rules are past their `until`; without it none is. */
  readonly now?: Date | undefined;
  /** A clock in milliseconds, such as `performance.now`, to measure what each rule costs. */
  readonly clock?: (() => number) | undefined;
}

/** What a finding of a check is about, for those who say it in another language. */
export type FindingCode =
  | 'query'
  | 'id-taken'
  | 'example-missed'
  | 'example-caught'
  | 'same-as-another'
  | 'part-of-another'
  | 'lower-case-operator'
  | 'mixed-operators'
  | 'never-matches'
  | 'matches-most'
  | 'everyday-word'
  | 'expired'
  | 'expires-soon';

/** One finding of a watchlist check, with its place in the file (counted from 1). */
export interface WatchlistFinding {
  readonly level: 'error' | 'warning';
  /** Given by `checkRules`. */
  readonly code?: FindingCode;
  readonly rule?: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly repair?: string;
}

/** What `readWatchlist` reads. */
export type WatchlistFormat = 'yaml' | 'json' | 'csv';

/** A watchlist that was read: what loads, and what is wrong with the rest. */
export interface ReadWatchlist {
  /** Only rules that load: a rule with a mistake is in `findings` instead. */
  readonly watchlist: Watchlist;
  readonly findings: readonly WatchlistFinding[];
  /** Place of each rule's query in the file, by rule id. */
  readonly places: ReadonlyMap<string, { readonly line: number; readonly column: number }>;
}

/** One word of a text, folded, with the place it came from. */
export interface Word {
  readonly kind: 'word' | 'emoji';
  /** Folded (see `fold` of `@vedette/decode`). In scripts without word spaces each character is a word. */
  readonly word: string;
  /** UTF-16 units of the original. */
  readonly start: number;
  readonly end: number;
  /** True when it follows the word before it without anything between, in a script without word spaces. */
  readonly glued: boolean;
  /** Arabic: the word without each particle that may be attached to it (و ف ب ل ك ال and their combinations). */
  readonly stripped: readonly string[];
}
