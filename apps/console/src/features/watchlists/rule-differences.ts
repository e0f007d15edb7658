import type { Rule } from '@vedette/contract';

export interface RuleDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/**
 * How the rules `now` differ from those `before`, by rule id.
 * @example differencesOf([{ id: 'a', query: 'x' }], [{ id: 'a', query: 'y' }]).changed // ['a']
 */
export function differencesOf(before: readonly Rule[], now: readonly Rule[]): RuleDifferences {
  const old = new Map(before.map((rule) => [rule.id, JSON.stringify(sorted(rule))]));
  const ids = new Set(now.map((rule) => rule.id));
  return {
    added: now.filter((rule) => !old.has(rule.id)).map((rule) => rule.id),
    removed: before.filter((rule) => !ids.has(rule.id)).map((rule) => rule.id),
    changed: now
      .filter((rule) => old.has(rule.id) && old.get(rule.id) !== JSON.stringify(sorted(rule)))
      .map((rule) => rule.id),
  };
}

function sorted(rule: Rule): readonly (readonly [string, unknown])[] {
  return Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
