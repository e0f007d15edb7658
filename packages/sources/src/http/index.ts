import { setTimeout as delay } from 'node:timers/promises';
import { Agent, request as send } from 'undici';
import type { HttpClient, HttpRequest, HttpResponse } from '../definition.js';
import { SourceError } from '../errors.js';
import { withoutCredentials } from '../html/address.js';
import { guardedLookup, isPublicAddress, PrivateAddressError, type MayAsk, type ResolveAll } from './address-guard.js';
import { Politeness, type Wait } from './politeness.js';
import { readBody } from './read-body.js';
import { failureOf } from './status.js';
import { checkedTarget, privateAddress } from './target.js';

export interface HttpClientOptions {
  /** hosts that may be asked (redirects lead anywhere public); every public host where missing */
  readonly hosts?: readonly string[];
  /** loopback and private addresses too: for an address that a user typed, and for tests. Redirects stay on http and https */
  readonly allowPrivate?: boolean;
  /** shortest pause between two questions to one host, milliseconds */
  readonly gapMs?: number;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  readonly userAgent?: string;
  readonly now?: () => number;
  readonly wait?: Wait;
  /** which IP addresses may be asked; those of the public internet where missing */
  readonly mayAsk?: MayAsk;
  /** name resolution; the system's where missing */
  readonly resolve?: ResolveAll;
  /** queues shared with other clients, so that two sources on one host take turns */
  readonly politeness?: Politeness;
}

/** The client, and the end of its sockets. */
export interface ClosableHttpClient extends HttpClient {
  close(): Promise<void>;
}

const mostRedirects = 10;
const secretHeaders = new Set(['authorization', 'cookie', 'proxy-authorization']);
export const defaultUserAgent = 'Vedette/0.1 (feed and page reader)';

const waitReally: Wait = async (milliseconds, signal) => delay(milliseconds, undefined, { signal });

/**
 * The queues of the hosts. Clients that share one take turns at a host: `createHttpClient({ politeness })`.
 * @example const politeness = createPoliteness({ gapMs: 1000 })
 */
export function createPoliteness(options: Pick<HttpClientOptions, 'gapMs' | 'now' | 'wait'> = {}): Politeness {
  return new Politeness(options.gapMs ?? 1000, options.now ?? Date.now, options.wait ?? waitReally);
}

/**
 * HTTP for sources: public addresses only, checked at connect time and on every redirect; limited in size (after
 * decompression), time and hosts; polite to each host. Any failure is a {@link SourceError}.
 * @example const { body } = await createHttpClient().get({ url: 'https://example.org/feed.xml' }, signal)
 */
export function createHttpClient(options: HttpClientOptions = {}): ClosableHttpClient {
  const allowPrivate = options.allowPrivate ?? false;
  const mayAsk = allowPrivate ? () => true : (options.mayAsk ?? isPublicAddress);
  const now = options.now ?? Date.now;
  const wait = options.wait ?? waitReally;
  const politeness = options.politeness ?? createPoliteness({ ...options, now, wait });
  const agent = new Agent({
    connect: { timeout: 10_000, ...(allowPrivate ? {} : { lookup: guardedLookup(options.resolve, mayAsk) }) },
    keepAliveTimeout: 10_000,
    connections: 4,
    maxHeaderSize: 65_536,
  });

  async function hop(
    url: URL,
    headers: Readonly<Record<string, string>>,
    request: HttpRequest,
    signal: AbortSignal,
  ): Promise<HopAnswer> {
    const timeoutMs = request.timeoutMs ?? options.timeoutMs ?? 30_000;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const maxBytes = request.maxBytes ?? options.maxBytes ?? 64 * 1024 * 1024;
    try {
      const answer = await send(url, { dispatcher: agent, method: 'GET', headers, signal: limit, headersTimeout: timeoutMs, bodyTimeout: timeoutMs }); // prettier-ignore
      // a body that is left unread reports that as an error; whoever reads it hears of its errors all the same
      answer.body.on('error', () => undefined);
      const received = flatHeaders(answer.headers);
      const location = received['location'];
      if (answer.statusCode >= 300 && answer.statusCode < 400 && answer.statusCode !== 304 && location !== undefined) {
        await answer.body.dump({ limit: 16_384, signal: limit });
        return { status: answer.statusCode, headers: received, body: new Uint8Array(), location };
      }
      const failure = failureOf(answer.statusCode, url.href, received['retry-after'], now());
      if (failure !== undefined) {
        answer.body.destroy();
        throw failure;
      }
      if (answer.statusCode === 304) {
        await answer.body.dump({ limit: 16_384, signal: limit });
        return { status: 304, headers: received, body: new Uint8Array(), location: undefined };
      }
      const body = await readBody(answer.body, received['content-encoding'], maxBytes, url.href);
      return { status: answer.statusCode, headers: received, body, location: undefined };
    } catch (error) {
      signal.throwIfAborted();
      throw asSourceError(error, url, timeoutMs);
    }
  }

  return {
    async get(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
      let url = checkedTarget(request.url, undefined, mayAsk);
      if (options.hosts !== undefined && !options.hosts.includes(url.hostname)) {
        throw new SourceError('incompatible', `${url.hostname} is not among the hosts of this source`);
      }
      let headers = requestHeaders(request, url, options.userAgent ?? defaultUserAgent);
      let permanentUrl: string | undefined;
      let permanent = true;
      for (let hops = 0; hops <= mostRedirects; hops += 1) {
        signal.throwIfAborted();
        const target = new URL(withoutCredentials(url.href));
        const answer = await politeness.run(url.host, signal, async () => hop(target, headers, request, signal));
        if (answer.location === undefined) {
          return { status: answer.status, url: target.href, ...(permanentUrl === undefined ? {} : { permanentUrl }), headers: answer.headers, body: answer.body }; // prettier-ignore
        }
        const next = checkedTarget(answer.location, url.href, mayAsk);
        permanent &&= answer.status === 301 || answer.status === 308;
        if (permanent) permanentUrl = withoutCredentials(next.href);
        if (next.origin !== url.origin)
          headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !secretHeaders.has(name)));
        url = next;
      }
      throw new SourceError(
        'incompatible',
        `${withoutCredentials(request.url)} redirects more than ${mostRedirects} times`,
      );
    },
    close: async () => agent.close(),
  };
}

/** The address that relative addresses of an answer are resolved against: its `Content-Location`, or where it came from. */
export function baseOfResponse(response: HttpResponse): string {
  const stated = response.headers['content-location'];
  try {
    return stated === undefined ? response.url : new URL(stated, response.url).href;
  } catch {
    return response.url; // a Content-Location that is no address says nothing
  }
}

interface HopAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly location: string | undefined;
}

function requestHeaders(request: HttpRequest, url: URL, userAgent: string): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
  };
  const authorization = basicAuthorization(url);
  if (authorization !== undefined) headers['authorization'] = authorization;
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
  return headers;
}

/** The header that says the user name and password of an address; an address itself is never sent or shown with them. */
export function basicAuthorization(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const pair = `${decoded(url.username)}:${decoded(url.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a bare percent sign is a character like any other
  }
}

function flatHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

function asSourceError(error: unknown, url: URL, timeoutMs: number): SourceError {
  if (error instanceof SourceError) return error;
  const causes: unknown[] = [error];
  for (let cause = error; cause instanceof Error && cause.cause !== undefined && causes.length < 5; cause = cause.cause)
    causes.push(cause.cause);
  if (causes.some((cause) => cause instanceof PrivateAddressError)) return privateAddress(url.host, error);
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError' || /Timeout/.test(name)) {
    return new SourceError('temporary', `${url.href} did not answer within ${timeoutMs / 1000} s`, { cause: error });
  }
  if (causes.some((cause) => cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_SSL_'))) {
    const words = `${url.href} does not speak https as it should; if the site is right, try http://`;
    return new SourceError('temporary', words, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new SourceError('temporary', `${url.href} could not be read: ${reason}`, { cause: error });
}
