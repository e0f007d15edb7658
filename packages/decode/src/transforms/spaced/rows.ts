/** A letter, or a sign or digit that may stand for one, with the place it was written at. */
export interface Cell {
  /** The letter as written, with its marks. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Single letters set apart by one and the same sign. */
export interface Row {
  readonly cells: readonly Cell[];
  /** What stands between two letters. */
  readonly gap: string;
  /** Cells (from 1) that a wider gap stands before: a word begins there. */
  readonly wide: ReadonlySet<number>;
}

const cell = String.raw`(?:\p{L}\p{M}*|[@$0-9!'’])`;
const gap = String.raw`[ \u00a0\u2009\u202f]?[.\-_*·•~|/+,:=][ \u00a0\u2009\u202f]?|[ \u00a0\u2009\u202f]|\r?\n`;
/** Three or more letters with the same gap; in a row with blanks a wider run of blanks stands between words. */
const rowPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}@$'’])(?<first>${cell})(?<gap>${gap})(?<second>${cell})(?![\p{L}\p{N}\p{M}'’])`,
  'gu',
);
const wider = /[ \u00a0\u2009\u202f\t]{2,}|[ \u00a0]*\r?\n[ \u00a0]*|[ \u00a0]+[/|•·–—_-][ \u00a0]+/y;
/** Where a sign stands between letters, a blank is wider. */
const widerThanSign = /[ \u00a0\u2009\u202f\t]+|[ \u00a0]*\r?\n[ \u00a0]*|[ \u00a0]+[/|•·–—_-][ \u00a0]+/y;
const cellPattern = new RegExp(String.raw`${cell}(?![\p{L}\p{N}\p{M}'’])`, 'uy');

/** All rows of a text, in order, at least three cells long. */
export function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  rowPattern.lastIndex = 0;
  for (let match = rowPattern.exec(text); match !== null; match = rowPattern.exec(text)) {
    const row = rowFrom(text, match.index, match.groups?.['first'] ?? '', match.groups?.['gap'] ?? '');
    if (row.cells.length >= 3) {
      rows.push(row);
      rowPattern.lastIndex = row.cells.at(-1)?.end ?? rowPattern.lastIndex;
    } else {
      // The second cell may begin a row of its own.
      rowPattern.lastIndex = match.index + (match.groups?.['first'] ?? '').length;
    }
  }
  return rows;
}

function rowFrom(text: string, start: number, first: string, between: string): Row {
  const cells: Cell[] = [{ text: first, start, end: start + first.length }];
  const wide = new Set<number>();
  const lone = between === ' ' ? loneBefore(text, start) : undefined;
  if (lone !== undefined) {
    cells.unshift(lone);
    wide.add(1);
  }
  let at = start + first.length;
  for (;;) {
    let next = text.startsWith(between, at) ? cellAt(text, at + between.length) : undefined;
    if (next === undefined) {
      // A gap that is wider, and then a row that goes on in the same way.
      const space = widerAt(text, at, between);
      const begin = at + space.length;
      next = space === '' || space === between ? undefined : cellAt(text, begin);
      if (next === undefined || !goesOn(text, next.end, between)) break;
      wide.add(cells.length);
    }
    cells.push(next);
    at = next.end;
  }
  return { cells, gap: between, wide };
}

function widerAt(text: string, at: number, between: string): string {
  const pattern = /\S/u.test(between) ? widerThanSign : wider;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Whether behind a wider gap letters are set apart too, be it only by a further wider gap. */
function goesOn(text: string, at: number, between: string): boolean {
  if (text.startsWith(between, at) && cellAt(text, at + between.length) !== undefined) return true;
  const space = widerAt(text, at, between);
  return space !== '' && cellAt(text, at + space.length) !== undefined;
}

/** A single letter that is a word of its own, before the first narrow gap: I   h a t e. */
function loneBefore(text: string, start: number): Cell | undefined {
  const [whole, letter = ''] =
    /(?<![\p{L}\p{N}\p{M}@$'’])(\p{L})[ \u00a0]{2,6}$/u.exec(text.slice(Math.max(0, start - 9), start)) ?? [];
  if (whole === undefined) return undefined;
  return { text: letter, start: start - whole.length, end: start - whole.length + letter.length };
}

function cellAt(text: string, at: number): Cell | undefined {
  cellPattern.lastIndex = at;
  const [found] = cellPattern.exec(text) ?? [];
  return found === undefined ? undefined : { text: found, start: at, end: at + found.length };
}
