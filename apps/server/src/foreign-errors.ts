import type { ErrorCode } from '@vedette/contract';
import { PipelineError } from '@vedette/pipeline';
import { SourceError } from '@vedette/sources';
import { StoreError, type StoreErrorCode } from '@vedette/store';
import { ServiceError } from './errors.js';

const storeCodes: Readonly<Record<StoreErrorCode, ErrorCode>> = {
  'not-found': 'not-found',
  conflict: 'conflict',
  'too-late': 'conflict',
  forbidden: 'forbidden',
  invalid: 'invalid-request',
  unavailable: 'unavailable',
  'disk-full': 'unavailable',
  locked: 'internal',
  'newer-version': 'internal',
  damaged: 'internal',
};

/** The errors of the rooms below in the terms of the contract; undefined for what nobody foresaw. */
export function asServiceError(error: unknown): ServiceError | undefined {
  if (error instanceof ServiceError) return error;
  if (error instanceof StoreError) {
    const code = storeCodes[error.code];
    return code === 'internal' ? undefined : new ServiceError(code, error.message, { cause: error });
  }
  if (error instanceof SourceError) return new ServiceError('upstream-failed', error.message, { cause: error });
  if (error instanceof PipelineError && error.code === 'unknown-source') {
    return new ServiceError('not-found', error.message, { cause: error });
  }
  if (error instanceof PipelineError && error.code === 'stopped') {
    return new ServiceError('unavailable', 'the server is stopping; ask again in a moment', { cause: error });
  }
  return undefined;
}
