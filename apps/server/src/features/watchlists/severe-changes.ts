import type { Rule } from '@vedette/contract';

/** A watchlist as it is saved, or as somebody wants it. */
interface Ruled {
  readonly rules: readonly Rule[];
  readonly enabled: boolean;
}

/**
 * Ids of rules of severity high or critical that a change adds or changes, also from or to another severity; all of them where
 * it switches the watchlist on.
 * @example severeChanges({ rules: [], enabled: true }, { rules: [{ id: 'a', query: 'x', severity: 'high' }], enabled: true }) // ['a']
 */
export function severeChanges(before: Ruled, wanted: Ruled): readonly string[] {
  const switchedOn = wanted.enabled && !before.enabled;
  const known = new Map(before.rules.map((rule) => [rule.id, rule]));
  return wanted.rules
    .filter((rule) => {
      const old = known.get(rule.id);
      if (!isSevere(rule) && (old === undefined || !isSevere(old))) return false;
      return old === undefined || (switchedOn && isSevere(rule)) || said(rule) !== said(old);
    })
    .map(({ id }) => id);
}

function isSevere({ severity }: Rule): boolean {
  return severity === 'high' || severity === 'critical';
}

/** A rule as a text that is equal for equal rules, in whatever order their fields stand. */
function said(rule: Rule): string {
  return JSON.stringify(Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
