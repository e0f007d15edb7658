import { clockPattern, offsetOf, time, zonePattern } from './clock.js';
import { adjustTwelveHours, fullYear, type Parts } from './parts.js';

/** Figures alone: day, month, year. */
export function readNumeric(text: string): Parts | undefined {
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

/** Seconds or milliseconds since 1970. */
export function readEpoch(text: string): Parts | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return undefined;
  const date = new Date(text.length > 10 ? Number(text) : Number(text) * 1000);
  return {
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(),
    hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), milli: date.getUTCMilliseconds(), offset: 0,
  }; // prettier-ignore
}
