import { foldFlag } from '../../fold-signs.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';
import { guessLanguage } from '../../words/language-guess.js';
import { rowsOf, type Row } from './rows.js';
import { wordsOfRow } from './words-of-row.js';

/** Letters pulled apart are put together, and cut where words begin. */
function edits(text: string): readonly Edit[] {
  const rows = rowsOf(text);
  if (rows.length === 0) return [];
  const { shares, words: others } = guessLanguage(withoutRows(text, rows));
  return rows.flatMap((row, index) => {
    const words = wordsOfRow(row, { shares, isAlone: others < 2, ...neighbours(text, row) });
    if (words === undefined) return [];
    const found = lettersOf(text, row, words);
    const gap = gapAfter(text, row, rows[index + 1]);
    return gap === undefined ? found : [...found, gap];
  });
}

/** Letter by letter, each with the gap behind it, so that every letter leads back to its own place. */
function lettersOf(text: string, { cells }: Row, words: ReadonlySet<number>): readonly Edit[] {
  return cells.map((cell, index): Edit => {
    const next = cells[index + 1];
    const border = next !== undefined && words.has(index + 1) ? ' ' : '';
    const end = next?.start ?? cell.end;
    return { start: cell.start, end, replacement: text.slice(cell.start, cell.end) + border, name: 'spaced' };
  });
}

/** Blanks between two rows of one text are one blank between words; before punctuation that was set apart too, none. */
function gapAfter(text: string, row: Row, next: Row | undefined): Edit | undefined {
  const start = row.cells.at(-1)?.end ?? 0;
  if (row.gap !== ' ') return undefined;
  const [mark] = /^ +(?=[.,;:!?](?:\s|$))/u.exec(text.slice(start, start + 8)) ?? [];
  if (mark !== undefined) return { start, end: start + mark.length, replacement: '', name: 'spaced' };
  const end = next?.cells[0]?.start;
  if (end === undefined || !/^[ \n]{2,}$/u.test(text.slice(start, end))) return undefined;
  return { start, end, replacement: ' ', name: 'spaced' };
}

/** The whole words beside a row, if only blanks are between. */
function neighbours(text: string, { cells }: Row): { before: string; after: string } {
  const start = cells[0]?.start ?? 0;
  const end = cells.at(-1)?.end ?? text.length;
  const [, before = ''] =
    /(?<![\p{L}\p{N}'’])([\p{Script=Latin}]{2,20}) $/u.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
  const [, after = ''] = /^ ([\p{Script=Latin}]{2,20})(?![\p{L}\p{N}'’])/u.exec(text.slice(end, end + 24)) ?? [];
  return { before: before.toLowerCase(), after: after.toLowerCase() };
}

function withoutRows(text: string, rows: readonly Row[]): string {
  let from = 0;
  let rest = '';
  for (const { cells } of rows) {
    rest += `${text.slice(from, cells[0]?.start)} `;
    from = cells.at(-1)?.end ?? from;
  }
  return rest + text.slice(from);
}

/** Words whose letters are pulled apart: g r e y, g.r.e.y, g-r-e-y, one letter a line. */
export const spaced: Transform = { name: 'spaced', flags: foldFlag.spaced, edits };
