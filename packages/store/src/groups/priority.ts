import { type Priority, type Severity, severities } from '@vedette/contract';

const severityPoints: readonly number[] = [10, 30, 60, 100];
const mostForCopies = 20;
const mostForSources = 20;
const forDisguise = 15;

/** 0 low to 3 critical, as the database orders them. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

export function severityOf(rank: number): Severity {
  return severities[rank] ?? 'low';
}

function doublings(count: number, points: number, most: number): number {
  return Math.min(most, Math.round(points * Math.log2(Math.max(1, count))));
}

/**
 * How soon an alert should be looked at, with its arithmetic: 10, 30, 60 or 100 points for the severity, 4 for each
 * doubling of the copies, 8 for each doubling of the sources (at most 20 each), 15 if the text was disguised.
 * @example priorityOf({ severity: 2, copies: 14, origins: 3, disguised: true }).score // 60 + 15 + 13 + 15
 */
export function priorityOf(alert: {
  readonly severity: number;
  readonly copies: number;
  readonly origins: number;
  readonly disguised: boolean;
}): Priority {
  const parts: Priority['parts'] = [
    { name: 'severity', points: severityPoints[alert.severity] ?? 0 },
    { name: 'copies', points: doublings(alert.copies, 4, mostForCopies) },
    { name: 'sources', points: doublings(alert.origins, 8, mostForSources) },
    { name: 'disguise', points: alert.disguised ? forDisguise : 0 },
  ];
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts };
}
