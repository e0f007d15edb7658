import { compileRules } from './compile-rules.js';
import { parseQuery } from './parse-query.js';
import type { QueryNode } from './query.js';
import type { Rule, WatchlistFinding } from './shapes.js';

/** What a check knows beside the rules. */
export interface CheckOptions {
  /** Where each rule's query stands in the file, as `readWatchlist` gives it; line 1 where none is given. */
  readonly places?: ReadonlyMap<string, { readonly line: number; readonly column: number }> | undefined;
  /** Names rules whose `until` is past or near. */
  readonly now?: Date | undefined;
}

const soonDays = 14;

/**
 * Checks rules: mistakes in queries, ids given twice, examples that do not come out as they must, rules that repeat
 * another or catch nearly everything, and rules past their day. Examples are run as the text of an Item.
 *
 * @example
 * checkRules([{ id: 'r1', query: 'gate', must: ['a door'] }]);
 * // [{ level: 'error', rule: 'r1', line: 1, column: 1, message: 'must match but does not: a door' }]
 */
export function checkRules(rules: readonly Rule[], options: CheckOptions = {}): readonly WatchlistFinding[] {
  const findings: WatchlistFinding[] = [];
  const seen = new Set<string>();
  const byQuery = new Map<string, string>();
  const today = options.now?.toISOString().slice(0, 10);
  const soon = options.now === undefined ? undefined : dayAfter(options.now, soonDays);
  for (const [index, rule] of rules.entries()) {
    const place = options.places?.get(rule.id) ?? { line: options.places === undefined ? index + 1 : 1, column: 1 };
    const say = (level: 'error' | 'warning', message: string, repair?: string, column = place.column): void => {
      findings.push({
        level,
        rule: rule.id,
        line: place.line,
        column,
        message,
        ...(repair === undefined ? {} : { repair }),
      });
    };
    if (seen.has(rule.id)) {
      say('error', 'the id is taken by an earlier rule, which stays');
      continue;
    }
    seen.add(rule.id);
    const { ast, problems } = parseQuery(rule.query);
    for (const { start, message, repair } of problems) say('error', message, repair, place.column + start);
    if (ast === undefined || problems.length > 0) continue;
    runExamples(rule, say);
    const twin = byQuery.get(rule.query.trim());
    if (twin === undefined) byQuery.set(rule.query.trim(), rule.id);
    else say('warning', `asks the same as rule ${twin}`);
    lint(rule.query, ast, say);
    if (rule.until !== undefined && today !== undefined && soon !== undefined) {
      if (rule.until < today) say('warning', `expired on ${rule.until} and matches nothing`);
      else if (rule.until <= soon) say('warning', `expires on ${rule.until}`);
    }
  }
  return findings;
}

type Say = (level: 'error' | 'warning', message: string, repair?: string) => void;

function runExamples(rule: Rule, say: Say): void {
  const must = rule.must ?? [];
  const mustNot = rule.mustNot ?? [];
  if (must.length + mustNot.length === 0) return;
  const { matcher } = compileRules([{ id: rule.id, query: rule.query }]);
  const catches = (text: string): boolean => matcher.match({ id: 'example', text }).length > 0;
  for (const text of must) if (!catches(text)) say('error', `must match but does not: ${text}`);
  for (const text of mustNot) if (catches(text)) say('error', `must not match but does: ${text}`);
}

function lint(query: string, ast: QueryNode, say: Say): void {
  if (/(?:^|\s)(?:or|and|not)(?:\s|$)/u.test(query.replace(/"[^"]*"/gu, ''))) {
    say('warning', 'or, and, not in lower case are looked for as words; operators are upper case');
  }
  if (mixes(ast, query)) say('warning', 'AND binds tighter than OR; write brackets to say what is meant');
  if (catchesMost(ast)) say('warning', 'nearly every Item matches this');
}

/** OR beside AND without brackets to tell them apart. */
function mixes(node: QueryNode, query: string): boolean {
  if (query.includes('(')) return false;
  return node.type === 'or' && node.items.some((item) => item.type === 'and');
}

function catchesMost(node: QueryNode): boolean {
  switch (node.type) {
    case 'and':
      return node.items.every(catchesMost);
    case 'or':
      return node.items.some(catchesMost);
    case 'not':
      return true;
    case 'via':
      return false;
    case 'field':
      return node.field === 'kind' || node.field === 'lang' || node.field === 'since' || node.field === 'until';
    case 'term': {
      const [word] = node.words;
      return node.words.length === 1 && word !== undefined && /^[a-z0-9]$/u.test(word.text);
    }
    case 'hashtag':
    case 'near':
    case 'any-place':
    case 'regex':
      return false;
  }
}

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
