import { SourceError } from '../errors.js';
import { PrivateAddressError } from './address-guard.js';
import { privateAddress } from './target.js';

/** What went wrong between here and a server, as the sources' own error. One that is one already stays. */
export function asSourceError(error: unknown, url: URL, timeoutMs: number): SourceError {
  if (error instanceof SourceError) return error;
  const causes: unknown[] = [error];
  for (let cause = error; cause instanceof Error && cause.cause !== undefined && causes.length < 5; cause = cause.cause)
    causes.push(cause.cause);
  if (causes.some((cause) => cause instanceof PrivateAddressError)) return privateAddress(url.host, error);
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError' || /Timeout/.test(name)) {
    return new SourceError('temporary', `${url.href} did not answer within ${timeoutMs / 1000} s`, { cause: error });
  }
  const codes = causes.map((cause) => (cause instanceof Error && 'code' in cause ? String(cause.code) : ''));
  if (codes.some((code) => code.startsWith('ERR_SSL_'))) {
    const words = `${url.href} does not speak https as it should; if the site is right, try http://`;
    return new SourceError('temporary', words, { cause: error });
  }
  if (codes.some((code) => /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))) {
    const words = `${url.host} shows a certificate that is not valid, so it may not be who it says; nothing was sent to it`;
    return new SourceError('temporary', words, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new SourceError('temporary', `${url.href} could not be read: ${reason}`, { cause: error });
}
