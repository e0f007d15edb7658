/** An instant and, where the text gave none, the zone that was assumed for it. */
export interface ReadDate {
  /** ISO 8601, UTC, with `Z` */
  readonly instant: string;
  readonly assumedZone: string | undefined;
}

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
  /** minutes east of UTC; undefined for local time */
  offset: number | undefined;
}

const zoneHours: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 1, bst: 1, ist: 5.5, cet: 1, mez: 1, met: 1, cest: 2, mesz: 2, mest: 2, eet: 2, eest: 3, msk: 3, msd: 4,
  ast: -4, adt: -3, est: -5, edt: -4, et: -5, cst: -6, cdt: -5, ct: -6, mst: -7, mdt: -6, mt: -7, pst: -8, pdt: -7, pt: -8,
  akst: -9, akdt: -8, hst: -10, ndt: -2.5, nst: -3.5, jst: 9, kst: 9, hkt: 8, sgt: 8, awst: 8, acst: 9.5, acdt: 10.5, aest: 10, aedt: 11,
  nzst: 12, nzdt: 13, sast: 2, cat: 2, wat: 1, eat: 3, pkt: 5, brt: -3, art: -3, clt: -4, pet: -5, cot: -5, vet: -4,
  a: -1, b: -2, c: -3, d: -4, e: -5, f: -6, g: -7, h: -8, i: -9, k: -10, l: -11, m: -12,
  n: 1, o: 2, p: 3, q: 4, r: 5, s: 6, t: 7, u: 8, v: 9, w: 10, x: 11, y: 12,
}; // prettier-ignore

/** Month names and their short forms, as feeds of a dozen languages write them. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'january', 'janv', 'janvier', 'enero', 'ene', 'januar', 'jänner', 'januari', 'gennaio', 'gen', 'janeiro', 'január', 'januar', 'يناير', 'جانفي', 'كانون الثاني', 'ιαν', 'январь', 'января', 'янв', 'ocak', 'styczeń', 'stycznia'],
  ['feb', 'february', 'févr', 'fév', 'février', 'fevrier', 'febrero', 'februar', 'februari', 'febbraio', 'fevereiro', 'fev', 'február', 'februári', 'فبراير', 'فيفري', 'شباط', 'φεβ', 'февраль', 'февраля', 'фев', 'şubat', 'luty', 'lutego'],
  ['mar', 'march', 'mars', 'marzo', 'märz', 'mrz', 'maart', 'mrt', 'março', 'marco', 'március', 'marcius', 'مارس', 'آذار', 'μαρ', 'μάρ', 'μάώ', 'μαώ', 'март', 'марта', 'мар', 'mart', 'marzec', 'marca'],
  ['apr', 'april', 'avr', 'avril', 'abril', 'abr', 'aprile', 'április', 'aprilis', 'أبريل', 'ابريل', 'إبريل', 'أفريل', 'نيسان', 'απρ', 'апрель', 'апреля', 'апр', 'nisan', 'kwiecień', 'kwietnia'],
  ['may', 'mai', 'mayo', 'mei', 'maggio', 'mag', 'maio', 'május', 'máujus', 'majus', 'maj', 'مايو', 'ماي', 'أيار', 'μαι', 'μάι', 'μαϊ', 'май', 'мая', 'mayıs', 'maja'],
  ['jun', 'june', 'juin', 'junio', 'juni', 'giugno', 'giu', 'junho', 'június', 'junius', 'يونيو', 'يونيه', 'جوان', 'حزيران', 'ιουν', 'ιούν', 'ιον', 'июнь', 'июня', 'июн', 'haziran', 'czerwiec', 'czerwca'],
  ['jul', 'july', 'juil', 'juillet', 'julio', 'juli', 'luglio', 'lug', 'julho', 'július', 'julius', 'يوليو', 'يوليه', 'يوليوز', 'جويلية', 'تموز', 'ιουλ', 'ιούλ', 'ιολ', 'июль', 'июля', 'июл', 'temmuz', 'lipiec', 'lipca'],
  ['aug', 'august', 'août', 'aout', 'agosto', 'ago', 'augustus', 'augusztus', 'أغسطس', 'اغسطس', 'غشت', 'أوت', 'آب', 'αυγ', 'αύγ', 'август', 'августа', 'авг', 'ağustos', 'sierpień', 'sierpnia'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setiembre', 'settembre', 'set', 'setembro', 'szeptember', 'سبتمبر', 'شتنبر', 'أيلول', 'σεπ', 'сентябрь', 'сентября', 'сен', 'eylül', 'wrzesień', 'września'],
  ['oct', 'october', 'octobre', 'octubre', 'oktober', 'okt', 'ottobre', 'ott', 'outubro', 'out', 'október', 'أكتوبر', 'اكتوبر', 'تشرين الأول', 'οκτ', 'октябрь', 'октября', 'окт', 'ekim', 'październik', 'października'],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro', 'نوفمبر', 'نونبر', 'تشرين الثاني', 'νοε', 'νοέ', 'ноябрь', 'ноября', 'ноя', 'kasım', 'listopad', 'listopada'],
  ['dec', 'december', 'déc', 'décembre', 'decembre', 'diciembre', 'dic', 'dezember', 'dez', 'dezembro', 'dicembre', 'ديسمبر', 'دجنبر', 'كانون الأول', 'δεκ', 'декабрь', 'декабря', 'дек', 'aralık', 'grudzień', 'grudnia'],
]; // prettier-ignore

const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [name.normalize('NFC'), index + 1] as const)),
);

function monthNumber(name: string): number | undefined {
  return months.get(name.normalize('NFC').toLowerCase().replace(/\.$/, ''));
}

/**
 * Reads a date in any form that feeds and pages use: RFC 822 and its misspellings, ISO 8601 and W3CDTF (partial, ordinal,
 * week, compact), asctime, SQL, epoch seconds, Korean, and day–month-name–year in a dozen languages. Undefined for text
 * that is no date or no possible one.
 * @param zone IANA name used where the text has no zone; UTC where it is missing
 * @example readDate('Thu, 01 Jan 04 19:48:21 GMT').instant // '2004-01-01T19:48:21Z'
 */
export function readDate(text: string | undefined, zone = 'UTC'): ReadDate | undefined {
  const clean = (text ?? '')
    .slice(0, 200)
    .normalize('NFC')
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/\s+/g, ' ')
    // a weekday in front of a date in figures, and the French way to write a time
    .replace(/^\s*\p{L}{2,12}\.?,?\s+(?=\d{4}[-/.])/u, '')
    .replace(/(\s\d{1,2})\s?h\s?(\d{2})(?!\d)/i, '$1:$2')
    .trim();
  if (clean === '') return undefined;
  return (
    readUsual(clean) ??
    readParts(clean, zone) ??
    (clean.includes('(') ? readParts(withoutComments(clean), zone) : undefined)
  );
}

/** What nearly every feed writes, read without a second look: `Thu, 01 Jan 2004 19:48:21 +0100`. */
function readUsual(text: string): ReadDate | undefined {
  const match =
    /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-]\d{4}|GMT|UTC|UT|Z)$/.exec(text);
  const month = match === null ? undefined : months.get((match[2] ?? '').toLowerCase());
  if (match === null || month === undefined) return undefined;
  const [, day, , year, hour, minute, second, zone] = match;
  return finish(
    { year: Number(year), month, day: Number(day), ...time(hour, minute, second), offset: offsetOf(zone) },
    'UTC',
  );
}

/** RFC 822 allows comments in round brackets anywhere, also inside one another. */
function withoutComments(text: string): string {
  let outside = '';
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char === '\\') index += 1;
    else if (char === '(') depth += 1;
    else if (char === ')' && depth > 0) depth -= 1;
    if (depth === 0 && char !== ')') outside += char;
    else if (depth === 0) outside += ' ';
  }
  return outside.replaceAll(/\s+/g, ' ').trim();
}

function readParts(clean: string, zone: string): ReadDate | undefined {
  const parts = readIso(clean) ?? readKorean(clean) ?? readNamedMonth(clean) ?? readNumeric(clean) ?? readEpoch(clean);
  return parts === undefined ? undefined : finish(parts, zone);
}

function time(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction?: string,
): Pick<Parts, 'hour' | 'minute' | 'second' | 'milli'> {
  return {
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    milli: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000),
  };
}

function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === '') return undefined;
  const clean = zone.trim().replace(/^\((.*)\)$/, '$1');
  const numeric = /^(?:UTC|GMT)?\s*([+-])\s?(\d{1,2}):?(\d{2})?/i.exec(clean);
  if (numeric !== null) {
    const hours = Number(numeric[2]);
    const minutes = Number(numeric[3] ?? 0);
    if (hours > 15 || minutes > 59) return undefined;
    return (numeric[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
  }
  const hours = zoneHours[clean.toLowerCase().replace(/[^a-z].*$/, '')];
  return hours === undefined ? undefined : hours * 60;
}

const timePattern = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?`;
const isoTime = new RegExp(String.raw`^(?:${timePattern}|(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?|(\d{1,2}))\s*(.*)$`);

function readIso(text: string): Parts | undefined {
  const date =
    /^(?<y>\d{4})-W(?<w>\d{2})(?:-(?<wd>[1-7]))?/.exec(text) ??
    /^(?<y>\d{4})W(?<w>\d{2})(?<wd>[1-7])?/.exec(text) ??
    /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/.exec(text) ??
    /^(?<y>\d{4})-(?<o>\d{3})(?![\d-])/.exec(text) ??
    /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?=$|T|\s)/i.exec(text) ??
    /^(?<y>\d{4})(?<o>\d{3})(?=$|T)/i.exec(text) ??
    /^(?<y>\d{4})-(?<m>\d{1,2})(?=$|T)/i.exec(text) ??
    /^-?-?(?<yy>\d{2})-(?<m>\d{2})-(?<d>\d{2})(?=$|T|\s)/i.exec(text) ??
    /^(?<yy>\d{2})(?<o>\d{3})(?=$|T)/i.exec(text) ??
    /^-(?<yy>\d{2})-?(?<m>\d{2})(?=$|T)/i.exec(text) ??
    /^(?<yy>\d{2})-(?<o>\d{3})(?=$|T)/i.exec(text) ??
    /^(?<yy>\d{2})(?<m>\d{2})(?<d>\d{2})(?=$|T)/i.exec(text) ??
    /^(?<y>\d{4})$/.exec(text);
  if (date?.groups === undefined) return undefined;
  const { y, yy, m, d, o, w, wd } = date.groups;
  const year = y === undefined ? fullYear(Number(yy)) : Number(y);
  const rest = text.slice(date[0].length).replace(/^[T\s]+/i, '');
  const clock = rest === '' ? undefined : isoTime.exec(rest);
  if (rest !== '' && clock === null) return undefined;
  const parts: Parts = {
    year,
    month: m === undefined ? 1 : Number(m),
    day: d === undefined ? 1 : Number(d),
    ...(clock === undefined || clock === null
      ? time(undefined, undefined, undefined)
      : time(clock[1] ?? clock[5] ?? clock[9], clock[2] ?? clock[6], clock[3] ?? clock[7], clock[4] ?? clock[8])),
    // a date alone is a day of UTC, by W3CDTF
    offset: clock === undefined || clock === null ? 0 : offsetOf(clock[10]),
  };
  const twelve = /^([ap])\.?m\b/i.exec(clock?.[10] ?? '');
  if (twelve !== null) adjustTwelveHours(parts, twelve[1] ?? '');
  if (o !== undefined) {
    if (Number(o) < 1 || Number(o) > 366) return undefined;
    moveTo(parts, Date.UTC(year, 0, Number(o)));
  }
  if (w !== undefined) moveTo(parts, isoWeekDay(year, Number(w), wd === undefined ? 1 : Number(wd)));
  return parts;
}

function moveTo(parts: Parts, day: number): void {
  const date = new Date(day);
  parts.year = date.getUTCFullYear();
  parts.month = date.getUTCMonth() + 1;
  parts.day = date.getUTCDate();
}

function isoWeekDay(year: number, week: number, day: number): number {
  const january4 = new Date(Date.UTC(year, 0, 4));
  const monday = january4.getTime() - ((january4.getUTCDay() + 6) % 7) * 86_400_000;
  return monday + ((week - 1) * 7 + day - 1) * 86_400_000;
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function adjustTwelveHours(parts: Parts, half: string): void {
  if (half.toLowerCase() === 'p' && parts.hour < 12) parts.hour += 12;
  else if (half.toLowerCase() === 'a' && parts.hour === 12) parts.hour = 0;
}

function readKorean(text: string): Parts | undefined {
  // 2004년 05월 28일 01:31:15, and 2004-05-25 오후 11:23:17 (both Seoul time)
  const named = /^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일?\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (named !== null) {
    return {
      year: Number(named[1]),
      month: Number(named[2]),
      day: Number(named[3]),
      ...time(named[4], named[5], named[6]),
      offset: 540,
    };
  }
  const half = /^(\d{4})-(\d{2})-(\d{2})\s+(오전|오후)\s+(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text);
  if (half !== null) {
    const parts: Parts = {
      year: Number(half[1]),
      month: Number(half[2]),
      day: Number(half[3]),
      ...time(half[5], half[6], half[7]),
      offset: 540,
    };
    adjustTwelveHours(parts, half[4] === '오후' ? 'p' : 'a');
    return parts;
  }
  return undefined;
}

const clockPattern = new RegExp(String.raw`(?:^|[\sT,])${timePattern}\s*([ap]\.?m\b\.?)?`, 'i');
const zonePattern =
  /^\s*((?:UTC|GMT)?\s?[+-]\s?\d{1,2}:?\d{0,2}|[A-Za-z]{1,5}(?:[+-]\d{1,2}:?\d{0,2})?|\([A-Za-z]{1,5}\))/;

function readNamedMonth(text: string): Parts | undefined {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}.]*|\d+/gu) ?? [];
  const candidates = words.flatMap((word, index) => {
    const found = /\p{L}/u.test(word) ? (monthNumber(word) ?? misspeltMonth(word)) : undefined;
    return found === undefined ? [] : [{ month: found, at: index }];
  });
  // `mar. 12 janv.`: a weekday may look like a month; the month has a number in front of it
  const chosen = candidates.find(({ at }) => /^\d+$/.test(words[at - 1] ?? '')) ?? candidates[0];
  if (chosen === undefined) return undefined;
  const { month, at } = chosen;
  const clock = clockPattern.exec(text);
  const before = /^\d{1,2}$/.test(words[at - 1] ?? '') ? words[at - 1] : dayBefore(words, at);
  const afterClock = clock === null ? '' : text.slice(clock.index + clock[0].length);
  const numbersAfter = words.slice(at + 1).filter((word) => /^\d+$/.test(word));
  let day = before;
  let year: string | undefined;
  if (/^\d{4}$/.test(words[at - 1] ?? '')) {
    // 2004-július-13T9:15, 2004 January 5
    year = words[at - 1];
    day = numbersAfter[0];
  } else if (day === undefined) {
    // asctime: Jan  4 19:48:21 2004; and: January 4, 2004
    day = numbersAfter[0];
    const rest = clock === null ? numbersAfter.slice(1) : withoutClock(numbersAfter.slice(1), clock);
    year = rest.find((word) => word.length === 4) ?? rest[0];
  } else {
    year = numbersAfter[0];
    if (
      clock !== null &&
      year !== undefined &&
      year.length !== 4 &&
      clock[1] === year &&
      !/\d{2,4}\s+\d{1,2}:/.test(text)
    )
      year = undefined;
    year ??= /\b(\d{4})\b/.exec(afterClock)?.[1];
  }
  if (day === undefined || year === undefined || day.length > 2) {
    if (year === undefined && day !== undefined && day.length === 4)
      return { year: Number(day), month, day: 1, ...time(undefined, undefined, undefined), offset: 0 };
    return undefined;
  }
  const zone = zonePattern.exec(afterClock)?.[1];
  const parts: Parts = {
    year: year.length <= 2 ? fullYear(Number(year)) : Number(year),
    month,
    day: Number(day),
    ...time(clock?.[1], clock?.[2], clock?.[3], clock?.[4]),
    offset: clock === null ? (offsetOf(zoneAtEnd(text)) ?? 0) : (offsetOf(zone) ?? offsetOf(zoneAtEnd(afterClock))),
  };
  const half = clock?.[5]?.[0];
  if (half !== undefined) adjustTwelveHours(parts, half);
  return parts;
}

/** English names written out of their three letters, also where the rest is misspelt. */
function misspeltMonth(word: string): number | undefined {
  return /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]+$/.test(word)
    ? months.get(word.slice(0, 3))
    : undefined;
}

/** Words such as `de` (Spanish) may stand between the day and its month. */
function dayBefore(words: readonly string[], at: number): string | undefined {
  const [day, between] = words.slice(Math.max(0, at - 2), at);
  return between !== undefined && /^(?:de|of|st|nd|rd|th|er|den)\.?$/.test(between) && /^\d{1,2}$/.test(day ?? '')
    ? day
    : undefined;
}

function withoutClock(numbers: readonly string[], clock: RegExpExecArray): readonly string[] {
  const parts = [clock[1], clock[2], clock[3], clock[4]].filter((part) => part !== undefined);
  const at = numbers.findIndex((_, index) => parts.every((part, offset) => numbers[index + offset] === part));
  return at === -1 ? numbers : [...numbers.slice(0, at), ...numbers.slice(at + parts.length)];
}

function zoneAtEnd(text: string): string | undefined {
  return /(?:^|\s)([+-]\d{2}:?\d{2}|[A-Z]{2,4})$/.exec(text)?.[1];
}

function readNumeric(text: string): Parts | undefined {
  // 25/12/2004 10:00, 04.12.2004, 12/25/2004: the day first unless that is impossible
  const match = /^(?:\p{L}+,?\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)/u.exec(text);
  if (match === null) return undefined;
  let [day, month] = [Number(match[1]), Number(match[2])];
  if (month > 12) [day, month] = [month, day];
  const rest = text.slice(match[0].length);
  const clock = clockPattern.exec(rest);
  const parts: Parts = {
    year: fullYear(Number(match[3])),
    month,
    day,
    ...time(clock?.[1], clock?.[2], clock?.[3], clock?.[4]),
    offset: clock === null ? 0 : offsetOf(zonePattern.exec(rest.slice(clock.index + clock[0].length))?.[1]),
  };
  const half = clock?.[5]?.[0];
  if (half !== undefined) adjustTwelveHours(parts, half);
  return parts;
}

function readEpoch(text: string): Parts | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return undefined;
  const date = new Date(text.length > 10 ? Number(text) : Number(text) * 1000);
  return {
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(),
    hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), milli: date.getUTCMilliseconds(), offset: 0,
  }; // prettier-ignore
}

function finish(parts: Parts, zone: string): ReadDate | undefined {
  const { year, month, day, hour, minute, second, milli } = parts;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  // 24:00 is the next day's midnight, 60 seconds a leap second
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0)) || minute > 59 || second > 61) return undefined;
  const local = utc(year, month, day, hour, minute, second, milli);
  const offset = parts.offset ?? zoneOffset(local, zone);
  const instant = new Date(local - offset * 60_000);
  if (instant.getUTCFullYear() < 1 || instant.getUTCFullYear() > 9999) return undefined;
  const iso = instant.toISOString();
  return {
    instant: milli === 0 ? iso.replace('.000Z', 'Z') : iso,
    assumedZone: parts.offset === undefined ? zone : undefined,
  };
}

function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  milli: number,
): number {
  // through setUTCFullYear, because Date.UTC takes the years 0 to 99 for 1900 to 1999
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  return midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + milli;
}

function daysIn(year: number, month: number): number {
  return (
    [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
      month - 1
    ] ?? 0
  );
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC at a local time of a zone; in the doubled hour of autumn the first of the two. */
function zoneOffset(local: number, zone: string): number {
  if (zone === 'UTC') return 0;
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }); // prettier-ignore
    formatters.set(zone, formatter);
  }
  const offsetAt = (instant: number): number => {
    const found = Object.fromEntries(formatter.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const shown = Date.UTC(found['year'] ?? 0, (found['month'] ?? 1) - 1, found['day'] ?? 1, found['hour'] ?? 0, found['minute'] ?? 0, found['second'] ?? 0); // prettier-ignore
    return Math.round((shown - Math.floor(instant / 1000) * 1000) / 60_000);
  };
  return offsetAt(local - offsetAt(local) * 60_000);
}
