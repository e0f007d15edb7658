import type { Rule } from '@vedette/contract';

/** A rule as the editor holds it: every field is text, so that half-typed input is never lost. */
export interface RuleDraft {
  readonly id: string;
  readonly query: string;
  readonly severity: NonNullable<Rule['severity']>;
  readonly action: NonNullable<Rule['action']>;
  readonly languages: string;
  readonly until: string;
  readonly note: string;
  readonly basis: string;
  readonly must: string;
  readonly mustNot: string;
}

/** @example draftOf({ id: 'r1', query: '"grey gate"', must: ['join the grey gate'] }).must // 'join the grey gate' */
export function draftOf(rule: Rule): RuleDraft {
  return {
    id: rule.id,
    query: rule.query,
    severity: rule.severity ?? 'medium',
    action: rule.action ?? 'alert',
    languages: (rule.lang ?? []).join(', '),
    until: rule.until ?? '',
    note: rule.note ?? '',
    basis: rule.basis ?? '',
    must: (rule.must ?? []).join('\n'),
    mustNot: (rule.mustNot ?? []).join('\n'),
  };
}

/** The rule that a draft says; empty fields are left out. */
export function ruleOf(draft: RuleDraft): Rule {
  const lang = parts(draft.languages, /[\s,;،]+/);
  const must = parts(draft.must, /\n/);
  const mustNot = parts(draft.mustNot, /\n/);
  return {
    id: draft.id.trim(),
    query: draft.query,
    severity: draft.severity,
    action: draft.action,
    ...(lang.length === 0 ? {} : { lang }),
    ...(draft.until === '' ? {} : { until: draft.until }),
    ...(draft.note.trim() === '' ? {} : { note: draft.note }),
    ...(draft.basis.trim() === '' ? {} : { basis: draft.basis }),
    ...(must.length === 0 ? {} : { must }),
    ...(mustNot.length === 0 ? {} : { mustNot }),
  };
}

function parts(text: string, separator: RegExp): string[] {
  return text.split(separator).filter((part) => part.trim() !== '');
}

/** A short name that no rule has yet: `rule-1`, `rule-2` … */
export function freeId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const id = `rule-${number}`;
    if (!taken.includes(id)) return id;
  }
}
