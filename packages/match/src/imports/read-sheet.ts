import { strFromU8, unzipSync } from 'fflate';
import { attribute, xmlEvents } from './xml-events.js';

/** One row of a sheet that holds anything: its number as the spreadsheet shows it, and its cells as text, gaps empty. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What one part of a workbook may take unpacked: more is a bomb, no watchlist. */
const mostBytes = 256 * 1024 * 1024;
const mostColumns = 256;

/**
 * The rows of the first sheet of a workbook (XLSX, ISO 29500); dates come as `YYYY-MM-DD`.
 * @throws RangeError if the bytes are no workbook, or one that is too large.
 */
export function readSheet(bytes: Uint8Array): readonly SheetRow[] {
  const parts = unpack(bytes);
  const part = (name: string): string => {
    const data = parts[name];
    return data === undefined ? '' : strFromU8(data);
  };
  const path = firstSheet(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'));
  const sheet = parts[path];
  if (sheet === undefined) throw new RangeError('it is no workbook of the form XLSX');
  return rowsOf(strFromU8(sheet), sharedTexts(part('xl/sharedStrings.xml')), dateStyles(part('xl/styles.xml')));
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let tooLarge = '';
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const wanted =
          /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/u;
        if (!wanted.test(name)) return false;
        if (originalSize > mostBytes) tooLarge = name;
        return originalSize <= mostBytes;
      },
    });
  } catch (error) {
    throw new RangeError('it is no workbook of the form XLSX', { cause: error });
  }
  if (tooLarge !== '') throw new RangeError(`${tooLarge} is larger than ${String(mostBytes)} bytes`);
  return parts;
}

/** Workbooks name their sheets in order; where each stands is said elsewhere. */
function firstSheet(workbook: string, relations: string): string {
  const usual = 'xl/worksheets/sheet1.xml';
  for (const event of xmlEvents(workbook)) {
    if (event.type !== 'open' || event.name !== 'sheet') continue;
    const id = attribute(event.attributes, 'id');
    for (const relation of xmlEvents(relations)) {
      if (relation.type !== 'open' || attribute(relation.attributes, 'Id') !== id) continue;
      const target = attribute(relation.attributes, 'Target') ?? usual;
      return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`;
    }
    return usual;
  }
  return usual;
}

/** Texts that cells share; what is said of their pronunciation is left out. */
function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let spoken = false;
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') {
      if (inText && !spoken) text += event.text;
    } else if (event.name === 't') inText = event.type === 'open';
    else if (event.name === 'rPh') spoken = event.type === 'open';
    else if (event.name === 'si') {
      if (event.type === 'close') texts.push(text);
      text = '';
    }
  }
  return texts;
}

/** Which cell styles show a number as a date: built-in formats 14–22 and 45–47, and own ones with a day or a year. */
function dateStyles(xml: string): ReadonlySet<number> {
  const own = new Set<number>();
  const styles = new Set<number>();
  let inCells = false;
  let index = 0;
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') continue;
    if (event.name === 'cellXfs') inCells = event.type === 'open';
    if (event.type !== 'open') continue;
    if (event.name === 'numFmt') {
      const code = (attribute(event.attributes, 'formatCode') ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '');
      if (/[dy]/iu.test(code)) own.add(Number(attribute(event.attributes, 'numFmtId')));
    }
    if (event.name === 'xf' && inCells) {
      const format = Number(attribute(event.attributes, 'numFmtId') ?? 0);
      if ((format >= 14 && format <= 22) || own.has(format)) styles.add(index);
      index += 1;
    }
  }
  return styles;
}

function rowsOf(xml: string, shared: readonly string[], dates: ReadonlySet<number>): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let kind = '';
  let style = 0;
  let value = '';
  let reading = false;
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') {
      if (reading) value += event.text;
      continue;
    }
    const opens = event.type === 'open';
    if (event.name === 'row') {
      if (opens) {
        row = Number(attribute(event.attributes, 'r') ?? row + 1);
        cells = [];
        column = -1;
      } else if (cells.some((cell) => cell.trim() !== '')) rows.push({ row, cells });
    } else if (event.name === 'c') {
      if (opens) {
        column = columnOf(attribute(event.attributes, 'r')) ?? column + 1;
        kind = attribute(event.attributes, 't') ?? 'n';
        style = Number(attribute(event.attributes, 's') ?? 0);
        value = '';
      } else if (column < mostColumns) {
        while (cells.length < column) cells.push('');
        cells[column] = cellText(kind, value, dates.has(style), shared);
      }
    } else if (event.name === 'v' || event.name === 't') {
      reading = opens;
    }
  }
  return rows;
}

/** `B7` is column 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellText(kind: string, value: string, isDate: boolean, shared: readonly string[]): string {
  if (kind === 's') return shared[Number(value)] ?? '';
  if (kind === 'e') return '';
  if (kind === 'b') return value === '1' ? 'true' : 'false';
  if (kind === 'd') return value.replace(/T.*$/u, '');
  if (kind !== 'n' || !isDate || value === '') return value;
  // Day 60 is 29 February 1900, which never was: from then on days count from 30 December 1899.
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(value)) * 86_400_000);
  return Number.isNaN(day.getTime()) ? value : day.toISOString().slice(0, 10);
}
