/** The closed set of inputs that this package cannot read. */
export type LedgerErrorCode =
  'not-a-proof' | 'not-a-checkpoint' | 'not-a-tile' | 'not-a-key' | 'not-a-note' | 'bad-signature';

/** Something given to this package cannot be read. The message says what, where, and what is expected. */
export class LedgerError extends Error {
  static readonly code = 'ledger';
  readonly code: LedgerErrorCode;
  /** Reading the same input again gives the same answer. */
  readonly retryable = false;

  constructor(code: LedgerErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'LedgerError';
    this.code = code;
  }
}
