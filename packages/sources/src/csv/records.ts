/** One row as it stands in the file; `line` is where it begins, counted from 1. */
export type CsvRecord =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly reason: string; readonly sample: string };

type Step =
  { readonly fields: readonly string[]; readonly next: number } | { readonly broken: string } | { readonly more: true };

/** No cell is this long; a quote open for longer is a quote that nobody closed. Characters. */
const longestRecord = 2 ** 20;

/**
 * Splits delimited text into rows (RFC 4180: quoted cells may hold delimiters, line ends and doubled quotes). A row with
 * a broken quote is told with its line, and reading goes on at the very next line: the parsers on npm swallow everything
 * up to the next quote, which is why this one is ours.
 */
export async function* csvRecords(
  chunks: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  let text = '';
  let start = 0;
  let line = 1;
  function* drain(final: boolean): Generator<CsvRecord> {
    while (start < text.length) {
      const step = readRecord(text, start, delimiter, final);
      if ('more' in step && text.length - start <= longestRecord) return;
      if ('fields' in step) {
        yield { line, fields: step.fields };
        line += countLines(text, start, step.next);
        start = step.next;
        continue;
      }
      const end = text.indexOf('\n', start);
      if (end < 0 && !final && text.length - start <= longestRecord) return;
      const next = end < 0 ? text.length : end + 1;
      const reason = 'broken' in step ? step.broken : 'a quote is opened and not closed within 1,048,576 characters';
      yield { line, reason, sample: text.slice(start, Math.min(next, start + 500)).trimEnd() };
      line += 1;
      start = next;
    }
  }
  for await (const chunk of chunks) {
    text = text.slice(start) + chunk;
    start = 0;
    yield* drain(false);
  }
  yield* drain(true);
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
    if (after === undefined) return final ? { fields, next: cell.end } : { more: true };
    if (after === delimiter) {
      position = cell.end + 1;
      continue;
    }
    if (after === '\n') return { fields, next: cell.end + 1 };
    if (after === '\r') {
      if (cell.end + 1 === text.length && !final) return { more: true };
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
): { readonly value: string; readonly end: number } | { readonly broken: string } | { readonly more: true } {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return final ? { broken: 'a quote is opened and never closed' } : { more: true };
    if (quote + 1 === text.length && !final) return { more: true };
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
