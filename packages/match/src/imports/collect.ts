import { parseQuery } from '../parse-query.js';
import type { ReadWatchlist, Rule, WatchlistFinding } from '../shapes.js';

/** A rule that an import wants to make, and where what it is made of stands. */
export interface Row {
  readonly line: number;
  readonly column: number;
  readonly query: string;
  /** What the id is made of, and how a finding names the row. */
  readonly name: string;
  /** An id that the format itself gives. */
  readonly id?: string | undefined;
  readonly rest?: Omit<Rule, 'id' | 'query'> | undefined;
}

/** The id of what has no letter or digit to name it by. */
const nameless = 'rule';

/** Makes rules of rows: a row that stands in the list before or whose query cannot be read is named and left out. */
export function collect(name: string, rows: readonly Row[], found: readonly WatchlistFinding[] = []): ReadWatchlist {
  const findings = [...found];
  const rules: Rule[] = [];
  const places = new Map<string, { line: number; column: number }>();
  const seen = new Set<string>();
  const numbers = new Map<string, number>();
  for (const { line, column, query, name: label, id: given, rest } of rows) {
    if (seen.has(query)) {
      findings.push({ level: 'warning', line, column, message: `${label} stands in the list before` });
      continue;
    }
    seen.add(query);
    const { problems } = parseQuery(query);
    const base = given ?? idOf(label);
    const id = freeId(base, places, numbers);
    const named = base === nameless ? {} : { rule: id };
    for (const { message, repair } of problems) {
      findings.push({ level: 'error', ...named, line, column, message, ...(repair === undefined ? {} : { repair }) });
    }
    if (problems.length > 0) continue;
    places.set(id, { line, column });
    rules.push({ id, query, ...rest });
  }
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  if (rules.length === 0 && findings.length === 0) {
    findings.push({ level: 'warning', line: 1, column: 1, message: 'there is nothing to look for in it' });
  }
  return { watchlist: { name, rules }, findings, places };
}

/** A name as an id: its letters and digits in lower case, at most 60 characters. */
export function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/gu, '');
  return id === '' ? nameless : id;
}

function freeId(base: string, taken: ReadonlyMap<string, unknown>, numbers: Map<string, number>): string {
  let id = base;
  for (let number = numbers.get(base) ?? 2; taken.has(id); number += 1) {
    id = `${base}-${String(number)}`;
    numbers.set(base, number + 1);
  }
  return id;
}

/** A text as the query that looks for it word by word: a hashtag as such, all else a phrase without wildcards. */
export function termQuery(text: string): string {
  const term = text.trim();
  if (/^#[\p{L}\p{N}\p{M}_]+$/u.test(term)) return term;
  return `"${term
    .replace(/["“”„‟«»＂〝〞″*?~]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()}"`;
}

/** The name of a list that does not name itself: its file's. */
export function listName(file: string | undefined, other: string): string {
  const base = file?.replace(/^.*[\\/]/u, '').replace(/\.[a-z0-9]+$/iu, '') ?? '';
  return base === '' || base === '-' ? other : base;
}
