import { z } from 'zod';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { ContentIds, shortHash } from '../input/content-id.js';
import { extensionOf } from '../input/content-kind.js';
import { rejection } from '../input/input-entry.js';
import { headText, textChunks } from '../input/text-chunks.js';
import { columnsOf, parseColumnSpec, type Columns } from './columns.js';
import { sniffDialect } from './delimiter.js';
import { normalizeRow, type RowContext } from './normalize.js';
import { csvRecords, firstRecord } from './records.js';
import { headerKey, placesOfHeader } from './schema.js';
import { RowShape } from './row-shape.js';
import { guessDateOrder, readTableDate, type DateOrder } from './table-date.js';

const configSchema = z.object({
  columns: z.string().min(1).optional().describe('columns by position (date,time,author.name,text) or field=header'),
  zone: z.string().min(1).optional().describe('zone of dates without one (IANA); UTC where missing'),
});

/** Tables with one post a row: comma, semicolon or tab, found by their header in six languages. */
export const csvSource: SourceDefinition<z.infer<typeof configSchema>, Record<string, never>> = {
  kind: 'csv',
  title: 'Table (CSV, TSV)',
  capabilities: { live: false, file: true, backfill: false, edits: false, deletions: false, media: false },
  configSchema,
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  read,
};

function detect(file: FileInput): Detection {
  const head = headText(file.head);
  const named = ['csv', 'tsv', 'tab'].includes(extensionOf(file.name));
  if (/^\s*[<{[]/u.test(head)) return 0;
  const { delimiter, skip } = sniffDialect(head);
  const row = firstRecord(head.slice(skip), delimiter);
  const places = placesOfHeader(row);
  if ((places.has('text') || places.has('title')) && (row.length > 1 || named)) {
    // prose may begin with "Message, …": a header names most of its columns, and every cell is short
    const isHeader = places.size * 2 >= row.length && row.every((cell) => cell.length <= 60);
    if (named || (isHeader && places.size > 1)) return named ? 0.8 : 0.7;
  }
  // read anyway, so that the reason names the columns that were found
  return named ? 0.2 : 0;
}

async function* read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const spec = options.columns === undefined ? undefined : parseColumnSpec(options.columns);
  const head = headText(file.head);
  const { delimiter, skip } = sniffDialect(head);
  const rows = csvRecords(without(textChunks(file.open()), skip), delimiter);
  const zone = options.zone ?? 'UTC';
  const order = await orderOf(head.slice(skip), delimiter, (row) => columnsOf(row, spec, isDate));
  const firstLine = skip === 0 ? 0 : 1;
  let columns: Columns | undefined;
  let context: RowContext | undefined;
  let shape: RowShape | undefined;
  let broken: BrokenRow | undefined;
  for await (const row of rows) {
    const where = `${file.name}:${String(row.line + firstLine)}`;
    if ('reason' in row) {
      // behind a quote that nobody closed, what looks broken is more of the same
      if (broken?.runaway !== true) {
        yield* rejected(broken);
        broken = { ...row, where, first: row.line + firstLine, last: row.line + firstLine };
      }
      continue;
    }
    if (row.fields.every((cell) => cell.trim() === '')) continue;
    if (columns === undefined || context === undefined) {
      const found = columnsOf(row.fields, spec, isDate);
      if (typeof found === 'string') {
        yield rejection(file.name, found, row.fields.slice(0, 500).join(delimiter));
        return;
      }
      columns = found;
      shape = new RowShape(columns, isDate);
      const headers = columns.hasHeader ? row.fields : undefined;
      context = {
        places: columns.places,
        sourceId: sourceIdOf(headers, columns),
        zone,
        order,
        ids: new ContentIds(),
        headers,
        raw: options.raw === true,
      };
      if (columns.hasHeader) continue;
    }
    const problem = problemOf(row.fields, columns);
    if (broken !== undefined) {
      if (!goesOn(row.fields, problem, broken, shape)) {
        broken.last = row.line + firstLine;
        continue;
      }
      yield* rejected(broken);
      broken = undefined;
    }
    if (problem === undefined) {
      shape?.learn(row.fields);
      yield { item: normalizeRow(row.fields, context) };
    } else yield rejection(where, problem, row.fields.slice(0, 500).join(delimiter));
  }
  yield* rejected(broken);
}

/** A row that could not be read, and the lines behind it that may be more of its text. */
interface BrokenRow {
  readonly where: string;
  readonly first: number;
  readonly reason: string;
  readonly sample: string;
  readonly runaway: boolean;
  /** the last line that is not read */
  last: number;
}

function* rejected(broken: BrokenRow | undefined): Generator<ReadResult> {
  if (broken === undefined) return;
  const { where, reason, sample, first, last } = broken;
  yield rejection(where, last > first ? `${reason}; lines ${first} to ${last} are not read` : reason, sample);
}

/** Whether a line behind a broken row is a row again: no words of somebody's text may become an Item. */
function goesOn(
  fields: readonly string[],
  problem: string | undefined,
  broken: BrokenRow,
  shape: RowShape | undefined,
): boolean {
  if (problem !== undefined) return false;
  return shape?.fits(fields) ?? !broken.runaway;
}

/** Tables of the same columns are the same source, wherever they lie. */
function sourceIdOf(headers: readonly string[] | undefined, columns: Columns): string {
  const names = headers?.map(headerKey) ?? [...columns.places].map(([field, place]) => `${field}@${String(place)}`);
  return shortHash(...names);
}

function problemOf(fields: readonly string[], columns: Columns): string | undefined {
  const text = columns.places.get('text') ?? columns.places.get('title') ?? 0;
  if (fields.length <= text) {
    return `has ${String(fields.length)} cells, but the text is column ${String(text + 1)}`;
  }
  const { width } = columns;
  if (width !== undefined && fields.slice(width).some((cell) => cell.trim() !== '')) {
    return `has ${String(fields.length)} cells where the header has ${String(width)}; a delimiter inside a cell needs quotes around it`;
  }
  return undefined;
}

/** Whether a cell is a date in any order: only asked to tell a header from data. */
function isDate(cell: string): boolean {
  return readTableDate(cell, { zone: 'UTC', order: 'day-first' }) !== undefined;
}

async function orderOf(
  head: string,
  delimiter: string,
  columnsOfRow: (row: readonly string[]) => Columns | string,
): Promise<DateOrder> {
  const dates: string[] = [];
  let columns: Columns | string | undefined;
  for await (const row of csvRecords([head], delimiter)) {
    if ('reason' in row) continue;
    columns ??= columnsOfRow(row.fields);
    if (typeof columns === 'string') break;
    const place = columns.places.get('datetime') ?? columns.places.get('date');
    if (place !== undefined) dates.push(row.fields[place] ?? '');
  }
  return guessDateOrder(dates);
}

async function* without(chunks: AsyncIterable<string>, skip: number): AsyncGenerator<string> {
  let left = skip;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield left === 0 ? chunk : chunk.slice(left);
    left = Math.max(0, left - chunk.length);
  }
}
