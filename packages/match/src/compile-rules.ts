import { keysOfRules } from './keys/rule-keys.js';
import { mayMatchArabic } from './may-match-arabic.js';
import { parsedRule } from './parsed-rules.js';
import type { QueryNode } from './query.js';
import { RuleMatcher, type SharedRules } from './rule-matcher.js';
import { packRules, type RunningRule } from './rule-store.js';
import type { CompiledRules, CompileOptions, Matcher, RuleInput, RuleProblem } from './shapes.js';

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
  const running: RunningRule[] = [];
  const queries: QueryNode[] = [];
  const problems: RuleProblem[] = [];
  const expired: string[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    const { id, query, lang, severity, until } = rule;
    if (seen.has(id)) {
      problems.push({ rule: id, start: 0, end: query.length, message: `another rule before has the id ${id}` });
      continue;
    }
    seen.add(id);
    const parsed = parsedRule(rule);
    problems.push(...parsed.problems.map((problem) => ({ rule: id, ...problem })));
    if (parsed.ast === undefined || parsed.problems.length > 0) continue;
    if (until !== undefined && today !== undefined && until < today) {
      expired.push(id);
      continue;
    }
    running.push({ id, query, severity: severity ?? 'medium', lang: lang ?? [] });
    queries.push(parsed.ast);
  }
  const shared = {
    rules: packRules(running),
    keys: keysOfRules(queries),
    usesFields: queries.some(usesFields),
    readsArabic: queries.some(mayMatchArabic),
  };
  return { matcher: new RuleMatcher(shared, options.clock), problems, expired };
}

/**
 * A matcher of rules that another thread compiled (`matcher.shared`): costs next to nothing, whatever their number.
 *
 * @example
 * worker.postMessage(compileRules(rules).matcher.shared); // in the main thread
 * const matcher = attachRules(message); // in the worker
 */
export function attachRules(shared: SharedRules, options: Pick<CompileOptions, 'clock'> = {}): Matcher {
  return new RuleMatcher(shared, options.clock);
}

function usesFields(query: QueryNode): boolean {
  switch (query.type) {
    case 'and':
    case 'or':
      return query.items.some(usesFields);
    case 'not':
    case 'via':
      return usesFields(query.item);
    case 'field':
      return true;
    case 'term':
    case 'hashtag':
    case 'near':
    case 'any-place':
    case 'regex':
      return false;
  }
}
