import { canonical } from './canonical.js';
import { compileRules } from './compile-rules.js';
import { lintQuery } from './lint-query.js';
import { parsedRule } from './parsed-rules.js';
import type { QueryNode } from './query.js';
import type { FindingCode, Matcher, Rule, WatchlistFinding } from './shapes.js';

/** What a check knows beside the rules. */
export interface CheckOptions {
  /** Where each rule's query stands in the file, as `readWatchlist` gives it; line 1 where none is given. */
  readonly places?: ReadonlyMap<string, { readonly line: number; readonly column: number }> | undefined;
  /** Names rules whose `until` is past or near. */
  readonly now?: Date | undefined;
}

const soonDays = 14;

/**
 * Checks rules: mistakes in queries, ids given twice, examples that do not come out as they must, rules that can never match,
 * repeat another, are part of another or catch nearly everything, and rules past their day. Examples are run as the text of
 * an Item.
 *
 * @example
 * checkRules([{ id: 'r1', query: 'gate', must: ['a door'] }]);
 * // [{ level: 'error', code: 'example-missed', rule: 'r1', line: 1, column: 1, message: 'must match but does not: a door' }]
 */
export function checkRules(rules: readonly Rule[], options: CheckOptions = {}): readonly WatchlistFinding[] {
  const findings: WatchlistFinding[] = [];
  const seen = new Set<string>();
  const twins = new Map<string, string>();
  const sound: { readonly rule: Rule; readonly ast: QueryNode; readonly say: Say }[] = [];
  for (const [index, rule] of rules.entries()) {
    const place = options.places?.get(rule.id) ?? { line: options.places === undefined ? index + 1 : 1, column: 1 };
    const say: Say = (level, code, message, repair, offset = 0) => {
      const at = { line: place.line, column: place.column + offset };
      findings.push({ level, code, rule: rule.id, ...at, message, ...(repair === undefined ? {} : { repair }) });
    };
    if (seen.has(rule.id)) {
      say('error', 'id-taken', 'the id is taken by an earlier rule, which stays');
      continue;
    }
    seen.add(rule.id);
    const { ast, problems } = parsedRule(rule);
    for (const { start, message, repair } of problems) say('error', 'query', message, repair, start);
    if (ast === undefined || problems.length > 0) continue;
    sound.push({ rule, ast, say });
    const form = formOf(rule, ast);
    if (!twins.has(form)) twins.set(form, rule.id);
  }
  const wider = widerRules(sound);
  const exemplified = sound.filter(({ rule }) => (rule.must ?? rule.mustNot) !== undefined);
  const { matcher } = compileRules(exemplified.map(({ rule: { id, query } }) => ({ id, query })));
  for (const { rule, ast, say } of sound) {
    runExamples(rule, matcher, say);
    const form = formOf(rule, ast);
    const twin = twins.get(form);
    const container = wider.get(form);
    if (twin !== undefined && twin !== rule.id) say('warning', 'same-as-another', `asks the same as rule ${twin}`);
    else if (container !== undefined && container !== rule.id) {
      say('warning', 'part-of-another', `whatever it finds, rule ${container} finds too`);
    }
    for (const { code, message, repair } of lintQuery(rule, ast)) say('warning', code, message, repair);
    checkDay(rule, options.now, say);
  }
  return findings;
}

type Say = (level: 'error' | 'warning', code: FindingCode, message: string, repair?: string, offset?: number) => void;

function formOf({ lang }: Rule, ast: QueryNode): string {
  return withLanguages(lang, canonical(ast));
}

function withLanguages(lang: Rule['lang'], form: string): string {
  return `${(lang ?? []).toSorted().join(',')} ${form}`;
}

/** Each alternative of a rule of several, and the rule that has it. */
function widerRules(rules: readonly { readonly rule: Rule; readonly ast: QueryNode }[]): ReadonlyMap<string, string> {
  const wider = new Map<string, string>();
  for (const { rule, ast } of rules) {
    if (ast.type !== 'or') continue;
    for (const item of ast.items) wider.set(withLanguages(rule.lang, canonical(item)), rule.id);
  }
  return wider;
}

/** Runs the examples of a rule on the matcher of all rules that have some, whatever their languages and days. */
function runExamples({ id, must, mustNot }: Rule, matcher: Matcher, say: Say): void {
  const catches = (text: string): boolean => matcher.match({ id: 'example', text }).some(({ rule }) => rule === id);
  for (const text of must ?? []) if (!catches(text)) say('error', 'example-missed', `must match but does not: ${text}`);
  for (const text of mustNot ?? [])
    if (catches(text)) say('error', 'example-caught', `must not match but does: ${text}`);
}

function checkDay({ until }: Rule, now: Date | undefined, say: Say): void {
  if (until === undefined || now === undefined) return;
  const today = now.toISOString().slice(0, 10);
  const soon = new Date(now.getTime() + soonDays * 86_400_000).toISOString().slice(0, 10);
  if (until < today) say('warning', 'expired', `expired on ${until} and matches nothing`);
  else if (until <= soon) say('warning', 'expires-soon', `expires on ${until}`);
}
