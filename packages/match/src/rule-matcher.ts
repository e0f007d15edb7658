import { evaluate, type ReadItem } from './evaluate.js';
import { KeyFinder } from './key-finder.js';
import type { RuleKeys } from './keys/rule-keys.js';
import { layersOf, type FieldName, type Layer } from './layers.js';
import type { UnitString } from './lines/json-string.js';
import { languageFits, statesNoLanguage } from './metadata.js';
import { parseQuery } from './parse-query.js';
import { planOf, type Plan } from './plan.js';
import { unpackRule, type RuleTables, type RunningRule } from './rule-store.js';
import type { Matcher, MatchInput, RuleCost, RuleMatch } from './shapes.js';
import { emptyTokens, tokenise } from './words.js';

/**
 * Compiled rules: tables over shared memory that are posted to threads as they are, without copying, and attached there
 * by `attachRules`. To swap lists while a stream runs, post the new ones and use them from the next Item on.
 */
export interface SharedRules {
  readonly rules: RuleTables;
  readonly keys: RuleKeys;
  readonly usesFields: boolean;
  /** Whether any rule may match words in Arabic letters: else no such readings are made. */
  readonly readsArabic: boolean;
}

/** A rule made ready when it first had to be evaluated, and what it has cost since. */
interface ReadyRule extends RunningRule {
  readonly plan: Plan;
  evaluated: number;
  matched: number;
  milliseconds: number;
}

/** Runs compiled rules: only those whose key is there are evaluated, and only those are ever parsed in this thread. */
export class RuleMatcher implements Matcher {
  readonly shared: SharedRules;
  readonly size: number;
  readonly usesFields: boolean;
  readonly #finder: KeyFinder;
  readonly #ready: (ReadyRule | undefined)[] = [];
  readonly #clock: (() => number) | undefined;

  /** @param clock milliseconds, for the cost of each rule */
  constructor(shared: SharedRules, clock?: () => number) {
    this.shared = shared;
    this.size = shared.rules.severities.length;
    this.usesFields = shared.usesFields;
    this.#finder = new KeyFinder(shared.keys, this.size, shared.readsArabic);
    this.#clock = clock;
  }

  match(item: MatchInput): readonly RuleMatch[] {
    const layers = [...this.#layers('title', item.title), ...this.#layers('text', item.text)];
    const candidates = this.#finder.candidates(layers);
    if (candidates.length === 0) return [];
    const read: ReadItem = { item, layers, lowered: new Map() };
    const matches: RuleMatch[] = [];
    for (const index of candidates) {
      const rule = this.#ruleAt(index);
      if (!speaks(rule, item)) continue;
      const begun = this.#clock?.() ?? 0;
      const spans = evaluate(rule.plan, read);
      rule.evaluated += 1;
      rule.milliseconds += (this.#clock?.() ?? 0) - begun;
      if (spans === undefined) continue;
      rule.matched += 1;
      matches.push({ rule: rule.id, severity: rule.severity, spans });
    }
    return matches;
  }

  mayMatch(title: UnitString | undefined, text: UnitString | undefined): boolean {
    if (this.#finder.hasUnkeyed) return true;
    return (text !== undefined && this.#finder.mayHit(text)) || (title !== undefined && this.#finder.mayHit(title));
  }

  costs(): readonly RuleCost[] {
    const unkeyed = new Set(this.shared.keys.always);
    const costs: RuleCost[] = [];
    for (const [index, rule] of this.#ready.entries()) {
      if (rule === undefined) continue;
      const { id, evaluated, matched, milliseconds } = rule;
      costs.push({ rule: id, evaluated, matched, milliseconds, everyItem: unkeyed.has(index) });
    }
    return costs.sort((a, b) => b.milliseconds - a.milliseconds || b.evaluated - a.evaluated);
  }

  #layers(field: FieldName, text: string | undefined): readonly Layer[] {
    if (text === undefined || text === '') return [];
    return layersOf(field, text, tokenise(text, emptyTokens()), this.shared.readsArabic);
  }

  #ruleAt(index: number): ReadyRule {
    const known = this.#ready[index];
    if (known !== undefined) return known;
    const rule = unpackRule(this.shared.rules, index);
    const { ast } = parseQuery(rule.query);
    if (ast === undefined) throw new RangeError(`the query of rule ${rule.id} was compiled but cannot be read`);
    const ready: ReadyRule = { ...rule, plan: planOf(ast), evaluated: 0, matched: 0, milliseconds: 0 };
    this.#ready[index] = ready;
    return ready;
  }
}

/** A rule with languages skips Items that state another one. */
function speaks(rule: RunningRule, item: MatchInput): boolean {
  const { lang } = item;
  if (rule.lang.length === 0 || lang === undefined || statesNoLanguage(lang)) return true;
  return rule.lang.some((wanted) => languageFits(wanted, lang));
}
