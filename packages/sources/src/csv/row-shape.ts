import type { Columns } from './columns.js';

/** Rows that are looked at to learn what the columns hold. */
const learned = 200;

const number = /^-?\p{Nd}+$/u;
const address = /^https?:\/\//i;

/**
 * What the rows of a table look like, learned from those that were read without fault. Behind a broken row it tells a row
 * from a line of somebody's text that happens to hold the delimiter.
 */
export class RowShape {
  private seen = 0;
  /** columns of which every cell so far was a number, an address or a date */
  private readonly typed = new Map<number, (cell: string) => boolean>();

  /** @param isDate whether a cell of a column that holds dates is one */
  constructor(
    private readonly columns: Columns,
    isDate: (cell: string) => boolean,
  ) {
    for (const field of ['date', 'datetime'] as const) {
      const place = columns.places.get(field);
      if (place !== undefined) this.typed.set(place, isDate);
    }
  }

  learn(fields: readonly string[]): void {
    if (this.seen >= learned) return;
    this.seen += 1;
    const words = new Set([this.columns.places.get('text'), this.columns.places.get('title')]);
    for (const [place, cell] of fields.entries()) {
      const known = this.typed.get(place);
      if (known !== undefined && cell !== '' && !known(cell)) this.typed.delete(place);
      if (this.seen > 1 || known !== undefined || words.has(place)) continue;
      const pattern = [number, address].find((each) => each.test(cell));
      if (pattern !== undefined) this.typed.set(place, (other) => pattern.test(other));
    }
  }

  /** Whether a line is a row of this table; undefined where its columns do not tell. */
  fits(fields: readonly string[]): boolean | undefined {
    const { width } = this.columns;
    if (width !== undefined && fields.length !== width) return false;
    const told = [...this.typed].filter(([place]) => (fields[place] ?? '') !== '');
    if (told.some(([place, holds]) => !holds(fields[place] ?? ''))) return false;
    return told.length > 0 ? true : undefined;
  }
}
