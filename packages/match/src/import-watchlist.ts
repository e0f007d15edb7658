import { readWatchlist } from './read-watchlist.js';
import { parseQuery } from './parse-query.js';
import type { ReadWatchlist, Rule, WatchlistFinding } from './shapes.js';

/** Formats that can be turned into a watchlist. */
export const importFormats = ['yaml', 'json', 'csv', 'txt', 'misp-warninglist'] as const;
/** The name of one of `importFormats`. */
export type ImportFormat = (typeof importFormats)[number];

/**
 * Converts another format into a watchlist: Vedette's own in YAML, JSON and CSV; `txt`, one term a line (`#` begins a
 * comment); `misp-warninglist`, the JSON form of MISP warning lists of type string, substring, hostname or regex.
 * Bad rows are findings, the others load.
 *
 * @example importWatchlist('grey gate\n', 'txt').watchlist.rules // [{ id: 'grey-gate', query: '"grey gate"' }]
 */
export function importWatchlist(text: string, as: ImportFormat, file?: string): ReadWatchlist {
  switch (as) {
    case 'yaml':
    case 'json':
    case 'csv':
      return readWatchlist(text, { format: as, file });
    case 'txt':
      return readTerms(text, file);
    case 'misp-warninglist':
      return readWarninglist(text, file);
  }
}

interface Row {
  readonly line: number;
  readonly query: string;
  readonly name: string;
}

function collect(name: string, rows: readonly Row[], findings: WatchlistFinding[]): ReadWatchlist {
  const rules: Rule[] = [];
  const places = new Map<string, { line: number; column: number }>();
  const seen = new Set<string>();
  for (const { line, query, name: label } of rows) {
    if (seen.has(query)) {
      findings.push({ level: 'warning', line, column: 1, message: `${label} stands in the list before` });
      continue;
    }
    seen.add(query);
    const { problems } = parseQuery(query);
    const id = freeId(label, places);
    for (const { message, repair } of problems) {
      findings.push({
        level: 'error',
        rule: id,
        line,
        column: 1,
        message,
        ...(repair === undefined ? {} : { repair }),
      });
    }
    if (problems.length > 0) continue;
    places.set(id, { line, column: 1 });
    rules.push({ id, query });
  }
  return { watchlist: { name, rules }, findings, places };
}

function freeId(label: string, taken: ReadonlyMap<string, unknown>): string {
  const base =
    label
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 60) || 'rule';
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${String(number)}`;
  return id;
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', ' ').trim()}"`;
}

function readTerms(text: string, file: string | undefined): ReadWatchlist {
  const rows: Row[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const term = line.trim();
    if (term === '' || term.startsWith('# ') || term === '#') continue;
    const tag = /^#[\p{L}\p{N}\p{M}_]+$/u.test(term);
    rows.push({ line: index + 1, query: tag ? term : quoted(term), name: term });
  }
  return collect(file ?? 'Imported terms', rows, []);
}

function readWarninglist(text: string, file: string | undefined): ReadWatchlist {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return collect(file ?? 'Imported list', [], [{ level: 'error', line: 1, column: 1, message: `JSON: ${message}` }]);
  }
  const whole = typeof value === 'object' && value !== null ? value : {};
  const name: unknown = 'name' in whole ? whole.name : undefined;
  const type: unknown = 'type' in whole ? whole.type : undefined;
  const list: unknown = 'list' in whole ? whole.list : undefined;
  const title = typeof name === 'string' && name !== '' ? name : (file ?? 'Imported list');
  if (!Array.isArray(list)) {
    return collect(title, [], [{ level: 'error', line: 1, column: 1, message: 'there is no array called list' }]);
  }
  const findings: WatchlistFinding[] = [];
  const rows: Row[] = [];
  for (const [index, entry] of list.entries()) {
    if (typeof entry !== 'string' || entry.trim() === '') {
      findings.push({ level: 'error', line: 1, column: 1, message: `entry ${String(index + 1)} of list is no text` });
      continue;
    }
    rows.push({ line: 1, query: warninglistQuery(type, entry.trim()), name: entry.trim() });
  }
  return collect(title, rows, findings);
}

function warninglistQuery(type: unknown, entry: string): string {
  if (type === 'hostname') return `domain:${entry.replace(/^\*?\./u, '')}`;
  if (type === 'regex') return `/${entry.replace(/^\/|\/[a-z]*$/gu, '')}/`;
  return quoted(entry);
}
