import { Agent } from 'undici';
import type { HttpResponse, SourceClient } from '../definition.js';
import { SourceError } from '../errors.js';
import { withoutCredentials } from '../html/address.js';
import { guardedLookup, isPublicAddress, type MayAsk, type ResolveAll } from './address-guard.js';
import { exchanged, type Question } from './exchange.js';
import { asSourceError } from './failure.js';
import { followed, type Redirected } from './followed.js';
import { Politeness, type Wait } from './politeness.js';
import { readBody } from './read-body.js';
import { openSocket } from './socket.js';
import { streamOpened } from './stream.js';
import { systemTime } from './system-time.js';
import { checkedTarget } from './target.js';

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
export interface ClosableHttpClient extends SourceClient {
  close(): Promise<void>;
}

/** Silence of a stream, milliseconds, after which it counts as dead where its source says nothing else. */
const defaultIdleMs = 90_000;
export const defaultUserAgent = 'Vedette/0.1 (feed and page reader)';

/**
 * The queues of the hosts. Clients that share one take turns at a host: `createHttpClient({ politeness })`.
 * @example const politeness = createPoliteness({ gapMs: 1000 })
 */
export function createPoliteness(options: Pick<HttpClientOptions, 'gapMs' | 'now' | 'wait'> = {}): Politeness {
  return new Politeness(options.gapMs ?? 1000, options.now ?? systemTime.now, options.wait ?? systemTime.wait);
}

/**
 * HTTP for sources: public addresses only, checked at connect time and on every redirect; limited in size (after
 * decompression), time and hosts; polite to each host. Any failure is a {@link SourceError}.
 * @example const { body } = await createHttpClient().get({ url: 'https://example.org/feed.xml' }, signal)
 */
export function createHttpClient(options: HttpClientOptions = {}): ClosableHttpClient {
  const allowPrivate = options.allowPrivate ?? false;
  const mayAsk = allowPrivate ? () => true : (options.mayAsk ?? isPublicAddress);
  const now = options.now ?? systemTime.now;
  const wait = options.wait ?? systemTime.wait;
  const politeness = options.politeness ?? createPoliteness({ ...options, now, wait });
  const lookup = allowPrivate ? {} : { lookup: guardedLookup(options.resolve, mayAsk) };
  const agent = new Agent({
    connect: { timeout: 10_000, ...lookup },
    keepAliveTimeout: 10_000,
    connections: 4,
    maxHeaderSize: 65_536,
  });
  const userAgent = options.userAgent ?? defaultUserAgent;

  async function send(question: Question, signal: AbortSignal): Promise<HopAnswer> {
    const { url, request } = question;
    const timeoutMs = request.timeoutMs ?? options.timeoutMs ?? 30_000;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const maxBytes = request.maxBytes ?? options.maxBytes ?? 64 * 1024 * 1024;
    try {
      const answer = await exchanged(question, { agent, signal: limit, bodyTimeoutMs: timeoutMs, headersTimeoutMs: timeoutMs, now }); // prettier-ignore
      if ('location' in answer) return answer;
      const { status, headers, body } = answer;
      if (status === 304) {
        await body.dump({ limit: 16_384, signal: limit });
        return { status, headers, body: new Uint8Array() };
      }
      return { status, headers, body: await readBody(body, headers['content-encoding'], maxBytes, url.href) };
    } catch (error) {
      signal.throwIfAborted();
      throw asSourceError(error, url, timeoutMs);
    }
  }

  /** The address of a request, if this client may ask it. */
  function target(address: string): URL {
    const url = checkedTarget(address, undefined, mayAsk);
    if (options.hosts !== undefined && !options.hosts.includes(url.hostname)) {
      throw new SourceError('incompatible', `${url.hostname} is not among the hosts of this source`);
    }
    return url;
  }

  return {
    async get(request, signal) {
      const first = target(request.url);
      const headers = requestHeaders(request.headers, first, userAgent, 'gzip, deflate, br');
      const { answer, url, permanentUrl } = await followed({ url: first, headers, request }, signal, {
        mayAsk,
        ask: async (question) => politeness.run(question.url.host, signal, async () => send(question, signal)),
      });
      return { status: answer.status, url, ...(permanentUrl === undefined ? {} : { permanentUrl }), headers: answer.headers, body: answer.body }; // prettier-ignore
    },
    async post(request, signal) {
      signal.throwIfAborted();
      const url = target(request.url);
      const headers = {
        ...requestHeaders(request.headers, url, userAgent, 'gzip, deflate, br'),
        'content-type': request.contentType,
      };
      const question = { url: new URL(withoutCredentials(url.href)), headers, request, content: request.content };
      const answer = await politeness.run(url.host, signal, async () => send(question, signal));
      if ('location' in answer)
        throw new SourceError('incompatible', `${question.url.href} redirects what is sent to it`);
      return { ...answer, url: question.url.href };
    },
    async stream(request, signal) {
      const first = target(request.url);
      const headers = requestHeaders(request.headers, first, userAgent, 'identity');
      const idleMs = request.idleMs ?? defaultIdleMs;
      const { answer, url } = await followed({ url: first, headers, request }, signal, {
        mayAsk,
        ask: async (question) =>
          politeness.run(question.url.host, signal, async () =>
            streamOpened(question, { agent, signal, idleMs, openMs: options.timeoutMs ?? 30_000, now }),
          ),
      });
      return { url, headers: answer.headers, chunks: answer.chunks };
    },
    async socket(request, signal) {
      signal.throwIfAborted();
      // a socket is asked for as its page would be; the schemes differ in name only
      const url = target(request.url.replace(/^ws(s?):/iu, 'http$1:'));
      const { accept: _accept, 'accept-encoding': _encoding, ...headers } = requestHeaders(request.headers, url, userAgent, ''); // prettier-ignore
      const address = new URL(withoutCredentials(url.href.replace(/^http/u, 'ws')));
      return politeness.run(url.host, signal, async () =>
        openSocket(
          { ...request, url: address, headers, idleMs: request.idleMs ?? defaultIdleMs },
          { lookup: lookup.lookup, now },
          signal,
        ),
      );
    },
    close: async () => agent.close(),
  };
}

type HopAnswer = Redirected | Pick<HttpResponse, 'status' | 'headers' | 'body'>;

/** The address that relative addresses of an answer are resolved against: its `Content-Location`, or where it came from. */
export function baseOfResponse(response: HttpResponse): string {
  const stated = response.headers['content-location'];
  try {
    return stated === undefined ? response.url : new URL(stated, response.url).href;
  } catch {
    return response.url; // a Content-Location that is no address says nothing
  }
}

function requestHeaders(
  given: Readonly<Record<string, string>> | undefined,
  url: URL,
  userAgent: string,
  acceptEncoding: string,
): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': acceptEncoding,
  };
  const authorization = basicAuthorization(url);
  if (authorization !== undefined) headers['authorization'] = authorization;
  for (const [name, value] of Object.entries(given ?? {})) headers[name.toLowerCase()] = value;
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
