import type { KnownGood, WatchlistFinding } from '@vedette/contract';
import { checkRules, importWatchlist, type ImportFormat, type Rule } from '@vedette/match';
import { knownGoodFindings } from './known-good-findings.js';

/** Work on rules that may take long: a large list, or a file of one. */
export type CheckJob =
  | {
      readonly kind: 'check';
      readonly rules: readonly Rule[];
      readonly knownGood: readonly KnownGood[];
      readonly now: number;
    }
  | {
      readonly kind: 'read';
      readonly content: string | Uint8Array;
      readonly format: ImportFormat;
      readonly file: string | undefined;
      readonly now: number;
    };

export interface CheckResult {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly findings: readonly WatchlistFinding[];
}

/** Does the work; the same in the main thread and in a worker. */
export function runCheck(job: CheckJob): CheckResult {
  const now = new Date(job.now);
  if (job.kind === 'check') {
    const findings = [...checkRules(job.rules, { now }), ...knownGoodFindings(job.rules, job.knownGood, now)];
    return { name: '', rules: job.rules, findings };
  }
  const { watchlist, findings, places } = importWatchlist(job.content, job.format, job.file);
  // Reading has named the mistakes in queries; the check adds examples and advice.
  const named = new Set(findings.map(keyOf));
  const more = checkRules(watchlist.rules, { places, now }).filter((finding) => !named.has(keyOf(finding)));
  return { name: watchlist.name, rules: watchlist.rules, findings: [...findings, ...more] };
}

function keyOf({ rule, message }: WatchlistFinding): string {
  return JSON.stringify([rule, message]);
}
