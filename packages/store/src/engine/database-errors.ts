import { StoreError } from '../errors.js';
import { errorCode } from './error-code.js';

/**
 * A failure of the database in words that say what to do; other errors come back unchanged.
 * SQLSTATE 53100 is a full disk, class 08 and 57P0x a lost connection, 28 and 3D a wrong address.
 */
export function inWords(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const state = errorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (state === '53100' || state === 'ENOSPC' || /no space left on device|ENOSPC/iu.test(message))
    return new StoreError('disk-full', 'The disk of the database is full: free some space; what was stored is safe', {
      cause: error,
    });
  if (state === '28P01' || state === '28000' || state === '3D000')
    return new StoreError('unavailable', `PostgreSQL refuses the connection (${message}): check DATABASE_URL`, {
      cause: error,
    });
  if (
    state !== undefined &&
    (/^(?:08|57P0)/u.test(state) || ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE'].includes(state))
  )
    return new StoreError('unavailable', `The database cannot be reached (${message}): is it running?`, {
      cause: error,
    });
  return error;
}
