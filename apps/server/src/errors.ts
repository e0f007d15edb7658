import type { ErrorBody, ErrorCode } from '@vedette/contract';

export interface ServiceErrorOptions {
  readonly cause?: unknown;
  readonly problems?: ErrorBody['error']['problems'];
  /** when asking again makes sense */
  readonly retryAfterSeconds?: number;
}

/**
 * A request could not be met. Features throw it with a code of the contract's closed set; only `http/` turns the code
 * into a status. The message is shown to the caller, so it says what was wrong, where and what to do, and no secret.
 * @example throw new ServiceError('not-found', 'there is no source with this id; it may have been removed')
 */
export class ServiceError extends Error {
  static readonly code = 'service';
  readonly code: ErrorCode;
  readonly problems: ErrorBody['error']['problems'];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: ServiceErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.problems = options.problems;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get retryable(): boolean {
    return this.code === 'rate-limited' || this.code === 'unavailable' || this.code === 'upstream-failed';
  }
}

/** `host-unavailable`, `port-forbidden`, `data-unusable` and `setting`: what was asked for cannot be; the others may pass. */
export type StartErrorCode =
  | 'port-taken'
  | 'port-forbidden'
  | 'host-unavailable'
  | 'data-locked'
  | 'data-newer'
  | 'data-unusable'
  | 'data-damaged'
  | 'disk-full'
  | 'database-unreachable'
  | 'setting';

/** The server could not start. The message is for the person at the terminal and names the way out. */
export class StartError extends Error {
  static readonly code = 'start';
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'StartError';
    this.code = code;
  }

  get retryable(): boolean {
    return this.code === 'database-unreachable' || this.code === 'data-locked';
  }
}

/** The code of a system or database error (`ENOSPC`, `EADDRINUSE`, `53100` …), also where it is the cause of another. */
export function systemCodeOf(error: unknown): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 8; current = current.cause, depth += 1) {
    if ('code' in current && typeof current.code === 'string' && /^E[A-Z_]+$|^[0-9A-Z]{5}$/.test(current.code)) {
      return current.code;
    }
  }
  return undefined;
}
