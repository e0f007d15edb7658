import { checkRules, readWatchlist, type Rule, type WatchlistFinding, type WatchlistFormat } from '@vedette/match';

/** Work on rules that may take long: a large list, or a file of one. */
export type CheckJob =
  | { readonly kind: 'check'; readonly rules: readonly Rule[]; readonly now: number }
  | { readonly kind: 'read'; readonly text: string; readonly format: WatchlistFormat; readonly now: number };

export interface CheckResult {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly findings: readonly WatchlistFinding[];
}

/** Does the work; the same in the main thread and in a worker. */
export function runCheck(job: CheckJob): CheckResult {
  const now = new Date(job.now);
  if (job.kind === 'check') return { name: '', rules: job.rules, findings: checkRules(job.rules, { now }) };
  const { watchlist, findings, places } = readWatchlist(job.text, { format: job.format });
  // Reading has named the mistakes in queries; the check adds examples and advice.
  const named = new Set(findings.map(keyOf));
  const more = checkRules(watchlist.rules, { places, now }).filter((finding) => !named.has(keyOf(finding)));
  return { name: watchlist.name, rules: watchlist.rules, findings: [...findings, ...more] };
}

function keyOf({ rule, message }: WatchlistFinding): string {
  return JSON.stringify([rule, message]);
}
