/** The closed set of ways in which the pipeline can fail. */
export type PipelineErrorCode =
  'worker-lost' | 'worker-slow' | 'workers-unavailable' | 'stopped' | 'unknown-source' | 'rules-changed';

/** The pipeline could not do a unit of work. The message says what was wrong, where, and what to do. */
export class PipelineError extends Error {
  static readonly code = 'pipeline';
  readonly code: PipelineErrorCode;
  /** index of the element that was being worked on, where a batch was lost and that is known */
  readonly element: number | undefined;

  constructor(
    code: PipelineErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly element?: number | undefined } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'PipelineError';
    this.code = code;
    this.element = options.element;
  }

  /** A lost or slow worker is replaced, and the batch may go through on the next one. */
  get retryable(): boolean {
    return this.code === 'worker-lost' || this.code === 'worker-slow';
  }
}

/** What any thrown value says, for logs and health lines. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
