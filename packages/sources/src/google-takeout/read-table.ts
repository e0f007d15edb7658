import { csvRecords } from '../csv/records.js';
import type { FileInput, ReadOptions, ReadResult } from '../definition.js';
import { ContentIds } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { textChunks } from '../input/text-chunks.js';
import { normalizeRow } from './normalize.js';
import type { YouTubeTable } from './table-shape.js';

/** The comments, chat messages or posts of a table. */
export async function* readTable(
  file: FileInput,
  options: ReadOptions,
  table: YouTubeTable,
): AsyncGenerator<ReadResult> {
  const context = { table, ids: new ContentIds() };
  const textPlace = table.places.get('text') ?? 0;
  let headerSeen = !table.hasHeader;
  for await (const row of csvRecords(unmarked(textChunks(file.open())), ',')) {
    const where = `${file.name}:${String(row.line)}`;
    if ('reason' in row) {
      yield rejection(where, row.reason, row.sample);
      continue;
    }
    if (row.fields.every((cell) => cell.trim() === '')) continue;
    if (!headerSeen) {
      headerSeen = true;
      continue;
    }
    if (row.fields.length <= textPlace) {
      const sample = row.fields.join(',');
      yield rejection(
        where,
        `has ${String(row.fields.length)} cells, but the text is column ${String(textPlace + 1)}`,
        sample,
      );
      continue;
    }
    const item = normalizeRow(row.fields, context);
    yield { item: options.raw === true ? { ...item, raw: row.fields } : item };
  }
}

async function* unmarked(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  for await (const chunk of chunks) {
    yield first ? withoutMark(chunk) : chunk;
    first = false;
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
