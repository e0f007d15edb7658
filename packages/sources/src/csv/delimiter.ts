import { firstRecord } from './records.js';
import { placesOfHeader } from './schema.js';

/** The delimiter of a table, and where the table begins behind Excel's `sep=;` line. */
export interface Dialect {
  readonly delimiter: string;
  /** characters of the file before the first row */
  readonly skip: number;
}

const candidates = [',', ';', '\t', '|'] as const;

/** Finds the delimiter: what Excel's first line says, else what gives the most known headers, else the most cells. */
export function sniffDialect(head: string): Dialect {
  const stated = /^\uFEFF?sep=(.)\r?\n/u.exec(head);
  if (stated?.[1] !== undefined) return { delimiter: stated[1], skip: stated[0].length };
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: -1 };
  for (const delimiter of candidates) {
    const cells = firstRecord(head, delimiter);
    const score = placesOfHeader(cells).size * 1000 + Math.min(cells.length, 999);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skip: 0 };
}
