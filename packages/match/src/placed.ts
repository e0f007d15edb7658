import type { GivenRule, GivenValue } from './rule-fields.js';
import type { WatchlistFinding } from './shapes.js';

/** How a text is written in a file, which says where each of its characters stands. */
export type WrittenAs = 'plain' | 'single-quoted' | 'double-quoted' | 'block' | 'csv-quoted';

/** A value with the place where its text begins, after a quotation mark; in UTF-16 units of the file. */
export interface PlacedValue extends GivenValue {
  readonly start: number;
  readonly as: WrittenAs;
}

/** A rule of a file with its places. */
export interface PlacedRule extends GivenRule {
  readonly start: number;
  readonly fields: ReadonlyMap<string, PlacedValue>;
}

/** A finding whose place is still an offset. */
export interface PlacedFinding extends Omit<WatchlistFinding, 'line' | 'column'> {
  readonly start: number;
}

/** What a file says, before its rules are looked at. */
export interface PlacedList {
  readonly name?: string | undefined;
  readonly rules: readonly PlacedRule[];
  readonly findings: readonly PlacedFinding[];
}

const escape = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|\r?\n[ \t]*|[\s\S])/iuy;

/**
 * Where unit `index` of a text stands in the file: escapes and doubled quotation marks are longer there than what they say.
 * @example placeInFile(`'it''s'`, { value: "it's", start: 1, as: 'single-quoted' }, 3) // 5
 */
export function placeInFile(file: string, { start, as }: PlacedValue, index: number): number {
  switch (as) {
    case 'plain':
      return start + index;
    case 'single-quoted':
    case 'csv-quoted':
      return pastDoubled(file, start, index, as === 'csv-quoted' ? '"' : "'");
    case 'double-quoted':
      return pastEscapes(file, start, index);
    case 'block':
      return inBlock(file, start, index);
  }
}

function pastDoubled(file: string, start: number, index: number, quote: string): number {
  let at = start;
  for (let left = index; left > 0 && at < file.length; left -= 1) at += file[at] === quote ? 2 : 1;
  return at;
}

function pastEscapes(file: string, start: number, index: number): number {
  let at = start;
  for (let left = index; left > 0 && at < file.length;) {
    if (file[at] !== '\\') {
      at += 1;
      left -= 1;
      continue;
    }
    escape.lastIndex = at;
    const found = escape.exec(file)?.[0] ?? '\\';
    at += found.length;
    if (!found.includes('\n')) left -= found.startsWith('\\U') && /[1-9a-f]/iu.test(found.slice(2, 6)) ? 2 : 1;
  }
  return at;
}

/** A block of YAML: every line begins with the blanks that the first one has. */
function inBlock(file: string, start: number, index: number): number {
  const indent = start - (file.lastIndexOf('\n', start - 1) + 1);
  let at = start;
  for (let left = index; left > 0 && at < file.length; left -= 1) {
    if (file[at] === '\n')
      at += 1 + Math.min(indent, /^ */u.exec(file.slice(at + 1, at + 1 + indent))?.[0].length ?? 0);
    else at += 1;
  }
  return at;
}
