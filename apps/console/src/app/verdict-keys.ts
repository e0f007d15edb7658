import type { Verdict } from '@vedette/contract';

/** The usual key of each verdict, in the order in which the decide panel shows them. */
export const verdictKeys = {
  'terrorist-content': { code: 'KeyT', label: 'terms.verdict-terrorist-content' },
  'other-policy': { code: 'KeyO', label: 'terms.verdict-other-policy' },
  protected: { code: 'KeyP', label: 'terms.verdict-protected' },
  'not-relevant': { code: 'KeyN', label: 'terms.verdict-not-relevant' },
  'false-alarm': { code: 'KeyF', label: 'terms.verdict-false-alarm' },
  escalated: { code: 'KeyE', label: 'terms.verdict-escalated' },
} as const satisfies Record<Verdict, { code: string; label: `terms.verdict-${Verdict}` }>;

export const verdictOrder = Object.keys(verdictKeys) as readonly Verdict[];
