import { parse as parseCsv } from 'csv-parse/sync';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { jsonMistake, wholeRules } from './json-mistake.js';
import { parseQuery } from './parse-query.js';
import { ruleFields, ruleOf, type GivenRule, type GivenValue } from './rule-fields.js';
import type { ReadWatchlist, Rule, WatchlistFinding, WatchlistFormat } from './shapes.js';

/** How a watchlist is read. */
export interface ReadWatchlistOptions {
  readonly format: WatchlistFormat;
  /** The name of the file: names the list when it does not name itself. */
  readonly file?: string | undefined;
}

interface Given {
  readonly name: string | undefined;
  readonly rules: readonly GivenRule[];
  readonly findings: readonly WatchlistFinding[];
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
  const given = format === 'csv' ? readCsv(source) : format === 'json' ? readJson(source) : readYamlBySteps(source);
  const findings: WatchlistFinding[] = [...given.findings];
  const rules: Rule[] = [];
  const places = new Map<string, { line: number; column: number }>();
  for (const one of given.rules) {
    const { rule, problems } = ruleOf(one);
    const id = one.fields.get('id')?.value;
    const label = (typeof id === 'string' && id !== '') || typeof id === 'number' ? { rule: String(id) } : {};
    for (const { level, field, message } of problems) {
      const { line, column } = one.fields.get(field) ?? one;
      findings.push({ level, ...label, line, column, message });
    }
    if (rule === undefined) continue;
    const place = one.fields.get('query') ?? one;
    if (places.has(rule.id)) {
      const { line, column } = one.fields.get('id') ?? one;
      findings.push({
        level: 'error',
        rule: rule.id,
        line,
        column,
        message: 'the id is taken by an earlier rule, which stays',
      });
      continue;
    }
    places.set(rule.id, { line: place.line, column: place.column });
    const { problems: mistakes } = parseQuery(rule.query);
    for (const { start, message, repair } of mistakes) {
      findings.push({
        level: 'error',
        rule: rule.id,
        ...within(place, rule.query, start),
        message,
        ...(repair === undefined ? {} : { repair }),
      });
    }
    if (mistakes.length === 0) rules.push(rule);
  }
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  if (given.rules.length === 0 && findings.length === 0) {
    findings.push({ level: 'warning', line: 1, column: 1, message: 'there are no rules in it' });
  }
  return { watchlist: { name: given.name ?? nameOf(file), rules }, findings, places };
}

/** The place of a unit of a query that begins at a place of the file, as if the query were written there unescaped. */
function within(
  place: { line: number; column: number; indent?: number },
  query: string,
  start: number,
): { line: number; column: number } {
  const before = query.slice(0, start);
  const lines = before.split('\n');
  if (lines.length === 1) return { line: place.line, column: place.column + start };
  return { line: place.line + lines.length - 1, column: (place.indent ?? 0) + (lines.at(-1)?.length ?? 0) + 1 };
}

function nameOf(file: string | undefined): string {
  const base = file?.replace(/^.*[\\/]/u, '').replace(/\.[a-z0-9]+$/iu, '') ?? '';
  return base === '' || base === '-' ? 'Watchlist' : base;
}

const itemStart = /^([ \t]*)-(?:[ \t]|$)/u;

/**
 * A file with an error of YAML itself is cut at the items of its list and read item by item, so that one bad rule does
 * not take the others with it.
 */
function readYamlBySteps(text: string): Given {
  const whole = readYaml(text, 'yaml');
  if (!whole.broken) return whole;
  const lines = text.split('\n');
  const listAt = lines.findIndex((line) => /^rules[ \t]*:/u.test(line)) + 1;
  const first = lines.findIndex((line, index) => index >= listAt && itemStart.test(line));
  const indent = itemStart.exec(lines[first] ?? '')?.[1];
  if (first < 0 || indent === undefined) return whole;
  const starts = lines.flatMap((line, index) =>
    index >= first && itemStart.exec(line)?.[1] === indent ? [index] : [],
  );
  const rules: GivenRule[] = [];
  const findings: WatchlistFinding[] = [];
  const head = readYaml(lines.slice(0, first).join('\n'), 'yaml');
  if (head.broken) findings.push(...head.findings);
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? lines.length;
    const item = readYaml(lines.slice(start, end).join('\n'), 'yaml');
    const moved = <P extends { readonly line: number }>(place: P): P => ({ ...place, line: place.line + start });
    const id = item.rules[0]?.fields.get('id')?.value;
    const label = item.broken && typeof id === 'string' ? { rule: id } : {};
    findings.push(...item.findings.map((finding) => ({ ...moved(finding), ...label })));
    if (item.broken) continue;
    for (const rule of item.rules) {
      const fields = new Map(Array.from(rule.fields, ([field, value]) => [field, moved(value)] as const));
      rules.push({ ...moved(rule), fields });
    }
  }
  return { name: head.name ?? whole.name, rules, findings };
}

/**
 * JSON as YAML, which forgives a comma too many. What is broken breaks once: the mistake is named, and the rules that are
 * whole still load.
 */
function readJson(text: string): Given {
  const whole = readYaml(text, 'json');
  const mistake = whole.broken ? jsonMistake(text) : undefined;
  if (mistake === undefined) return whole;
  const lines = text.slice(0, mistake.offset).split('\n');
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  const { rules, findings } = readYaml(wholeRules(text), 'json');
  return {
    name: whole.name,
    rules,
    findings: [
      { level: 'error', ...place, message: `JSON: ${mistake.message}` },
      ...(rules.length > 0 ? findings : []),
    ],
  };
}

function readYaml(text: string, format: 'yaml' | 'json'): Given & { readonly broken: boolean } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
    ...(format === 'json' ? { schema: 'json' as const } : {}),
  });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const findings: WatchlistFinding[] = document.errors.map((error) => ({
    level: 'error',
    ...at(error.pos[0]),
    message: `${format === 'json' ? 'JSON' : 'YAML'}: ${error.message.split('\n')[0] ?? ''}`,
  }));
  const root = document.contents;
  const list = isMap(root) ? root.get('rules', true) : root;
  const name: unknown = isMap(root) ? root.get('name') : undefined;
  const broken = findings.length > 0;
  const base = { broken, name: typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined };
  if (!isSeq(list)) {
    if (findings.length === 0) {
      findings.push({ level: 'error', ...at(startOf(root)), message: 'there is no list called rules' });
    }
    return { ...base, rules: [], findings };
  }
  const rules: GivenRule[] = [];
  for (const item of list.items) {
    const node = resolved(item, document);
    if (!isMap(node)) {
      findings.push({ level: 'error', ...at(startOf(item)), message: 'a rule must have fields such as id and query' });
      continue;
    }
    const fields = new Map<string, GivenValue>();
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (fields.has(key)) {
        findings.push({
          level: 'warning',
          ...at(startOf(pair.key)),
          message: `${key} is given twice; the first one counts`,
        });
        continue;
      }
      const place = at(valueStart(pair.value, text) ?? startOf(pair.key));
      fields.set(key, {
        value: plainValue(resolved(pair.value, document)),
        ...place,
        ...(isBlock(pair.value) ? { indent: place.column - 1 } : {}),
      });
    }
    rules.push({ ...at(startOf(node)), fields });
  }
  return { ...base, rules, findings };
}

/** Aliases stand for what they point at; at most one step, so that no file can make them grow. */
function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function plainValue(node: unknown): unknown {
  if (isScalar(node)) {
    const { value, source } = node;
    // A plain scalar such as 007 or 2027-01-01 is text to a watchlist: keep what was written.
    if (node.type === 'PLAIN' && source !== undefined && value !== null && typeof value !== 'boolean') return source;
    return value instanceof Date ? value.toISOString() : value;
  }
  if (isSeq(node)) return node.items.map(plainValue);
  if (isMap(node) || isPair(node)) return {};
  return node ?? undefined;
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function isBlock(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** Where the text of a scalar begins: after its quotation mark or block sign. */
function valueStart(node: unknown, text: string): number | undefined {
  const range = isNode(node) ? node.range : undefined;
  if (range === undefined || range === null) return undefined;
  if (isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE')) return range[0] + 1;
  if (isBlock(node)) {
    const line = text.indexOf('\n', range[0]);
    if (line < 0) return range[0];
    return line + 1 + (/^[ \n]*/u.exec(text.slice(line + 1, line + 1000))?.[0].length ?? 0);
  }
  return range[0];
}

function readCsv(text: string): Given {
  const findings: WatchlistFinding[] = [];
  const starts = rowStarts(text);
  const delimiter = delimiterOf(text);
  let rows: readonly (readonly string[])[] = [];
  try {
    rows = parseCsv(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: false,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/u.exec(message)?.[1] ?? 1);
    findings.push({ level: 'error', line, column: 1, message: `CSV: ${message}` });
    rows = salvaged(text, delimiter, line);
  }
  const [head, ...body] = rows;
  const columns = (head ?? []).map((name) => columnName(name));
  if (!columns.includes('query')) {
    findings.push({
      level: 'error',
      line: 1,
      column: 1,
      message: 'the first line must name the columns, with id and query among them',
    });
    return { name: undefined, rules: [], findings };
  }
  const rules: GivenRule[] = [];
  for (const [index, row] of body.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const start = starts[index + 1];
    const line = start?.line ?? index + 2;
    const fields = new Map<string, GivenValue>();
    for (const [column, name] of columns.entries()) {
      const cell = row[column];
      if (cell === undefined || name === '') continue;
      const place = start?.cells[column] ?? 1;
      fields.set(name, { value: cellValue(name, cell), line, column: place });
    }
    rules.push({ line, column: 1, fields });
    if (row.length > columns.length) {
      findings.push({
        level: 'warning',
        line,
        column: 1,
        message: `the row has ${String(row.length)} cells, the first line names ${String(columns.length)}`,
      });
    }
  }
  return { name: undefined, rules, findings };
}

function columnName(name: string): string {
  const plain = name.trim();
  return ruleFields.find((field) => field.toLowerCase() === plain.toLowerCase().replace(/[\s_-]/gu, '')) ?? plain;
}

/** Lists stand in one cell: languages between blanks, commas or bars; examples between bars or line breaks. */
function cellValue(name: string, cell: string): unknown {
  if (name === 'lang') return cell.split(/[\s,;|]+/u).filter((part) => part !== '');
  if (name === 'must' || name === 'mustNot') {
    return cell
      .split(/[|\n]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  return cell;
}

function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/u, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/** Rows that can be read one by one when the file as a whole cannot. */
function salvaged(text: string, delimiter: string, badLine: number): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (index + 1 === badLine) continue;
    try {
      const parsed: string[][] = parseCsv(line, { delimiter, relax_column_count: true, relax_quotes: true });
      rows.push(parsed[0] ?? ['']);
    } catch {
      // The line was named by the finding of the whole file; the others still load.
      rows.push(['']);
    }
  }
  return rows;
}

/** The line of each row and the columns where its cells begin (after a quotation mark). */
function rowStarts(text: string): readonly { line: number; cells: readonly number[] }[] {
  const delimiter = delimiterOf(text);
  const rows: { line: number; cells: number[] }[] = [];
  let line = 1;
  let lineStart = 0;
  let quoted = false;
  let cellStart = true;
  let row: { line: number; cells: number[] } = { line, cells: [] };
  for (let index = 0; index <= text.length; index += 1) {
    const character = text[index];
    if (cellStart && character !== undefined) {
      quoted = character === '"';
      row.cells.push(index - lineStart + (quoted ? 2 : 1));
      cellStart = false;
      if (quoted) continue;
    }
    if (quoted && character === '"') {
      if (text[index + 1] === '"') index += 1;
      else quoted = false;
      continue;
    }
    if (character === '\n' || character === undefined) {
      if (!quoted || character === undefined) {
        rows.push(row);
        row = { line: line + 1, cells: [] };
        cellStart = true;
      }
      line += 1;
      lineStart = index + 1;
    } else if (!quoted && character === delimiter) {
      cellStart = true;
    }
  }
  return rows;
}
