export interface BackoffOptions {
  readonly firstMs: number;
  readonly longestMs: number;
}

const defaults: BackoffOptions = { firstMs: 5_000, longestMs: 3_600_000 };

/**
 * How long to wait before attempt `failures + 1`, in milliseconds: doubling from `firstMs` up to `longestMs`, of which
 * the second half is random ("equal jitter"), so that many sources that failed together do not come back together.
 * @param random gives a number in [0, 1)
 * @example backoffMs(1, () => 0) // 2500
 */
export function backoffMs(failures: number, random: () => number, options: BackoffOptions = defaults): number {
  const doubled = options.firstMs * 2 ** Math.min(Math.max(0, failures - 1), 30);
  const ceiling = Math.min(options.longestMs, doubled);
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}
