/** A time as a clock on a wall shows it. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether a name is a time zone that this machine knows (IANA: `Europe/Brussels`, `UTC`). */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a local time in a zone, epoch milliseconds; undefined for a date that no calendar has. A time that
 * exists twice is taken as the first of the two, one that is skipped as the time behind the gap.
 */
export function instantOfLocalTime(local: LocalTime, zone: string): number | undefined {
  const { year, month, day, hour, minute, second } = local;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(asUtc);
  if (Number.isNaN(asUtc) || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23)
    return undefined;
  if (zone === 'UTC') return asUtc;
  const first = asUtc - offsetAt(asUtc - offsetAt(asUtc, zone), zone);
  const earlier = asUtc - offsetAt(asUtc - 86_400_000, zone);
  return offsetAt(earlier, zone) === asUtc - earlier ? Math.min(first, earlier) : first;
}

/** Offsets by quarter of an hour: no zone changes its clock between two of them. Asking `Intl` takes microseconds. */
const offsets = new Map<string, number>();
const quarterMs = 900_000;
const mostOffsets = 50_000;

/** Local time minus UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / quarterMs);
  const key = `${zone} ${String(quarter)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= mostOffsets) offsets.clear();
    offset = askOffset(quarter * quarterMs, zone);
    offsets.set(key, offset);
  }
  return offset;
}

function askOffset(instant: number, zone: string): number {
  const parts = new Map<string, number>();
  for (const part of formatterOf(zone).formatToParts(instant)) parts.set(part.type, Number(part.value));
  const part = (name: string) => parts.get(name) ?? 0;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - instant;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}
