import { SourceError } from '../errors.js';
import { withoutCredentials } from '../html/address.js';
import type { MayAsk } from './address-guard.js';
import type { Question } from './exchange.js';
import { checkedTarget } from './target.js';

/** An answer that names another address. */
export interface Redirected {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly location: string;
}

/** An answer, and where it came from. */
export interface Followed<Answer> {
  readonly answer: Answer;
  readonly url: string;
  /** where permanent redirects (301, 308) alone led */
  readonly permanentUrl: string | undefined;
}

const mostRedirects = 10;
const secretHeaders = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** Asks, and asks where redirects lead. Each address is checked, and what is secret stays with its own origin. */
export async function followed<Request, Answer extends object>(
  first: Question<Request>,
  signal: AbortSignal,
  options: {
    readonly mayAsk: MayAsk;
    readonly ask: (question: Question<Request>) => Promise<Answer | Redirected>;
  },
): Promise<Followed<Answer>> {
  let { url, headers } = first;
  let permanentUrl: string | undefined;
  let permanent = true;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    signal.throwIfAborted();
    const target = new URL(withoutCredentials(url.href));
    const answer = await options.ask({ ...first, url: target, headers });
    if (!('location' in answer)) return { answer, url: target.href, permanentUrl };
    const next = checkedTarget(answer.location, url.href, options.mayAsk);
    permanent &&= answer.status === 301 || answer.status === 308;
    if (permanent) permanentUrl = withoutCredentials(next.href);
    if (next.origin !== url.origin)
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !secretHeaders.has(name)));
    url = next;
  }
  throw new SourceError(
    'incompatible',
    `${withoutCredentials(first.url.href)} redirects more than ${mostRedirects} times`,
  );
}
