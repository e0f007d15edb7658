import { SourceError } from '../errors.js';

const defaultPause = 15 * 60_000;
const longestPause = 7 * 24 * 3_600_000;

/**
 * The moment that a `Retry-After` header names, epoch milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3).
 * At most a week ahead; undefined for anything else.
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const moment = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.min(Math.max(moment, now), now + longestPause);
}

/** What a status outside 2xx and 304 means for a source; undefined where the answer is good. */
export function failureOf(
  status: number,
  url: string,
  retry: string | undefined,
  now: number,
  answer?: string,
): SourceError | undefined {
  if ((status >= 200 && status < 300) || status === 304) return undefined;
  const where = `${url} answers ${status}`;
  const until = retryAfter(retry, now);
  const said = answer === undefined ? {} : { answer };
  if (status === 429)
    return new SourceError('rate-limited', `${where}: too many questions`, {
      until: until ?? now + defaultPause,
      ...said,
    });
  if (status === 503 && until !== undefined)
    return new SourceError('rate-limited', `${where}: not available yet`, { until, ...said });
  if (status === 401 || status === 403 || status === 407) {
    return new SourceError('unauthorised', `${where}: access is refused; check the address and its credentials`, said);
  }
  if (status === 410)
    return new SourceError('gone', `${where}: it was closed for good; remove the source or find its new address`, said);
  if (status === 404) return new SourceError('temporary', `${where}: nothing is there; check the address`, said);
  if (status >= 500 || status === 408 || status === 425)
    return new SourceError('temporary', `${where}: the server has a fault`, said);
  return new SourceError('incompatible', `${where}: the server does not accept the question`, said);
}
