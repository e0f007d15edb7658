export interface RetentionResult {
  /** Items deleted */
  readonly items: number;
  /** Items past their time that stay because a decision rests on them */
  readonly kept: number;
}

export interface Retention {
  /**
   * Deletes Items past the days of their source (or of the settings), unless a decision other than false-alarm or
   * not-relevant rests on them, or their alert is escalated. Works in small transactions; recorded once a run.
   */
  run(now: number): Promise<RetentionResult>;
}
