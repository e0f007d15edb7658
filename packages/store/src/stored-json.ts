/**
 * Reads a column that holds one JSON value. Only this store writes these columns, always from a value of the type, so it
 * is not checked again.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the column holds
export function readStored<T>(json: string): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above: the one place where JSON of our own becomes a type
  return JSON.parse(json) as T;
}
