import type { Decision, Verdict } from '@vedette/contract';
import type { Actor } from '../actor.js';
import type { Page, PageRequest } from '../page.js';

export interface DecisionInput {
  readonly verdict: Verdict;
  readonly reason?: string | undefined;
  readonly by: Actor;
}

export interface BulkPreview {
  readonly alerts: number;
  readonly items: number;
  readonly alreadyDecided: number;
  /** severity to how many of the undecided alerts have it */
  readonly severities: Record<string, number>;
}

export interface BulkResult {
  readonly decisions: Decision[];
  /** alerts that a colleague decided first; they are left as they are */
  readonly alreadyDecided: string[];
}

/** Decisions are only ever added; an undo is an entry of its own, and both stay on record. */
export interface Decisions {
  /**
   * Decides an alert with all its copies. An escalated alert may be decided again; `escalated` leaves it with moderators.
   * @throws StoreError `not-found`; `conflict` where a colleague was first (the message names the verdict, not the person's reason)
   */
  decide(alert: string, input: DecisionInput): Promise<Decision>;
  decideMany(alerts: readonly string[], input: DecisionInput): Promise<BulkResult>;
  preview(alerts: readonly string[]): Promise<BulkPreview>;
  /**
   * Takes back an own decision within ten seconds; the alert is what it was before.
   * @throws StoreError `not-found`, `forbidden` (somebody else's), `too-late`, `conflict` (undone already)
   */
  undo(decision: string, by: Actor): Promise<Decision>;
  list(request: PageRequest): Promise<Page<Decision>>;
}
