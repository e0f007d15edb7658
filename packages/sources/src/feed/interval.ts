import type { PublisherRhythm } from './raw-feed.js';

const minute = 60_000;
const usualMinutes = 30;

export interface IntervalFacts {
  /** epoch milliseconds of the entries' own dates, any order */
  readonly published: readonly number[];
  /** epoch milliseconds at which new entries were seen, oldest first */
  readonly arrivals: readonly number[];
  readonly rhythm: PublisherRhythm;
  /** seconds, from Cache-Control */
  readonly maxAge: number | undefined;
  readonly now: number;
  readonly minMinutes: number;
  readonly maxMinutes: number;
}

/**
 * Minutes until a feed is asked again: half the pause that its entries usually leave, longer where it has been silent,
 * never below what the publisher asks for (ttl, update period, cache lifetime), always within the bounds of the settings.
 */
export function intervalMinutes(facts: IntervalFacts): number {
  const dated = facts.published
    .filter((moment) => moment <= facts.now)
    .sort((a, b) => b - a)
    .slice(0, 12);
  const moments = dated.length >= 3 ? dated : facts.arrivals.toReversed();
  const own = moments.length >= 3 ? rhythmOf(moments, facts.now) : usualMinutes;
  const asked = Math.max(facts.rhythm.ttlMinutes ?? 0, facts.rhythm.updateMinutes === undefined ? 0 : Math.min(facts.rhythm.updateMinutes, 60), (facts.maxAge ?? 0) / 60); // prettier-ignore
  return Math.min(Math.max(own, asked, facts.minMinutes), Math.max(facts.maxMinutes, facts.minMinutes));
}

function rhythmOf(newestFirst: readonly number[], now: number): number {
  const gaps = newestFirst
    .slice(1)
    .map((moment, index) => (newestFirst[index] ?? moment) - moment)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? usualMinutes * minute;
  const silence = now - (newestFirst[0] ?? now);
  return Math.max(median / 2, silence / 20) / minute;
}

/** Moves a moment out of the hours and days (UTC) in which the publisher says that nothing changes, at most two days on. */
export function outsideSkipped(moment: number, rhythm: PublisherRhythm): number {
  const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  let next = moment;
  for (let hours = 0; hours < 48; hours += 1) {
    const date = new Date(next);
    const skipped =
      (rhythm.skipHours ?? []).includes(date.getUTCHours()) ||
      (rhythm.skipDays ?? []).includes(days[date.getUTCDay()] ?? '');
    if (!skipped) return next;
    next = (Math.floor(next / 3_600_000) + 1) * 3_600_000;
  }
  return moment; // every hour is skipped: that cannot be meant
}

/** Seconds that an answer stays fresh (Cache-Control: max-age). */
export function maxAgeOf(cacheControl: string | undefined): number | undefined {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
