/**
 * The closed set of ways in which the store can fail.
 * - `locked`: another instance uses the data folder
 * - `newer-version`: the data was written by a newer version of this program
 * - `disk-full`: no space left where the database writes
 * - `unavailable`: the database cannot be reached or was closed
 * - `not-found`, `conflict`, `too-late`, `forbidden`, `invalid`: the call asked for something that cannot be
 * - `damaged`: stored data or a backup is not what it should be
 */
export type StoreErrorCode =
  | 'locked'
  | 'newer-version'
  | 'disk-full'
  | 'unavailable'
  | 'not-found'
  | 'conflict'
  | 'too-late'
  | 'forbidden'
  | 'invalid'
  | 'damaged';

/**
 * The store refused or failed. The message says what was wrong, where, and what to do; it is safe to show.
 * @example throw new StoreError('not-found', `There is no alert ${id}; it may have been removed`)
 */
export class StoreError extends Error {
  static readonly code = 'store';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return this.code === 'unavailable' || this.code === 'disk-full';
  }
}
