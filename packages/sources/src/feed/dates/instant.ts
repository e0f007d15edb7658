import type { Parts } from './parts.js';

/** An instant and, where the text gave none, the zone that was assumed for it. */
export interface ReadDate {
  /** ISO 8601, UTC, with `Z` */
  readonly instant: string;
  readonly assumedZone: string | undefined;
}

/** The instant of the parts; undefined where no calendar has such a day or no clock such a time. */
export function finish(parts: Parts, zone: string): ReadDate | undefined {
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
