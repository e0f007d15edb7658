import type { Verdict } from '@vedette/contract';

/** The usual key of each verdict. */
export const verdictKeys = {
  'terrorist-content': { code: 'KeyT', label: 'terms.verdict-terrorist-content' },
  'other-policy': { code: 'KeyO', label: 'terms.verdict-other-policy' },
  protected: { code: 'KeyP', label: 'terms.verdict-protected' },
  'not-relevant': { code: 'KeyN', label: 'terms.verdict-not-relevant' },
  'false-alarm': { code: 'KeyF', label: 'terms.verdict-false-alarm' },
  escalated: { code: 'KeyE', label: 'terms.verdict-escalated' },
} as const satisfies Record<Verdict, { code: string; label: `terms.verdict-${Verdict}` }>;

/** The verdicts in the order in which the decide panel always shows them. */
export const verdictOrder = [
  'terrorist-content',
  'other-policy',
  'protected',
  'not-relevant',
  'false-alarm',
  'escalated',
] as const satisfies readonly Verdict[];
