import { SourceError } from '../errors.js';
import { fieldOfHeader, headerKey, placesOfHeader, type ColumnField, type ColumnPlaces } from './schema.js';

/** Names that `--columns` knows. */
const specNames = ['id', 'text', 'date', 'time', 'datetime', 'author.id', 'author.name', 'url', 'title'] as const;
type SpecName = (typeof specNames)[number];

/** What `--columns` says: fields by position (`undefined` is `-`, a column to skip), or fields by their header. */
export type ColumnSpec =
  { readonly positions: readonly (SpecName | undefined)[] } | { readonly byHeader: ReadonlyMap<SpecName, string> };

/** `--columns` cannot be understood; the message says which part. */
export class ColumnSpecError extends SourceError {
  constructor(message: string) {
    super('incompatible', message);
    this.name = 'ColumnSpecError';
  }
}

/**
 * Reads a `--columns` specification: names by position (`date,time,author.name,-,text`) or `field=header` pairs
 * (`text=Body,date=When`). Throws {@link ColumnSpecError} for a name that is not known or given twice.
 * @example parseColumnSpec('date,time,author.name,text')
 */
export function parseColumnSpec(spec: string): ColumnSpec {
  const parts = spec.split(',').map((part) => part.trim());
  const byHeader = new Map<SpecName, string>();
  const positions: (SpecName | undefined)[] = [];
  const seen = new Set<string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals).trim();
    if (name === '-' && equals < 0) {
      positions.push(undefined);
      continue;
    }
    if (!isSpecName(name)) {
      throw new ColumnSpecError(`"${name}" is not a column; known are ${specNames.join(', ')} and - to skip one`);
    }
    if (seen.has(name)) throw new ColumnSpecError(`the column "${name}" is given twice`);
    seen.add(name);
    if (equals < 0) positions.push(name);
    else byHeader.set(name, part.slice(equals + 1).trim());
  }
  if (byHeader.size > 0 && positions.length > 0) {
    throw new ColumnSpecError('give columns either by position (date,text) or by header (text=Body), not both');
  }
  return byHeader.size > 0 ? { byHeader } : { positions };
}

function isSpecName(name: string): name is SpecName {
  return (specNames as readonly string[]).includes(name);
}

/** Where the fields stand, and whether the first row is a header. */
export interface Columns {
  readonly places: ColumnPlaces;
  readonly hasHeader: boolean;
  /** cells of the header, or of the specification: a longer row has a delimiter too many */
  readonly width: number | undefined;
}

/** Decides the columns of a table from its first row, or says in words why it cannot. */
export function columnsOf(
  firstRow: readonly string[],
  spec: ColumnSpec | undefined,
  looksLikeDate: (cell: string) => boolean,
): Columns | string {
  if (spec === undefined) return columnsOfHeader(firstRow);
  if ('byHeader' in spec) return columnsByHeader(firstRow, spec.byHeader);
  const places = new Map<ColumnField, number>();
  spec.positions.forEach((name, place) => {
    if (name !== undefined) places.set(name, place);
  });
  return { places, hasHeader: isHeader(firstRow, places, looksLikeDate), width: undefined };
}

function columnsOfHeader(firstRow: readonly string[]): Columns | string {
  const places = placesOfHeader(firstRow);
  if (places.has('text') || places.has('title')) return { places, hasHeader: true, width: firstRow.length };
  const shown = firstRow.slice(0, 12).map((cell) => cell.slice(0, 40));
  return `no column is recognised as text (the first row says: ${shown.join(' | ')}); name them with --columns`;
}

function columnsByHeader(firstRow: readonly string[], byHeader: ReadonlyMap<SpecName, string>): Columns | string {
  const keys = firstRow.map(headerKey);
  const places = new Map<ColumnField, number>();
  for (const [name, header] of byHeader) {
    const exact = firstRow.findIndex((cell) => cell.trim() === header);
    const place = exact >= 0 ? exact : keys.indexOf(headerKey(header));
    if (place < 0) return `has no column "${header}"; the first row says: ${firstRow.slice(0, 12).join(' | ')}`;
    places.set(name, place);
  }
  return { places, hasHeader: true, width: firstRow.length };
}

/** With columns by position the first row may still be a header: its date is none, or its cells name the fields. */
function isHeader(
  firstRow: readonly string[],
  places: ReadonlyMap<ColumnField, number>,
  looksLikeDate: (cell: string) => boolean,
): boolean {
  let named = 0;
  for (const [field, place] of places) {
    const cell = firstRow[place] ?? '';
    if (field === 'date' || field === 'datetime') {
      if (looksLikeDate(cell)) return false;
      if (cell.trim() !== '' && !/\p{N}/u.test(cell)) return true;
    }
    if (fieldOfHeader(cell) !== undefined) named += 1;
  }
  return named * 2 > places.size;
}
