import { ruleFields } from './rule-fields.js';

/** The field that a column of a table stands for: case, blanks, `-` and `_` do not matter. */
export function columnName(name: string): string {
  const plain = name.trim();
  return ruleFields.find((field) => field.toLowerCase() === plain.toLowerCase().replace(/[\s_-]/gu, '')) ?? plain;
}

/** Lists stand in one cell: languages between blanks, commas or bars; examples between bars or line breaks. */
export function cellValue(name: string, cell: string): unknown {
  if (name === 'lang') return cell.split(/[\s,;|]+/u).filter((part) => part !== '');
  if (name === 'must' || name === 'mustNot') {
    return cell
      .split(/[|\n]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  return cell;
}
