import { LinePlaces } from './line-places.js';
import { parsedRule } from './parsed-rules.js';
import { placeInFile, type PlacedFinding, type PlacedList } from './placed.js';
import { readCsv } from './read-csv.js';
import { readJson } from './read-json.js';
import { readPlainYaml } from './read-plain-yaml.js';
import { readYaml } from './read-yaml.js';
import { ruleOf } from './rule-fields.js';
import type { ReadWatchlist, Rule, WatchlistFinding, WatchlistFormat } from './shapes.js';

/** How a watchlist is read. */
export interface ReadWatchlistOptions {
  readonly format: WatchlistFormat;
  /** The name of the file: names the list when it does not name itself. */
  readonly file?: string | undefined;
}

/**
 * Reads a watchlist. Every row with a mistake is named with its place and, where it is the query, a repair; the others
 * load. Of rules with the same id the first stays. Never throws on what is in the file.
 *
 * @example
 * const { watchlist, findings } = readWatchlist('rules:\n  - { id: r1, query: grey OR }', { format: 'yaml' });
 * findings[0]; // { level: 'error', rule: 'r1', line: 2, column: 27, message: 'OR needs …', repair: 'grey' }
 */
export function readWatchlist(text: string, { format, file }: ReadWatchlistOptions): ReadWatchlist {
  const source = text.replace(/^\ufeff/u, '');
  const lines = new LinePlaces(source);
  const given = placedList(source, format);
  const { rules, findings: found, starts } = rulesOf(given, source);
  const findings = found.map(({ start, ...finding }): WatchlistFinding => ({ ...finding, ...lines.at(start) }));
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  if (given.rules.length === 0 && findings.length === 0) {
    findings.push({ level: 'warning', line: 1, column: 1, message: 'there are no rules in it' });
  }
  const places = new Map(Array.from(starts, ([id, start]) => [id, lines.at(start)] as const));
  return { watchlist: { name: given.name ?? nameOf(file), rules }, findings, places };
}

function placedList(source: string, format: WatchlistFormat): PlacedList {
  switch (format) {
    case 'csv':
      return readCsv(source);
    case 'json':
      return readJson(source);
    case 'yaml':
      return readPlainYaml(source) ?? readYaml(source);
  }
}

function rulesOf(
  given: PlacedList,
  source: string,
): { rules: readonly Rule[]; findings: readonly PlacedFinding[]; starts: ReadonlyMap<string, number> } {
  const findings: PlacedFinding[] = [...given.findings];
  const rules: Rule[] = [];
  const starts = new Map<string, number>();
  for (const one of given.rules) {
    const { rule, problems } = ruleOf(one);
    if (problems.length > 0) {
      const id = one.fields.get('id')?.value;
      const label = (typeof id === 'string' && id !== '') || typeof id === 'number' ? { rule: String(id) } : {};
      for (const { level, field, message } of problems) {
        findings.push({ level, ...label, start: one.fields.get(field)?.start ?? one.start, message });
      }
    }
    if (rule === undefined) continue;
    const query = one.fields.get('query');
    if (starts.has(rule.id)) {
      const start = one.fields.get('id')?.start ?? one.start;
      findings.push({
        level: 'error',
        rule: rule.id,
        start,
        message: 'the id is taken by an earlier rule, which stays',
      });
      continue;
    }
    starts.set(rule.id, query?.start ?? one.start);
    const { problems: mistakes } = parsedRule(rule);
    for (const { start, message, repair } of mistakes) {
      const place = query === undefined ? one.start : placeInFile(source, query, start);
      findings.push({
        level: 'error',
        rule: rule.id,
        start: place,
        message,
        ...(repair === undefined ? {} : { repair }),
      });
    }
    if (mistakes.length === 0) rules.push(rule);
  }
  return { rules, findings, starts };
}

function nameOf(file: string | undefined): string {
  const base = file?.replace(/^.*[\\/]/u, '').replace(/\.[a-z0-9]+$/iu, '') ?? '';
  return base === '' || base === '-' ? 'Watchlist' : base;
}
