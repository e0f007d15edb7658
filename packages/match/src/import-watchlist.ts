import { decodeFile } from './file-text.js';
import { importMisp } from './imports/misp.js';
import { importSheet, importTable } from './imports/sheet.js';
import { importTerms } from './imports/terms.js';
import { importUnList } from './imports/un-list.js';
import { readWatchlist } from './read-watchlist.js';
import { tableOf } from './read-csv.js';
import type { ReadWatchlist } from './shapes.js';

/** Formats that can be turned into a watchlist. */
export const importFormats = ['yaml', 'json', 'csv', 'xlsx', 'txt', 'misp', 'un'] as const;
/** The name of one of `importFormats`. */
export type ImportFormat = (typeof importFormats)[number];

const otherNames: Readonly<Record<string, ImportFormat>> = {
  yml: 'yaml',
  tsv: 'csv',
  excel: 'xlsx',
  text: 'txt',
  terms: 'txt',
  plain: 'txt',
  'misp-event': 'misp',
  'misp-attributes': 'misp',
  'misp-warninglist': 'misp',
  'misp-json': 'misp',
  warninglist: 'misp',
  'un-list': 'un',
  'un-xml': 'un',
  unsc: 'un',
  'un-consolidated': 'un',
  'un-consolidated-list': 'un',
};

/** The format of a name, also of one that it goes by elsewhere: `misp-warninglist` is `misp`. */
export function importFormatOf(name: string): ImportFormat | undefined {
  const plain = name.trim().toLowerCase().replaceAll('_', '-');
  return importFormats.find((format) => format === plain) ?? otherNames[plain];
}

/**
 * Converts another format into a watchlist. Every row that cannot be used is a finding with its place; the others load.
 * - `yaml`, `json`, `csv`: Vedette's own; a CSV without a column `query` is a table of terms;
 * - `xlsx`: the first sheet, with the columns of the CSV or one column of terms;
 * - `txt`: terms, one a line (`# ` begins a comment);
 * - `misp`: events and attributes, or warning lists;
 * - `un`: the consolidated list of the UN Security Council, organisations only.
 *
 * @param content the file; text or its bytes (UTF-8, or UTF-16 with a byte order mark)
 * @example importWatchlist('grey gate\n', 'txt').watchlist.rules // [{ id: 'grey-gate', query: '"grey gate"' }]
 */
export function importWatchlist(content: string | Uint8Array, as: ImportFormat, file?: string): ReadWatchlist {
  if (as === 'xlsx')
    return importSheet(typeof content === 'string' ? new TextEncoder().encode(content) : content, file);
  const text = typeof content === 'string' ? content.replace(/^\ufeff/u, '') : decodeFile(content);
  switch (as) {
    case 'yaml':
    case 'json':
      return readWatchlist(text, { format: as, file });
    case 'csv': {
      const table = tableOf(text);
      const named = table[0]?.cells.some((cell) => /^\s*(?:query|id)\s*$/iu.test(cell)) === true;
      const withIds = table[0]?.cells.some((cell) => /^\s*id\s*$/iu.test(cell)) === true;
      return named && withIds ? readWatchlist(text, { format: 'csv', file }) : importTable(table, file);
    }
    case 'txt':
      return importTerms(text, file);
    case 'misp':
      return importMisp(text, file);
    case 'un':
      return importUnList(text, file);
  }
}
