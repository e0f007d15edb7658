import type { LocalTime } from '../input/local-time.js';
import type { Stamp, WrittenDate } from './stamp.js';

/** Which of the three numbers is what. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ydm';

interface Plain {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date of a stamp in an order; undefined for a date that no calendar has. */
export function dateIn(order: DateOrder, written: WrittenDate): Plain | undefined {
  const [one, two, three] = written.numbers;
  const yearFirst = order.startsWith('y');
  const year = yearFirst ? one : three;
  const [first, second] = yearFirst ? [two, three] : [one, two];
  const dayFirst = order === 'dmy' || order === 'ydm';
  const [month, day] = dayFirst ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return gregorian(year, written.digits[yearFirst ? 0 : 2], month, day, written.era);
}

/** The stamp as local time of the phone. */
export function localTimeOf(stamp: Stamp, order: DateOrder): LocalTime | undefined {
  const date = dateIn(order, stamp) ?? dateIn(otherOf(order), stamp);
  if (date === undefined) return undefined;
  const { year, month, day } = date;
  return { year, month, day, hour: stamp.hour, minute: stamp.minute, second: stamp.second };
}

function otherOf(order: DateOrder): DateOrder {
  return ({ dmy: 'mdy', mdy: 'dmy', ymd: 'ydm', ydm: 'ymd' } as const)[order];
}

/** Phones in Thailand count Buddhist years (2567), in Iran solar ones (1403), in Japan those of an era, in Taiwan (113). */
function gregorian(
  year: number,
  digits: number,
  month: number,
  day: number,
  era: WrittenDate['era'],
): Plain | undefined {
  if (era !== undefined) return { year: year + (era === 'reiwa' ? 2018 : 1988), month, day };
  if (digits === 4 && year >= 2500) return { year: year - 543, month, day };
  if (digits === 4 && year >= 1380 && year < 1430) return fromSolarHijri(year, month, day);
  if (digits === 3) return { year: year + 1911, month, day };
  if (digits <= 2)
    return { year: year >= 52 && year <= 90 ? year + 1957 : year + (year > 90 ? 1900 : 2000), month, day };
  return year < 1990 || year > 2100 ? undefined : { year, month, day };
}

/** Long years of each row of 33. */
function isLong(year: number): boolean {
  return [1, 5, 9, 13, 17, 22, 26, 30].includes(year % 33);
}

function fromSolarHijri(year: number, month: number, day: number): Plain {
  // 1 Farvardin 1379 was 20 March 2000
  let days = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  for (let one = 1379; one < year; one += 1) days += isLong(one) ? 366 : 365;
  const at = new Date(Date.UTC(2000, 2, 20) + (days + day - 1) * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

const dayMs = 86_400_000;

interface Score {
  readonly order: DateOrder;
  readonly invalid: number;
  /** messages that would be more than a day earlier than the one before */
  readonly back: number;
  /** days walked from message to message */
  readonly walked: number;
  readonly named: number;
}

/**
 * Learns from the dates of a chat which number is the day: values above 12, names of attachments that hold their date,
 * and that a chat goes forward in time.
 */
export class DateEvidence {
  readonly #dates: Stamp[] = [];
  readonly #names: { readonly date: WrittenDate; readonly day: number }[] = [];
  #english = 0;
  #last = '';
  #conclusive = false;

  /** Takes the head of a message with the rest of its first line. */
  add(stamp: Stamp, rest: string): void {
    if (/omitted|attached|encrypted|deleted|created|changed|\b(?:the|you|and|is)\b/iu.test(rest)) this.#english += 1;
    const named = /(?:-|^)(20\d\d)-?(\d\d)-?(\d\d)(?=-)/u.exec(rest);
    if (named !== null && /WA\d{4}|\d{2}-\d{2}-\d{2}\.\w+/u.test(rest)) {
      this.#names.push({ date: stamp, day: dayOf(Number(named[1]), Number(named[2]), Number(named[3])) });
    }
    const key = stamp.numbers.join(' ');
    if (key === this.#last) return;
    this.#last = key;
    this.#dates.push(stamp);
    const [one, two, three] = stamp.numbers;
    const [first, second] = stamp.digits[0] > 2 ? [two, three] : [one, two];
    if (first > 12 !== second > 12 && (stamp.digits[0] > 2 || stamp.digits[2] > 2 || stamp.era !== undefined)) {
      this.#conclusive = true;
    }
  }

  /** Whether more dates cannot change the answer: a value above 12 beside a year of four digits. */
  get conclusive(): boolean {
    return this.#conclusive && this.#dates.length >= 3;
  }

  order(): DateOrder {
    const first = this.#dates[0];
    if (first === undefined) return 'dmy';
    const candidates = candidatesOf(first);
    const scores = candidates.map((order) => this.#score(order));
    const prior = priorOf(first, this.#english > 0, this.#dates);
    scores.sort((one, other) => compare(one, other, prior));
    return scores[0]?.order ?? 'dmy';
  }

  #score(order: DateOrder): Score {
    let invalid = 0;
    let back = 0;
    let walked = 0;
    let before: number | undefined;
    for (const written of this.#dates) {
      const date = dateIn(order, written);
      if (date === undefined || date.year > 2099) {
        invalid += 1;
        continue;
      }
      const day = dayOf(date.year, date.month, date.day);
      if (before !== undefined) {
        if (day < before - 1) back += 1;
        walked += Math.abs(day - before);
      }
      before = day;
    }
    const named = this.#names.filter(({ date, day }) => {
      const read = dateIn(order, date);
      return read !== undefined && Math.abs(dayOf(read.year, read.month, read.day) - day) <= 2;
    }).length;
    return { order, invalid, back, walked, named };
  }
}

function compare(one: Score, other: Score, prior: DateOrder): number {
  if (one.invalid !== other.invalid) return one.invalid - other.invalid;
  if (one.named !== other.named) return other.named - one.named;
  if (one.back !== other.back) return one.back - other.back;
  if (Math.max(one.walked, other.walked) > 2 * Math.min(one.walked, other.walked) + 20)
    return one.walked - other.walked;
  return Number(other.order === prior) - Number(one.order === prior);
}

function candidatesOf(stamp: WrittenDate): readonly DateOrder[] {
  if (stamp.digits[0] > 2) return ['ymd', 'ydm'];
  if (stamp.digits[2] > 2 || stamp.era !== undefined) return ['dmy', 'mdy'];
  return ['dmy', 'mdy', 'ymd'];
}

/** What the way of writing says where the dates do not: only phones in the United States write 5/12/20. */
function priorOf(first: Stamp, english: boolean, dates: readonly Stamp[]): DateOrder {
  if (first.digits[0] > 2) return 'ymd';
  if (first.separator !== '/') return 'dmy';
  if (first.era !== undefined) return 'mdy';
  const padded = dates.some(
    ({ numbers, digits }) => (numbers[0] < 10 && digits[0] === 2) || (numbers[1] < 10 && digits[1] === 2),
  );
  if (padded || first.digits[2] > 2) return 'dmy';
  return first.clock === 'AM' || (english && first.clock === '24') ? 'mdy' : 'dmy';
}

function dayOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / dayMs);
}
