import { evaluate, type ReadItem } from './evaluate.js';
import { layersOf, type Layer } from './layers.js';
import { languageFits } from './metadata.js';
import { parseQuery } from './parse-query.js';
import { countPatterns, planOf, triggersOf, type Plan } from './plan.js';
import type {
  CompiledRules,
  CompileOptions,
  Matcher,
  MatchInput,
  RuleInput,
  RuleMatch,
  RuleProblem,
  Severity,
} from './shapes.js';
import { Vocabulary } from './vocabulary.js';
import { emptyTokens } from './words.js';

interface RunningRule {
  readonly id: string;
  readonly severity: Severity;
  readonly lang: readonly string[];
  readonly plan: Plan;
}

/**
 * Makes a matcher of rules. Never throws on a rule: one with a mistake is in `problems` and the others run.
 *
 * @example
 * const { matcher } = compileRules([{ id: 'r1', query: '"grey gate" -museum' }]);
 * matcher.match({ id: 'a', text: 'The Grey Gate opens' });
 * // [{ rule: 'r1', severity: 'medium', spans: [{ start: 4, end: 13, field: 'text', term: 'grey gate', via: [] }] }]
 */
export function compileRules(rules: readonly RuleInput[], options: CompileOptions = {}): CompiledRules {
  const today = options.now?.toISOString().slice(0, 10);
  const vocabulary = new Vocabulary();
  const running: RunningRule[] = [];
  const problems: RuleProblem[] = [];
  const expired: string[] = [];
  const seen = new Set<string>();
  for (const { id, query, lang, severity, until } of rules) {
    if (seen.has(id)) {
      problems.push({ rule: id, start: 0, end: query.length, message: `another rule before has the id ${id}` });
      continue;
    }
    seen.add(id);
    const parsed = parseQuery(query);
    problems.push(...parsed.problems.map((problem) => ({ rule: id, ...problem })));
    if (parsed.ast === undefined || parsed.problems.length > 0) continue;
    if (until !== undefined && today !== undefined && until < today) {
      expired.push(id);
      continue;
    }
    running.push({ id, severity: severity ?? 'medium', lang: lang ?? [], plan: planOf(parsed.ast, vocabulary) });
  }
  return { matcher: new RuleMatcher(running, vocabulary), problems, expired };
}

/** Rules keyed on what must be in an Item; only rules whose key is there are evaluated. */
class RuleMatcher implements Matcher {
  readonly #rules: readonly RunningRule[];
  readonly #vocabulary: Vocabulary;
  readonly #byPattern = new Map<number, number[]>();
  readonly #byTag = new Map<string, number[]>();
  /** Rules without a key. */
  readonly #always: number[] = [];
  readonly #scratch = { title: emptyTokens(), text: emptyTokens() };

  constructor(rules: readonly RunningRule[], vocabulary: Vocabulary) {
    this.#rules = rules;
    this.#vocabulary = vocabulary;
    const counts = new Map<number, number>();
    for (const { plan } of rules) countPatterns(plan, counts);
    for (const [index, { plan }] of rules.entries()) {
      const triggers = triggersOf(plan, counts);
      if (triggers === undefined) this.#always.push(index);
      for (const pattern of new Set(triggers?.patterns)) append(this.#byPattern, pattern, index);
      for (const tag of new Set(triggers?.tags)) append(this.#byTag, tag, index);
    }
  }

  get size(): number {
    return this.#rules.length;
  }

  match(item: MatchInput): readonly RuleMatch[] {
    const layers: Layer[] = [];
    if (item.title !== undefined && item.title !== '') {
      layers.push(...layersOf('title', item.title, this.#vocabulary, this.#scratch.title));
    }
    if (item.text !== '') layers.push(...layersOf('text', item.text, this.#vocabulary, this.#scratch.text));
    const candidates = this.#candidates(layers);
    if (candidates.length === 0) return [];
    const read: ReadItem = { item, layers, lowered: new Map() };
    const matches: RuleMatch[] = [];
    for (const index of candidates) {
      const rule = this.#rules[index];
      if (rule === undefined || !speaks(rule, item)) continue;
      const spans = evaluate(rule.plan, read);
      if (spans !== undefined) matches.push({ rule: rule.id, severity: rule.severity, spans });
    }
    return matches;
  }

  #candidates(layers: readonly Layer[]): readonly number[] {
    let found: Set<number> | undefined;
    const note = (rules: readonly number[] | undefined): void => {
      if (rules === undefined) return;
      found ??= new Set();
      for (const rule of rules) found.add(rule);
    };
    for (const { occurrences, hashtags } of layers) {
      for (const pattern of occurrences.keys()) note(this.#byPattern.get(pattern));
      if (this.#byTag.size === 0) continue;
      for (const { tag, glued } of hashtags) {
        note(this.#byTag.get(tag));
        note(this.#byTag.get(glued));
      }
    }
    if (found === undefined) return this.#always;
    note(this.#always);
    return [...found].sort((a, b) => a - b);
  }
}

/** A rule with languages skips Items that state another one. */
function speaks(rule: RunningRule, item: MatchInput): boolean {
  const { lang } = item;
  return rule.lang.length === 0 || lang === undefined || rule.lang.some((wanted) => languageFits(wanted, lang));
}

function append<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
