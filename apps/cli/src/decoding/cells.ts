import { visibleTokens } from '@vedette/decode';
import { visible } from '../terminal/visible.js';

/** One character as a terminal shows it, or a hidden one as a token, and where in the text it stands. */
export interface Cell {
  readonly shown: string;
  readonly start: number;
  readonly end: number;
  /** columns that it takes */
  readonly width: number;
  /** whether it is a token in the place of something that cannot be seen */
  readonly hidden: boolean;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** What terminals show two columns wide: East Asian wide characters and emoji. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}{2})/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a terminal turns the text around, so that marks under it would stand in the wrong columns. */
export function turnsAround(text: string): boolean {
  return rightToLeft.test(text);
}

/** Cuts one line of text into what a terminal shows, hidden characters as ‹U+200B›, marks piled too high as ‹+9›. */
export function cellsOf(line: string, offset: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (const token of visibleTokens(line)) {
    const start = offset + token.start;
    if (token.kind !== 'text') {
      const shown = token.kind === 'hidden' ? `‹${token.codePoint}›` : `‹+${String(token.count)}›`;
      cells.push({ shown, start, end: offset + token.end, width: shown.length, hidden: true });
      continue;
    }
    for (const { segment, index } of segmenter.segment(token.text)) {
      const shown = visible(segment);
      const width = shown === segment ? widthOf(segment) : shown.length;
      cells.push({ shown, start: start + index, end: start + index + segment.length, width, hidden: false });
    }
  }
  return cells;
}

function widthOf(cluster: string): number {
  return wide.test(cluster) ? 2 : /^\p{M}+$/u.test(cluster) ? 0 : 1;
}

/** Cuts cells into rows of at most `columns`, at a blank where there is one in the last third. */
export function rowsOf(cells: readonly Cell[], columns: number): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let width = 0;
  for (const cell of cells) {
    if (width + cell.width > columns && row.length > 0) {
      const blank = row.findLastIndex(({ shown }) => shown === ' ') + 1;
      const kept = blank > (row.length * 2) / 3 ? row.slice(blank) : [];
      rows.push(row.slice(0, row.length - kept.length));
      row = kept;
      width = kept.reduce((sum, one) => sum + one.width, 0);
    }
    row.push(cell);
    width += cell.width;
  }
  if (row.length > 0 || rows.length === 0) rows.push(row);
  return rows;
}
