/** How many Items fell into a stretch of time that begins at `at`, an ISO 8601 instant. */
export interface VolumePoint {
  readonly at: string;
  readonly count: number;
}

const quarter = 900_000;
const quartersOfDay = 96;

/**
 * The quarters of the 24 hours that end now, oldest first. Quarters in which nothing came are missing from what the
 * server gives and stand here with 0.
 * @example quartersOf([], Date.now()).length // 96
 */
export function quartersOf(volume: readonly VolumePoint[], now: number): readonly VolumePoint[] {
  const counts = new Map<number, number>();
  for (const { at, count } of volume) {
    const place = Math.floor(Date.parse(at) / quarter);
    counts.set(place, (counts.get(place) ?? 0) + count);
  }
  const last = Math.floor(now / quarter);
  return Array.from({ length: quartersOfDay }, (_, index) => {
    const place = last - (quartersOfDay - 1) + index;
    return { at: new Date(place * quarter).toISOString(), count: counts.get(place) ?? 0 };
  });
}

/** Quarters added up to hours of four quarters each, newest first. */
export function hoursOf(quarters: readonly VolumePoint[]): readonly VolumePoint[] {
  const hours: VolumePoint[] = [];
  for (let end = quarters.length; end > 0; end -= 4) {
    const four = quarters.slice(Math.max(0, end - 4), end);
    hours.push({ at: four[0]?.at ?? '', count: four.reduce((sum, { count }) => sum + count, 0) });
  }
  return hours;
}
