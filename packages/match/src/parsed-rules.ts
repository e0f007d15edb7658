import { parseQuery } from './parse-query.js';
import type { QueryNode } from './query.js';
import type { QueryProblem } from './shapes.js';

/** What a rule's query says, for who does not show it. */
export interface ParsedRule {
  readonly ast?: QueryNode;
  readonly problems: readonly QueryProblem[];
}

/** Reading a list, checking it and compiling it ask for the same queries: each is parsed once as long as its rule is kept. */
const known = new WeakMap<{ readonly query: string }, { readonly query: string; readonly parsed: ParsedRule }>();

/** The query of a rule, parsed. Remembers it by the rule itself. */
export function parsedRule(rule: { readonly query: string }): ParsedRule {
  const before = known.get(rule);
  if (before !== undefined && before.query === rule.query) return before.parsed;
  const { ast, problems } = parseQuery(rule.query);
  const parsed = ast === undefined ? { problems } : { ast, problems };
  known.set(rule, { query: rule.query, parsed });
  return parsed;
}
