/** Exit status as the contract has it: 0 done, 1 done with rejections or failed, 2 the call itself was wrong. */
export type ExitStatus = 0 | 1 | 2;

/** A command cannot go on. The message is shown to the person as it is: what was wrong, where, and what to do. */
export class CliError extends Error {
  static readonly code = 'cli';
  readonly status: ExitStatus;
  readonly retryable = false;

  constructor(message: string, options: { readonly status?: ExitStatus; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'CliError';
    this.status = options.status ?? 1;
  }
}

/** The call was wrong: exit status 2. */
export class UsageError extends CliError {
  constructor(message: string, cause?: unknown) {
    super(message, { status: 2, cause });
    this.name = 'UsageError';
  }
}
