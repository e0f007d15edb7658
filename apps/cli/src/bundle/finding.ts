/** One thing that was checked in an evidence bundle. */
export interface Finding {
  /** the bundle, or `bundle/member` */
  readonly file: string;
  readonly check:
    'bundle' | 'manifest' | 'manifest-hash' | 'size' | 'hash' | 'listed' | 'signature' | 'time-stamp' | 'ledger-proof';
  readonly ok: boolean;
  readonly detail: string;
}
