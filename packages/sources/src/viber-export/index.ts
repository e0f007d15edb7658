import { z } from 'zod';
import { parseColumnSpec } from '../csv/columns.js';
import { sniffDialect } from '../csv/delimiter.js';
import { csvRecords } from '../csv/records.js';
import { guessDateOrder, type DateOrder } from '../csv/table-date.js';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { ContentIds, shortHash } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { headText, textChunks } from '../input/text-chunks.js';
import { normalizeRow, type ViberContext, type ViberRow } from './normalize.js';
import { configSchema, defaultColumns, guessColumns, looksOf } from './schema.js';

/** Chats that Viber sends by mail: tables without a header, one message a row. */
export const viberExportSource: SourceDefinition<z.infer<typeof configSchema>, Record<string, never>> = {
  kind: 'viber-export',
  title: 'Viber export',
  capabilities: { live: false, file: true, backfill: true, edits: false, deletions: false, media: false },
  configSchema,
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  read,
};

const sampled = 200;

function detect(file: FileInput): Detection {
  const head = headText(file.head);
  if (/^\ufeff?\s*[<{[]/u.test(head)) return 0;
  const rows = sampleOf(head, sniffDialect(head).delimiter).slice(0, 10);
  const fitting = rows.filter(
    (row) => row.length >= 5 && looksOf(row[0] ?? '') === 'date' && looksOf(row[1] ?? '') === 'time',
  );
  const first = rows[0];
  if (first === undefined || fitting[0] !== first || fitting.length * 2 < rows.length) return 0;
  const phones = fitting.filter((row) => looksOf(row[3] ?? '') === 'phone' || row[3] === '').length;
  return phones * 2 >= fitting.length ? 0.88 : 0.6;
}

function sampleOf(head: string, delimiter: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const whole = head.length < 60_000 ? head : head.slice(0, head.lastIndexOf('\n') + 1);
  for (const line of wholeRows(whole, delimiter)) {
    rows.push(line);
    if (rows.length >= sampled) break;
  }
  return rows;
}

/** Rows of the beginning of a file, as far as they can be told line by line. */
function* wholeRows(head: string, delimiter: string): Generator<readonly string[]> {
  let open = '';
  for (const line of head.replace(/^\ufeff/u, '').split(/\r?\n/u)) {
    open = open === '' ? line : `${open}\n${line}`;
    if ((open.split('"').length - 1) % 2 === 1 && open.length < 20_000) continue;
    if (open.trim() !== '') yield cellsOf(open, delimiter);
    open = '';
  }
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = line[at] === '"' ? /^"((?:[^"]|"")*)"/u.exec(line.slice(at)) : null;
    if (quoted !== null) {
      cells.push((quoted[1] ?? '').replaceAll('""', '"'));
      at += quoted[0].length;
    }
    const end = line.indexOf(delimiter, at);
    if (quoted === null) cells.push(line.slice(at, end < 0 ? undefined : end));
    if (end < 0) return cells;
    at = end + delimiter.length;
  }
}

async function* read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const head = headText(file.head);
  const { delimiter } = sniffDialect(head);
  const rows = sampleOf(head, delimiter);
  const columns = namesOf(options.columns ?? fittingColumns(rows), rows[0]);
  if (typeof columns === 'string') {
    yield rejection(file.name, columns, rows[0]?.join(delimiter));
    return;
  }
  const table = new Table(file.name, columns, delimiter, options, orderOf(rows, columns));
  let first = true;
  for await (const record of csvRecords(textChunks(file.open()), delimiter)) {
    if ('reason' in record) {
      yield* table.flush();
      yield rejection(`${file.name}:${String(record.line)}`, record.reason, record.sample);
    } else {
      if (!(first && columns.header)) yield* table.take(record.fields, record.line);
      first = false;
    }
  }
  yield* table.flush();
}

/** What Viber writes, or what the rows look like. */
function fittingColumns(rows: readonly (readonly string[])[]): string {
  const usual = rows.filter(
    (row) => looksOf(row[0] ?? '') === 'date' && looksOf(row[1] ?? '') === 'time' && row.length >= 5,
  );
  if (usual.length * 2 >= rows.length) return defaultColumns;
  return guessColumns(rows.filter((row) => row.length >= 3).slice(0, 50)) ?? defaultColumns;
}

interface Columns {
  readonly names: readonly (string | undefined)[];
  readonly header: boolean;
}

function namesOf(spec: string, firstRow: readonly string[] | undefined): Columns | string {
  const parsed = parseColumnSpec(spec);
  if ('positions' in parsed) {
    const dates = parsed.positions.flatMap((name, place) => (name === 'date' || name === 'datetime' ? [place] : []));
    const isHeader = (firstRow?.length ?? 0) >= 3 && dates.some((place) => !/\p{Nd}/u.test(firstRow?.[place] ?? '0'));
    return { names: parsed.positions, header: isHeader };
  }
  const names: (string | undefined)[] = Array.from({ length: firstRow?.length ?? 0 });
  for (const [name, header] of parsed.byHeader) {
    const place = firstRow?.findIndex((cell) => cell.trim().toLowerCase() === header.toLowerCase()) ?? -1;
    if (place < 0) return `has no column "${header}"; the first row says: ${firstRow?.slice(0, 12).join(' | ') ?? ''}`;
    names[place] = name;
  }
  return { names, header: true };
}

function orderOf(rows: readonly (readonly string[])[], { names }: Columns): DateOrder {
  const place = Math.max(names.indexOf('date'), names.indexOf('datetime'));
  return guessDateOrder(place < 0 ? [] : rows.map((row) => (row[place] ?? '').replace(/\p{Cf}/gu, '')));
}

/** Rows on their way to Items: a row is whole when the next one begins with a date again. */
class Table {
  private open: { readonly row: Record<string, string | undefined>; readonly fields: readonly string[] } | undefined;
  private context: ViberContext | undefined;

  constructor(
    private readonly name: string,
    private readonly columns: Columns,
    private readonly delimiter: string,
    private readonly options: ReadOptions,
    private readonly order: DateOrder,
  ) {}

  *take(fields: readonly string[], line: number): Generator<ReadResult> {
    const { names } = this.columns;
    const when = Math.max(names.indexOf('date'), names.indexOf('datetime'));
    const begins = when < 0 || /^(?:date|datetime)$/u.test(looksOf(fields[when] ?? ''));
    if (!begins || fields.length < Math.min(names.length, 3)) {
      // a message of several lines that nobody put in quotes
      if (this.open !== undefined) {
        this.open.row['text'] = `${this.open.row['text'] ?? ''}\n${fields.join(this.delimiter)}`;
      } else if (fields.some((cell) => cell.trim() !== '')) {
        yield rejection(
          `${this.name}:${String(line)}`,
          'is no message: no date stands where one should',
          fields.join(this.delimiter),
        );
      }
      return;
    }
    yield* this.flush();
    const row: Record<string, string | undefined> = {};
    const text = names.indexOf('text');
    names.forEach((name, place) => {
      if (name !== undefined)
        row[name] =
          place === text && text === names.length - 1 ? fields.slice(place).join(this.delimiter) : fields[place];
    });
    this.open = { row, fields };
  }

  *flush(): Generator<ReadResult> {
    const { open } = this;
    this.open = undefined;
    if (open === undefined) return;
    const row: ViberRow = { ...open.row, text: open.row['text']?.replace(/\n+$/u, '') };
    this.context ??= {
      chat: shortHash(...open.fields),
      zone: this.options.zone ?? 'UTC',
      order: this.order,
      ids: new ContentIds(),
    };
    const item = normalizeRow(row, this.context);
    yield { item: this.options.raw === true ? { ...item, raw: open.fields } : item };
  }
}
