import { StoreError } from './errors.js';

/** A cursor names the last row of a page by what the list is ordered by; opaque to callers. */
export function printCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws StoreError `invalid` where a cursor is not one that was given out for this list */
export function readCursor(cursor: string, shape: readonly ('string' | 'number')[]): readonly (string | number)[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    values = undefined;
  }
  const fits = (value: unknown, index: number): value is string | number =>
    typeof value === shape[index] && (typeof value !== 'number' || Number.isFinite(value));
  if (!Array.isArray(values) || values.length !== shape.length || !values.every(fits))
    throw new StoreError('invalid', 'This cursor is not one of this list: begin again without it');
  return values;
}
