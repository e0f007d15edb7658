import { randomUUID } from 'node:crypto';
import type { FastifyError } from 'fastify';
import type { ErrorBody, ErrorCode } from '@vedette/contract';
import { ServiceError } from '../errors.js';
import { asServiceError } from '../foreign-errors.js';
import type { Log } from '../log.js';

/** The one place that knows status codes. */
const statusOf: Readonly<Record<ErrorCode, number>> = {
  'invalid-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  unsupported: 415,
  'rate-limited': 429,
  'upstream-failed': 502,
  unavailable: 503,
  internal: 500,
};

export interface ErrorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ErrorBody;
}

/**
 * The answer to a failed request. Errors of the closed set keep their message; everything else becomes `internal` with
 * an id that leads to the log, and no detail leaves the machine.
 */
export function errorAnswer(error: unknown, log: Log, where: string): ErrorAnswer {
  const known = asServiceError(error) ?? frameworkError(error);
  if (known !== undefined) {
    const { code, message, problems, retryAfterSeconds } = known;
    return {
      status: statusOf[code],
      headers:
        retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfterSeconds))) },
      body: { error: { code, message, ...(problems === undefined ? {} : { problems }) } },
    };
  }
  const id = randomUUID();
  log('error', 'request failed', { id, where, error: describe(error) });
  return {
    status: statusOf.internal,
    headers: {},
    body: { error: { code: 'internal', message: `something went wrong on the server; the log has it as ${id}` } },
  };
}

function frameworkError(error: unknown): ServiceError | undefined {
  if (!isHttpError(error)) return undefined;
  switch (error.statusCode) {
    case 400:
      return new ServiceError('invalid-request', plainWords(error));
    case 413:
      return new ServiceError('too-large', 'the body is larger than this route takes');
    case 415:
      return new ServiceError('unsupported', 'this route does not take a body of that type; send application/json');
    case 429:
      return new ServiceError('rate-limited', 'too many requests from this address; wait a minute', {
        retryAfterSeconds: 60,
      });
    default:
      return undefined;
  }
}

function isHttpError(error: unknown): error is FastifyError & { statusCode: number } {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
}

function plainWords(error: FastifyError): string {
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'the body is empty; send a JSON object';
  if (error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError)
    return 'the body is not valid JSON';
  return 'the request is not well formed';
}

/** Enough of an error for the log: its kind, message, stack and causes. Request content is never part of it. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
