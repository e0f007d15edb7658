/** The closed set of ways in which a source can fail. Only the supervisor retries. */
export type SourceErrorCode = 'temporary' | 'rate-limited' | 'unauthorised' | 'gone' | 'incompatible';

/**
 * A source failed. The message says what was wrong, where, and what to do.
 * @example throw new SourceError('gone', 'https://example.org/feed.xml answers 410: the feed was closed')
 */
export class SourceError extends Error {
  static readonly code = 'source';
  readonly code: SourceErrorCode;
  /** epoch milliseconds before which asking again is pointless or impolite */
  readonly until: number | undefined;
  /** the beginning of what the server said with its refusal; foreign text, read by sources and never shown as it is */
  readonly answer: string | undefined;

  constructor(
    code: SourceErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly until?: number; readonly answer?: string } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'SourceError';
    this.code = code;
    this.until = options.until;
    this.answer = options.answer;
  }

  get retryable(): boolean {
    return this.code === 'temporary' || this.code === 'rate-limited';
  }
}
