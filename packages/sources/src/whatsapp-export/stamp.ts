import { halfDay, type HalfDay } from './day-period.js';
import { directionMarks } from './schema.js';

/** The three numbers of a date in the order in which they stand, not yet read as day, month and year. */
export interface WrittenDate {
  readonly numbers: readonly [number, number, number];
  /** digits of each number: 4 digits are a year, two may be; one digit says that nothing is padded */
  readonly digits: readonly [number, number, number];
  readonly era: 'reiwa' | 'heisei' | undefined;
}

/** The date and time that begin a message. */
export interface Stamp extends WrittenDate {
  /** how dates are written: what stands between the numbers, and brackets or a dash */
  readonly style: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** what stands between the day, month and year, and whether the clock names halves of the day as `AM` and `PM` */
  readonly separator: string;
  readonly clock: '24' | 'AM' | 'am';
  /** as it stands in the file, without marks */
  readonly written: string;
  /** where the rest of the line begins */
  readonly end: number;
}

interface Layout {
  readonly timeFirst: boolean;
  readonly half: HalfDay | undefined;
  readonly clock: Stamp['clock'];
  readonly separator: string;
  readonly era: WrittenDate['era'];
  readonly style: string;
}

const numbers = /^(\D*)(\d{1,4})(\D+)(\d{1,4})(\D+)(\d{1,4})(\D+)(\d{1,4})(\D+)(\d{1,4})(?:(\D+)(\d{1,4}))?(\D*)$/u;
const oldForm = /^[\u200e\u200f\ufeff]*([^\s:]{6,12},? \d{1,2}:\d\d(?::\d\d)?(?: ?[apAP]\.?[mM]\.?)?): /u;
const longestStamp = 64;
const layouts = new Map<string, Layout | null>();

/**
 * Reads the date and time at the beginning of a line: `[31/12/2024, 23:59:01] `, `12/31/24, 11:59 PM - `, `2020/5/12 上午10:00 - `,
 * `[٢٧/٣/٢٠٢٢، ٩:٤١:٣٥ م] ` and so on. Undefined for any other line.
 * @example readStamp('31.12.24, 23:59 - Ana: hello')?.end // 18
 */
export function readStamp(line: string): Stamp | undefined {
  const found = enclosed(line);
  if (found === undefined) return undefined;
  const written = westernDigits(found.text.replace(directionMarks, '').replace(/[\u00a0\u202f\u2009]/gu, ' ')).trim();
  const parts = numbers.exec(written);
  if (parts === null) return undefined;
  const gaps = [parts[1], parts[3], parts[5], parts[7], parts[9], parts[11], parts[13]].map((gap) => gap ?? '');
  const key = `${found.form}\u0000${gaps.join('\u0000')}`;
  let layout = layouts.get(key);
  if (layout === undefined) {
    if (layouts.size > 2_000) layouts.clear();
    layout = layoutOf(found.form, gaps) ?? null;
    layouts.set(key, layout);
  }
  return layout === null ? undefined : stampOf(layout, parts, written, found.end);
}

function enclosed(
  line: string,
): { readonly form: '[' | '-' | ':'; readonly text: string; readonly end: number } | undefined {
  let start = 0;
  while (start < 8 && isMark(line.charCodeAt(start))) start += 1;
  const first = line.charCodeAt(start);
  if (first === 0x5b) {
    const close = line.indexOf(']', start);
    if (close < 0 || close - start > longestStamp) return undefined;
    const space = line.charCodeAt(close + 1) === 0x20 ? 1 : 0;
    return { form: '[', text: line.slice(start + 1, close), end: close + 1 + space };
  }
  // a date begins with a digit, or with a word in scripts where the half of the day comes first
  if (!(first >= 0x30 && first <= 0x39) && first < 0x600) return undefined;
  const dash = /[\s\u200e\u200f][-–][ \u200e\u200f]/u.exec(line.slice(start, start + longestStamp + 3));
  if (dash !== null) {
    const end = start + dash.index;
    if (numbers.test(westernDigits(line.slice(start, end)).replace(directionMarks, '').trim())) {
      return { form: '-', text: line.slice(start, end), end: end + 3 };
    }
  }
  const old = oldForm.exec(line);
  return old?.[1] === undefined ? undefined : { form: ':', text: old[1], end: old[0].length };
}

const isTimeGap = /^(?:[:.]|\s?h\s?|:\s)$/u;
const isDateGap = /^(?:\s?[-/.]\s?|\.\s|\/[RH]|[年月]|[년월]\s?)$/u;
const fillers = new Set(
  'at à um uhr h klo kl às alle ore ob г ч р u op a las ad be พศ น คศ 日 일 v god г. hs hrs'.split(' '),
);

function layoutOf(form: string, gaps: readonly string[]): Layout | undefined {
  const [before = '', , , , , sixth = '', after = ''] = gaps;
  const hasSeconds = sixth !== '';
  const between = gaps.slice(1, hasSeconds ? 6 : 5);
  const timeFirst =
    /^(?:[:h]|\.)$/u.test(between[0] ?? '') && !isDateGap.test(between[1] ?? '') ? true : between[0] === ':';
  const timeGaps = hasSeconds ? 2 : 1;
  const dateAt = timeFirst ? timeGaps + 1 : 0;
  const join = timeFirst ? timeGaps : 2;
  const dates = between.slice(dateAt, dateAt + 2);
  const times = timeFirst ? between.slice(0, timeGaps) : between.slice(3);
  if (dates.length !== 2 || !dates.every((gap) => isDateGap.test(gap)) || !times.every((gap) => isTimeGap.test(gap)))
    return undefined;
  const joint = between[join] ?? '';
  if (!/[\s,،日일]/u.test(joint)) return undefined;
  let half: HalfDay | undefined;
  let clock: Stamp['clock'] = '24';
  for (const gap of [before, joint, after]) {
    const words = gap.replace(/[,،、\s]+/gu, ' ').replace(/^[ .]+|[ ]+$/gu, '');
    if (words === '' || /^[.)(·]+$/u.test(words)) continue;
    const found = periodIn(words);
    if (found === undefined) return undefined;
    if (found.half !== undefined) {
      half = found.half;
      clock = /^[AP]/u.test(found.word) ? 'AM' : 'am';
    }
  }
  const marks = gaps.map((gap) => gap.replace(/[\p{L}\p{M}]+/gu, 'w').replace(/w(?:\.? ?w)*\.?/gu, 'w')).join('_');
  return {
    timeFirst,
    half,
    clock,
    separator: (dates[0] ?? '').trim(),
    era: dates[1] === '/R' ? 'reiwa' : dates[1] === '/H' ? 'heisei' : undefined,
    style: `${form}${marks}`,
  };
}

/** Every word must be half of a day or one of the few that stand in dates; anything else is somebody's text. */
function periodIn(text: string): { readonly half: HalfDay | undefined; readonly word: string } | undefined {
  const whole = halfDay(text);
  if (whole !== undefined) return { half: whole, word: text };
  const rest = text.split(' ').filter((word) => !fillers.has(word.toLowerCase().replaceAll('.', '')));
  if (rest.length === 0) return { half: undefined, word: '' };
  const word = rest.join(' ').replace(/^(?:日|일)\s*/u, '');
  const half = halfDay(word);
  return half === undefined ? undefined : { half, word };
}

function stampOf(layout: Layout, parts: RegExpExecArray, written: string, end: number): Stamp | undefined {
  const cells = [parts[2], parts[4], parts[6], parts[8], parts[10], parts[12]].filter((cell) => cell !== undefined);
  const timeLength = cells.length - 3;
  const date = layout.timeFirst ? cells.slice(timeLength) : cells.slice(0, 3);
  const time = (layout.timeFirst ? cells.slice(0, timeLength) : cells.slice(3)).map(Number);
  const [hour = 0, minute = 0, second = 0] = time;
  if (minute > 59 || second > 59 || hour > 24) return undefined;
  const [one = '', two = '', three = ''] = date;
  return {
    numbers: [Number(one), Number(two), Number(three)],
    digits: [one.length, two.length, three.length],
    era: layout.era,
    style: layout.style,
    hour: hourOfDay(hour, layout.half),
    minute,
    second,
    separator: layout.separator,
    clock: layout.clock,
    written,
    end,
  };
}

function hourOfDay(hour: number, half: HalfDay | undefined): number {
  if (half === undefined || hour > 12) return hour % 24;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function isMark(code: number): boolean {
  return (
    code === 0x200e ||
    code === 0x200f ||
    code === 0xfeff ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

/** Digits of any script become 0 to 9. */
function westernDigits(text: string): string {
  if (!/[\u0660-\uffff]/u.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code < 0x80) return digit;
    for (let zero = code; zero > code - 10; zero -= 1) {
      if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
    }
    return String(code & 0xf);
  });
}
