import { instantOfLocalTime, type LocalTime } from '../input/local-time.js';

/** Which of day and month comes first in dates like 03/04/2024. */
export type DateOrder = 'day-first' | 'month-first';

/** An instant, and the zone that was assumed where the table gave none. */
export interface TableInstant {
  /** ISO 8601, UTC */
  readonly instant: string;
  readonly assumedZone?: string;
}

const isoDate = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)$/su;
const shortDate = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(.*)$/su;
const clock = /^[T,\s]*(\d{1,2})[:.hH](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?\s*(?:m\.?)?\s*(.*)$/isu;
const epoch = /^\d{10}(?:\d{3}|\d{6})?(?:\.\d+)?$/u;
const namedZone = /(?:\bZ|\bUTC|\bGMT|[+-]\d{2}:?\d{2})(?:\s+\d{4})?\s*$/u;

/**
 * Reads a date of a table: ISO 8601, epoch seconds or milliseconds, 31/12/2024 and 12/31/2024 (by `order`), 31.12.24,
 * RFC 2822 and what JavaScript knows besides; digits of any script. Without a zone in the text, `zone` is assumed and
 * named. Undefined where it is no date.
 * @example readTableDate('31/12/2024 23:59', { zone: 'Europe/Paris', order: 'day-first' })
 */
export function readTableDate(
  cell: string,
  options: { readonly zone: string; readonly order: DateOrder },
): TableInstant | undefined {
  const text = westernDigits(cell).trim();
  if (text === '') return undefined;
  if (epoch.test(text)) return epochInstant(text);
  const iso = isoDate.exec(text);
  if (iso !== null) {
    return assemble(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4] ?? '', options.zone);
  }
  const short = shortDate.exec(text);
  if (short !== null) {
    const [first, second] = [Number(short[1]), Number(short[2])];
    const dayFirst = first > 12 || (options.order === 'day-first' && second <= 12);
    const year = Number(short[3]) + ((short[3] ?? '').length === 2 ? 2000 : 0);
    return assemble(year, dayFirst ? second : first, dayFirst ? first : second, short[4] ?? '', options.zone);
  }
  return wordyDate(text, options.zone);
}

/** Guesses the order from dates that leave no choice: a first number over 12 is a day. Day first where none says. */
export function guessDateOrder(cells: readonly string[]): DateOrder {
  for (const cell of cells) {
    const short = shortDate.exec(westernDigits(cell).trim());
    if (short !== null && Number(short[1]) > 12) return 'day-first';
    if (short !== null && Number(short[2]) > 12) return 'month-first';
  }
  return 'day-first';
}

function assemble(year: number, month: number, day: number, rest: string, zone: string): TableInstant | undefined {
  const time = rest.trim() === '' ? { hour: 0, minute: 0, second: 0, millis: 0, after: '' } : readClock(rest);
  if (time === undefined) return undefined;
  const local: LocalTime = { year, month, day, hour: time.hour, minute: time.minute, second: time.second };
  if (time.after === '') {
    const instant = instantOfLocalTime(local, zone);
    return instant === undefined ? undefined : { instant: isoOf(instant + time.millis), assumedZone: zone };
  }
  const offset = readOffset(time.after);
  const instant = offset === undefined ? undefined : instantOfLocalTime(local, 'UTC');
  if (instant === undefined || offset === undefined) return undefined;
  return { instant: isoOf(instant - offset + time.millis) };
}

function readClock(rest: string):
  | {
      readonly hour: number;
      readonly minute: number;
      readonly second: number;
      readonly millis: number;
      readonly after: string;
    }
  | undefined {
  const found = clock.exec(rest);
  if (found === null) return undefined;
  const half = found[5]?.toLowerCase();
  const written = Number(found[1]);
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  return {
    hour,
    minute: Number(found[2]),
    second: Number(found[3] ?? 0),
    millis: Math.floor(Number(`0.${found[4] ?? '0'}`) * 1000),
    after: (found[6] ?? '').trim(),
  };
}

/** Milliseconds east of Greenwich of `Z`, `UTC`, `+02:00`, `GMT+1`. */
function readOffset(text: string): number | undefined {
  const found = /^(?:Z|UTC|GMT)?\s*(?:([+-])(\d{1,2}):?(\d{2})?)?$/iu.exec(text);
  if (found === null) return undefined;
  const size = (Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)) * 60_000;
  return found[1] === '-' ? -size : size;
}

function epochInstant(text: string): TableInstant | undefined {
  const whole = text.replace(/\..*$/u, '');
  const scale = whole.length === 10 ? 1000 : whole.length === 13 ? 1 : 0.001;
  return { instant: isoOf(Math.floor(Number(scale === 1000 ? text : whole) * scale)) };
}

/** Dates in words. Only English names are known; the machine's own zone must not leak in, so a zone is always added. */
function wordyDate(text: string, zone: string): TableInstant | undefined {
  if (!/\p{L}{3}/u.test(text) || !/\d/u.test(text)) return undefined;
  if (namedZone.test(text)) {
    const time = Date.parse(text);
    return Number.isNaN(time) ? undefined : { instant: isoOf(time) };
  }
  const time = Date.parse(`${text} UTC`);
  if (Number.isNaN(time)) return undefined;
  const at = new Date(time);
  const instant = instantOfLocalTime(
    {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
    },
    zone,
  );
  return instant === undefined ? undefined : { instant: isoOf(instant), assumedZone: zone };
}

function isoOf(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** Arabic and Persian digits become 0 to 9. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
