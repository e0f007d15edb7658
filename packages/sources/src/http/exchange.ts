import type { Readable } from 'node:stream';
import { request as send, type Agent, type Dispatcher } from 'undici';
import { SourceError } from '../errors.js';
import type { Redirected } from './followed.js';
import { readBody } from './read-body.js';
import { failureOf } from './status.js';

/** One question to a server: with `content` it is a POST. */
export interface Question<Request = { readonly timeoutMs?: number; readonly maxBytes?: number }> {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly request: Request;
  readonly content?: string;
}

export interface ExchangeOptions {
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly headersTimeoutMs: number;
  /** between two pieces of the body */
  readonly bodyTimeoutMs: number;
  readonly now: () => number;
}

/** An answer whose body is still to be read. */
export interface OpenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Dispatcher.ResponseData['body'];
}

/** Of a refusal this many bytes are read, for the reason that it gives. */
const mostReason = 16_384;

/** Sends one question. A redirect is given as such; a refusal is thrown as a {@link SourceError} with what it says. */
export async function exchanged(
  question: Question<unknown>,
  options: ExchangeOptions,
): Promise<OpenAnswer | Redirected> {
  const { url, headers, content } = question;
  const answer = await send(url, {
    dispatcher: options.agent,
    method: content === undefined ? 'GET' : 'POST',
    headers,
    ...(content === undefined ? {} : { body: content }),
    signal: options.signal,
    headersTimeout: options.headersTimeoutMs,
    bodyTimeout: options.bodyTimeoutMs,
  });
  // a body that is left unread reports that as an error; whoever reads it hears of its errors all the same
  answer.body.on('error', () => undefined);
  const received = flatHeaders(answer.headers);
  const location = received['location'];
  const status = answer.statusCode;
  if (status >= 300 && status < 400 && status !== 304 && location !== undefined) {
    await answer.body.dump({ limit: 16_384, signal: options.signal });
    return { status, headers: received, location };
  }
  if ((status >= 200 && status < 300) || status === 304) return { status, headers: received, body: answer.body };
  const reason = await reasonIn(answer.body, received['content-encoding'], url.href);
  throw (
    failureOf(status, url.href, received['retry-after'], options.now(), reason) ??
    new SourceError('incompatible', `${url.href} answers ${String(status)}`)
  );
}

/** The beginning of what a refusal says; a longer one is a page for people and says nothing here. */
async function reasonIn(body: Readable, encoding: string | undefined, url: string): Promise<string | undefined> {
  try {
    return Buffer.from(await readBody(body, encoding, mostReason, url)).toString('utf8');
  } catch {
    body.destroy();
    return undefined; // the status alone says what happened
  }
}

function flatHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
