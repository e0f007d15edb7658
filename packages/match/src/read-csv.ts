import { cellValue, columnName } from './rule-columns.js';
import type { PlacedFinding, PlacedList, PlacedRule, PlacedValue } from './placed.js';

/** A cell of a table of text (RFC 4180), and where its text begins. */
interface Cell {
  readonly text: string;
  readonly start: number;
  readonly quoted: boolean;
}

interface CsvRow {
  /** Counted from 1, by line ends. */
  readonly line: number;
  readonly start: number;
  readonly cells: readonly Cell[];
  /** Where a quotation mark stands that is never closed: the row ends with its line. */
  readonly open?: number;
}

/** Reads a watchlist in CSV: the first line names the columns, `,` `;` or a tabulator parts them. */
export function readCsv(text: string): PlacedList {
  const findings: PlacedFinding[] = [];
  const rows = csvRows(text);
  const [head, ...body] = rows;
  const columns = (head?.cells ?? []).map((cell) => columnName(cell.text));
  if (!columns.includes('query')) {
    const message = 'the first line must name the columns, with id and query among them';
    return { rules: [], findings: [{ level: 'error', start: head?.start ?? 0, message }] };
  }
  const rules: PlacedRule[] = [];
  for (const { start, cells, open } of body) {
    if (open !== undefined) {
      const id = cells[columns.indexOf('id')]?.text;
      const label = id === undefined || id === '' || cells.length === 1 ? {} : { rule: id };
      findings.push({
        level: 'error',
        ...label,
        start: open,
        message: 'the quotation mark that opens this cell is never closed',
      });
      continue;
    }
    if (cells.every((cell) => cell.text.trim() === '')) continue;
    const fields = new Map<string, PlacedValue>();
    for (const [column, name] of columns.entries()) {
      const cell = cells[column];
      if (cell === undefined || name === '' || fields.has(name)) continue;
      fields.set(name, {
        value: cellValue(name, cell.text),
        start: cell.start,
        as: cell.quoted ? 'csv-quoted' : 'plain',
      });
    }
    rules.push({ start, fields });
    if (cells.slice(columns.length).some((cell) => cell.text.trim() !== '')) {
      const message = `the row has ${String(cells.length)} cells, the first line names ${String(columns.length)}`;
      findings.push({ level: 'warning', start, message });
    }
  }
  return { rules, findings };
}

/** Any table of text, for imports. */
export function tableOf(text: string): readonly { readonly row: number; readonly cells: readonly string[] }[] {
  return csvRows(text)
    .filter(({ cells }) => cells.some((cell) => cell.text.trim() !== ''))
    .map(({ line, cells }) => ({ row: line, cells: cells.map((cell) => cell.text) }));
}

const lineEnd = /\r\n|\n|\r/gu;

function csvRows(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  // Spreadsheets say in a line of their own what parts the cells.
  const said = /^sep=([,;\t|])(?:\r\n|\n|\r)/iu.exec(text);
  const from = said?.[0].length ?? 0;
  const delimiter = said?.[1] ?? delimiterOf(text);
  let line = from > 0 ? 2 : 1;
  for (let at = from; at < text.length;) {
    const row = readRow(text, at, delimiter);
    rows.push({ line, start: at, cells: row.cells, ...(row.open === undefined ? {} : { open: row.open }) });
    line += Math.max(1, countLines(text, at, row.end));
    at = row.end;
  }
  return rows;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  lineEnd.lastIndex = from;
  while (lineEnd.test(text) && lineEnd.lastIndex <= to) count += 1;
  return count;
}

function readRow(text: string, from: number, delimiter: string): { cells: Cell[]; end: number; open?: number } {
  const cells: Cell[] = [];
  let at = from;
  for (;;) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at, delimiter);
      if (quoted === undefined) {
        const end = endOfLine(text, at);
        cells.push({ text: text.slice(at + 1, end), start: at + 1, quoted: false });
        return { cells, end: afterLine(text, end), open: at };
      }
      cells.push(quoted.cell);
      at = quoted.end;
    } else {
      const end = endOfCell(text, at, delimiter);
      cells.push({ text: text.slice(at, end), start: at, quoted: false });
      at = end;
    }
    if (text[at] !== delimiter) return { cells, end: afterLine(text, at) };
    at += 1;
  }
}

/**
 * A cell in quotation marks. What follows the closing one in its line was not meant as CSV: `"grey gate" -museum` is taken as
 * it stands. `undefined` if it never closes, or only at a mark of a later row.
 */
function readQuoted(text: string, start: number, delimiter: string): { cell: Cell; end: number } | undefined {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  const after = /^[ \t]*/u.exec(text.slice(close + 1, close + 100))?.[0] ?? '';
  const next = close + 1 + (delimiter === '\t' ? 0 : after.length);
  if (next >= text.length || text[next] === delimiter || text[next] === '\n' || text[next] === '\r') {
    const inner = text.slice(start + 1, close);
    return { cell: { text: inner.replaceAll('""', '"'), start: start + 1, quoted: true }, end: next };
  }
  if (endOfLine(text, start) < close) return undefined;
  const end = endOfCell(text, close, delimiter);
  return { cell: { text: text.slice(start, end), start, quoted: false }, end };
}

function endOfLine(text: string, from: number): number {
  lineEnd.lastIndex = from;
  return lineEnd.exec(text)?.index ?? text.length;
}

function afterLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

function endOfCell(text: string, from: number, delimiter: string): number {
  const end = endOfLine(text, from);
  const found = text.indexOf(delimiter, from);
  return found < 0 || found > end ? end : found;
}

function delimiterOf(text: string): string {
  const head = text.slice(0, endOfLine(text, 0));
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}
