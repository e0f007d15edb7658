import { SourceError } from '../errors.js';
import type { YoutubeConfig, YoutubeCursor } from './schema.js';

/** Day and hour in California, where the days of the quota begin. */
const californian = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export type Used = YoutubeCursor['used'];

/** What is used of today's quota; nothing where the last day is over. */
export function usedToday(used: Used | undefined, now: number): Used {
  const day = californian.format(now);
  return used?.day === day ? used : { day, units: 0, searches: 0 };
}

/** The next midnight in California, epoch milliseconds. */
export function nextQuotaDay(now: number): number {
  const today = californian.format(now);
  const hour = 3_600_000;
  let at = Math.ceil(now / hour) * hour;
  while (californian.format(at) === today) at += hour;
  return at;
}

/**
 * Counts one request before it is made. Searches have a quota of their own.
 * @throws SourceError `rate-limited` until the next day of the quota where it would be exceeded
 */
export function counted(used: Used, config: YoutubeConfig, isSearch: boolean, now: number): Used {
  const after = isSearch ? { ...used, searches: used.searches + 1 } : { ...used, units: used.units + 1 };
  if (after.units > config.unitsPerDay || after.searches > config.searchesPerDay)
    throw new SourceError('rate-limited', `${inWords(used, config)}: today's quota is used`, {
      until: nextQuotaDay(now),
    });
  return after;
}

/** `3 of 10000 units and 1 of 100 searches used on 2026-11-25` */
export function inWords(used: Used, config: YoutubeConfig): string {
  return `${String(used.units)} of ${String(config.unitsPerDay)} units and ${String(used.searches)} of ${String(config.searchesPerDay)} searches used on ${used.day}`;
}
