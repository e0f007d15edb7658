import { fetch, type Response } from 'undici';
import { SourceError } from '../errors.js';
import { withoutCredentials } from '../html/address.js';
import { basicAuthorization, defaultUserAgent } from '../http/index.js';

/** An address that answered: its content as it comes, and where redirects ended. */
export interface OpenedUrl {
  readonly url: string;
  readonly contentType: string | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

const mostRedirects = 10;

/**
 * Opens an address that the user typed. It may be loopback or private: the user's own machine asks, on the user's word.
 * Redirects never leave http and https. The answer is read as it comes, so that an endless stream works.
 * Throws {@link SourceError} with the status in words where there is nothing to read.
 */
export async function openUrl(address: string, signal: AbortSignal | undefined): Promise<OpenedUrl> {
  let url = new URL(withoutCredentials(address));
  const authorization = basicAuthorization(new URL(address));
  const { origin } = url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await request(url, url.origin === origin ? authorization : undefined, signal);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return content(url, response);
    await response.body?.cancel();
    url = redirected(url, location);
  }
  throw new SourceError('incompatible', `redirects more than ${String(mostRedirects)} times`);
}

async function request(
  url: URL,
  authorization: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(url, {
      redirect: 'manual',
      headers: {
        accept: '*/*',
        'user-agent': defaultUserAgent,
        ...(authorization === undefined ? {} : { authorization }),
      },
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new SourceError('temporary', `does not answer (${causeOf(error)})`, { cause: error });
  }
}

function redirected(from: URL, location: string): URL {
  const base = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (base === undefined || (base.protocol !== 'http:' && base.protocol !== 'https:')) {
    throw new SourceError(
      'incompatible',
      `redirects to ${withoutCredentials(location).slice(0, 200)}, which is not http or https`,
    );
  }
  return new URL(withoutCredentials(base.href));
}

function content(url: URL, response: Response): OpenedUrl {
  if (!response.ok || response.body === null) {
    const code = response.status === 404 || response.status === 410 ? 'gone' : 'temporary';
    throw new SourceError(code, `answers ${String(response.status)} ${response.statusText}`.trimEnd());
  }
  return {
    url: statedAddress(url, response.headers.get('content-location')),
    contentType: response.headers.get('content-type') ?? undefined,
    chunks: bytes(response.body),
  };
}

/** `Content-Location` says what relative addresses of the answer are resolved against (RFC 9110, 8.7). */
function statedAddress(url: URL, stated: string | null): string {
  return stated !== null && URL.canParse(stated, url.href) ? new URL(stated, url.href).href : url.href;
}

async function* bytes(body: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) if (chunk instanceof Uint8Array) yield chunk;
}

/** undici hides the reason ("connect ECONNREFUSED …") in the cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
