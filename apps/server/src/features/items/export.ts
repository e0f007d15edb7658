import { Readable } from 'node:stream';
import type { Item } from '@vedette/contract';
import type { ItemFilters, SearchExport } from '@vedette/store';

/** What the first line of an export says, so that a file tells where it came from. */
export interface ExportHead {
  readonly query: ItemFilters;
  /** ISO instant */
  readonly exportedAt: string;
  readonly total: number;
}

/** One JSON object a line: the head, then an Item each. */
export function exportNdjson(head: ExportHead, items: SearchExport['items']): Readable {
  return Readable.from(
    (async function* () {
      yield `${JSON.stringify(head)}\n`;
      for await (const item of items) yield `${JSON.stringify(item)}\n`;
    })(),
  );
}

const columns: readonly { readonly name: string; readonly of: (item: Item) => string | undefined }[] = [
  { name: 'id', of: (item) => item.id },
  { name: 'publishedAt', of: (item) => item.publishedAt },
  { name: 'source', of: (item) => item.source.title ?? item.source.id },
  { name: 'sourceKind', of: (item) => item.source.kind },
  { name: 'kind', of: (item) => item.kind },
  { name: 'lang', of: (item) => item.lang },
  { name: 'author', of: (item) => item.author?.handle ?? item.author?.name ?? item.author?.id },
  { name: 'title', of: (item) => item.title },
  { name: 'text', of: (item) => item.text },
  { name: 'url', of: (item) => item.url },
];

/** RFC 4180 with a byte order mark, as spreadsheets want it: a line that names the query, the header, the Items. */
export function exportCsv(head: ExportHead, items: SearchExport['items']): Readable {
  return Readable.from(
    (async function* () {
      yield '\uFEFF';
      yield line(['query', JSON.stringify(head.query), 'exportedAt', head.exportedAt, 'total', String(head.total)]);
      yield line(columns.map((column) => column.name));
      for await (const item of items) yield line(columns.map((column) => column.of(item) ?? ''));
    })(),
  );
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/**
 * Always quoted. A cell that a spreadsheet would run as a formula gets an apostrophe in front: text of strangers must
 * never be executed (OWASP, CSV injection). NDJSON keeps it to the letter.
 */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
