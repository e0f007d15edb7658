/** One row as it stands in the file; `line` is where it begins, counted from 1. */
export type CsvRecord =
  | { readonly line: number; readonly fields: readonly string[] }
  | {
      readonly line: number;
      readonly reason: string;
      readonly sample: string;
      /** the row goes on for longer than any does: the lines behind it may be rows or more of its text */
      readonly runaway: boolean;
    };

type Step =
  | { readonly fields: readonly string[]; readonly next: number }
  | { readonly broken: string }
  | { readonly more: 'plain' | 'quoted' };

/** No row is this long; a quote open for longer is a quote that nobody closed. Characters. */
export const longestRecord = 2 ** 20;

const unclosed = 'a quote is opened and not closed within 1,048,576 characters';
const tooLong = 'is longer than 1,048,576 characters (the limit)';

/**
 * Splits delimited text into rows (RFC 4180: quoted cells may hold delimiters, line ends and doubled quotes). A row with
 * a broken quote, or longer than {@link longestRecord}, is told once with its line, and reading goes on at the very next
 * line: the parsers on npm swallow everything up to the next quote, which is why this one is ours.
 */
export async function* csvRecords(
  chunks: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  const rows = new RowReader(delimiter);
  for await (const chunk of chunks) yield* rows.read(chunk, false);
  yield* rows.read('', true);
}

class RowReader {
  private text = '';
  private start = 0;
  private line = 1;
  /** a row was refused and its line is not over */
  private skipping = false;

  constructor(private readonly delimiter: string) {}

  *read(chunk: string, final: boolean): Generator<CsvRecord> {
    this.text = this.text.slice(this.start) + chunk;
    this.start = 0;
    while (this.start < this.text.length) {
      if (this.skipping && !this.skipLine()) return;
      const step = readRecord(this.text, this.start, this.delimiter, final);
      if ('fields' in step) {
        yield step.next - this.start > longestRecord
          ? this.refused(tooLong, false)
          : { line: this.line, fields: step.fields };
        this.line += countLines(this.text, this.start, step.next);
        this.start = step.next;
        continue;
      }
      const within = this.text.length - this.start <= longestRecord;
      if ('more' in step) {
        if (within) return;
        yield this.refused(step.more === 'quoted' ? unclosed : tooLong, step.more === 'quoted');
        if (step.more === 'plain') {
          this.line += countLines(this.text, this.start, this.text.length);
          this.start = this.text.length;
        }
      } else {
        if (within && !final && this.text.indexOf('\n', this.start) < 0) return;
        yield this.refused(step.broken, !within);
      }
      this.skipping = true;
    }
  }

  /** Goes to the next line; false where it is not there yet. */
  private skipLine(): boolean {
    const end = this.text.indexOf('\n', this.start);
    this.start = end < 0 ? this.text.length : end + 1;
    if (end >= 0) this.line += 1;
    this.skipping = end < 0;
    return this.start < this.text.length;
  }

  private refused(reason: string, runaway: boolean): CsvRecord {
    const end = this.text.indexOf('\n', this.start);
    const most = this.start + 500;
    const sample = this.text.slice(this.start, end < 0 ? most : Math.min(end, most)).trimEnd();
    return { line: this.line, reason, sample, runaway };
  }
}

/** The first rows of a text, at most so many, for looking at the beginning of a file; the last may be cut off with it. */
export function firstRecords(text: string, delimiter: string, most: number): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let start = 0;
  while (start < text.length && rows.length < most) {
    const step = readRecord(text, start, delimiter, true);
    if (!('fields' in step)) break;
    rows.push(step.fields);
    start = step.next;
  }
  return rows;
}

/** The cells of one row, for looking at the beginning of a file. */
export function firstRecord(text: string, delimiter: string): readonly string[] {
  const step = readRecord(text, 0, delimiter, true);
  return 'fields' in step ? step.fields : [];
}

function readRecord(text: string, start: number, delimiter: string, final: boolean): Step {
  const fields: string[] = [];
  let position = start;
  for (;;) {
    const cell = text[position] === '"' ? quotedCell(text, position, final) : plainCell(text, position, delimiter);
    if (!('value' in cell)) return cell;
    fields.push(cell.value);
    const after = text[cell.end];
    if (after === undefined) return final ? { fields, next: cell.end } : { more: 'plain' };
    if (after === delimiter) {
      position = cell.end + 1;
      continue;
    }
    if (after === '\n') return { fields, next: cell.end + 1 };
    if (after === '\r') {
      if (cell.end + 1 === text.length && !final) return { more: 'plain' };
      return { fields, next: cell.end + (text[cell.end + 1] === '\n' ? 2 : 1) };
    }
    return { broken: 'a closing quote is followed by more text; a quote inside a cell is written twice' };
  }
}

function plainCell(text: string, start: number, delimiter: string): { readonly value: string; readonly end: number } {
  const stop = delimiter.charCodeAt(0);
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === stop || code === 0x0a || code === 0x0d) break;
  }
  return { value: text.slice(start, end), end };
}

function quotedCell(
  text: string,
  start: number,
  final: boolean,
): { readonly value: string; readonly end: number } | { readonly broken: string } | { readonly more: 'quoted' } {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return final ? { broken: 'a quote is opened and never closed' } : { more: 'quoted' };
    if (quote + 1 === text.length && !final) return { more: 'quoted' };
    if (text[quote + 1] !== '"') return { value: value + text.slice(from, quote), end: quote + 1 };
    value += text.slice(from, quote + 1);
    from = quote + 2;
  }
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  // old files end lines with a carriage return alone
  return text[end - 1] === '\r' ? lines + 1 : lines;
}
