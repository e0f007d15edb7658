import { offsetOf, time, timePattern } from './clock.js';
import { adjustTwelveHours, fullYear, type Parts } from './parts.js';

const isoTime = new RegExp(String.raw`^(?:${timePattern}|(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?|(\d{1,2}))\s*(.*)$`);

/** ISO 8601 and W3CDTF: partial, ordinal, week, compact. */
export function readIso(text: string): Parts | undefined {
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
