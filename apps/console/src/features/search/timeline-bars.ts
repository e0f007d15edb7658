/** One bar: how many Items were published from `at`, an ISO instant, for as long as a bucket lasts. */
export interface Bar {
  readonly at: string;
  readonly count: number;
}

export type Bucket = 'hour' | 'day';

const lengths = { hour: 3_600_000, day: 86_400_000 } as const;
const mostBars = 1000;

/**
 * The bars from the first to the last point; times in which nothing was published stand between them with 0.
 * @example barsOf('day', [{ at: '2026-11-01T00:00:00Z', count: 2 }, { at: '2026-11-03T00:00:00Z', count: 1 }]).length // 3
 */
export function barsOf(bucket: Bucket, points: readonly Bar[]): readonly Bar[] {
  const length = lengths[bucket];
  const times = points.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const many = Math.round((last - first) / length) + 1;
  if (points.length === 0 || many > mostBars) return points;
  const counts = new Map(points.map(({ count }, index) => [Math.round(((times[index] ?? 0) - first) / length), count]));
  return Array.from({ length: many }, (_, index) => ({
    at: new Date(first + index * length).toISOString(),
    count: counts.get(index) ?? 0,
  }));
}

/** The time that the bars from one to another cover, both inclusive, as the API takes it. */
export function rangeOf(
  bucket: Bucket,
  bars: readonly Bar[],
  from: number,
  to: number,
): { readonly since: string; readonly until: string } | undefined {
  const first = bars[Math.min(from, to)];
  const last = bars[Math.max(from, to)];
  if (first === undefined || last === undefined) return undefined;
  return {
    since: new Date(Date.parse(first.at)).toISOString(),
    until: new Date(Date.parse(last.at) + lengths[bucket] - 1).toISOString(),
  };
}
