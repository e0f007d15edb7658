import { isRuleField, ruleOf, type GivenValue } from '../rule-fields.js';
import { cellValue, columnName } from '../rule-columns.js';
import type { ReadWatchlist, WatchlistFinding } from '../shapes.js';
import { collect, idOf, listName, termQuery, type Row } from './collect.js';
import { readSheet, type SheetRow } from './read-sheet.js';

/** How a table that is no watchlist calls its column of terms. */
const termColumns = new Set([
  'term',
  'terms',
  'keyword',
  'keywords',
  'word',
  'words',
  'name',
  'names',
  'value',
  'text',
]);

/** A spreadsheet (XLSX): columns named as in a CSV watchlist, or one column of terms. Column B of row 7 is `7:2`. */
export function importSheet(bytes: Uint8Array, file?: string): ReadWatchlist {
  let rows: readonly SheetRow[];
  try {
    rows = readSheet(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return collect(
      listName(file, 'Imported sheet'),
      [],
      [{ level: 'error', line: 1, column: 1, message: error.message }],
    );
  }
  return importTable(rows, file);
}

/** Rows of any table; `row` is the line of a finding, the number of the cell its column. */
export function importTable(table: readonly SheetRow[], file?: string): ReadWatchlist {
  const name = listName(file, 'Imported sheet');
  const [head, ...body] = table;
  const columns = (head?.cells ?? []).map(columnName);
  if (columns.includes('query')) return ofRules(name, columns, body);
  const termColumn = columns.findIndex((column) => termColumns.has(column.trim().toLowerCase()));
  const terms = termColumn < 0 ? table : body;
  const rows = terms.map(({ row, cells }): Row => {
    const column = termColumn < 0 ? cells.findIndex((cell) => cell.trim() !== '') : termColumn;
    const term = cells[column]?.trim() ?? '';
    return { line: row, column: column + 1, query: termQuery(term), name: term };
  });
  return collect(name, rows);
}

function ofRules(name: string, columns: readonly string[], body: readonly SheetRow[]): ReadWatchlist {
  const findings: WatchlistFinding[] = [];
  const rows: Row[] = [];
  const unknown = columns.filter((column) => column !== '' && !isRuleField(column));
  for (const column of unknown) {
    const place = { line: 1, column: columns.indexOf(column) + 1 };
    findings.push({ level: 'warning', ...place, message: `${column} is no field of a rule; it is left out` });
  }
  const taken = new Set<string>();
  for (const { row, cells } of body) {
    const fields = new Map<string, GivenValue>();
    for (const [column, field] of columns.entries()) {
      if (!isRuleField(field)) continue;
      fields.set(field, { value: cellValue(field, cells[column] ?? '') });
    }
    // A table without ids is given some: what counts is what to look for.
    if (!columns.includes('id')) {
      fields.set('id', { value: idOf(cells[columns.indexOf('query')] ?? '') });
    }
    const { rule, problems } = ruleOf({ fields });
    for (const { level, field, message } of problems) {
      findings.push({ level, line: row, column: columns.indexOf(field) + 1 || 1, message, ...label(fields) });
    }
    if (rule === undefined) continue;
    if (columns.includes('id') && taken.has(rule.id)) {
      const column = columns.indexOf('id') + 1;
      findings.push({
        level: 'error',
        rule: rule.id,
        line: row,
        column,
        message: 'the id is taken by an earlier rule, which stays',
      });
      continue;
    }
    taken.add(rule.id);
    const { id, query, ...rest } = rule;
    rows.push({ line: row, column: columns.indexOf('query') + 1, query, name: id, id, rest });
  }
  return collect(name, rows, findings);
}

function label(fields: ReadonlyMap<string, GivenValue>): { rule?: string } {
  const id = fields.get('id')?.value;
  return typeof id === 'string' && id !== '' ? { rule: id } : {};
}
