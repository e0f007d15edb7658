import type { ReadWatchlist } from '../shapes.js';
import { collect, listName, termQuery, type Row } from './collect.js';

/** Terms as people paste them, one a line; a line that begins with `# ` is a comment, bullets are left out. */
export function importTerms(text: string, file?: string): ReadWatchlist {
  const rows: Row[] = [];
  for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
    const term = line.trim().replace(/^(?:[-*•–]|\d{1,4}[.)])\s+/u, '');
    if (term === '' || term.startsWith('# ') || term === '#') continue;
    rows.push({ line: index + 1, column: line.indexOf(term) + 1, query: termQuery(term), name: term });
  }
  return collect(listName(file, 'Imported terms'), rows);
}
