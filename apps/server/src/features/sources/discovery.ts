import type { SourceCandidate } from '@vedette/contract';
import {
  completeAddress,
  discoverFeeds,
  SourceError,
  type HttpClient,
  type ReadResult,
  type SourceDefinition,
} from '@vedette/sources';
import { ServiceError } from '../../errors.js';

/** Finds out what a pasted address is. */
export interface Discovery {
  /** The feeds behind it, or else the page itself as an article. @throws ServiceError `invalid-request`, `upstream-failed` */
  candidates(address: string, signal: AbortSignal): Promise<SourceCandidate[]>;
}

const longestSample = 300;

export function createDiscovery(http: HttpClient, webPage: SourceDefinition | undefined): Discovery {
  async function readPage(url: string, signal: AbortSignal): Promise<ReadResult[]> {
    if (webPage?.read === undefined) return [];
    const response = await http.get({ url }, signal);
    const file = {
      name: response.url,
      head: response.body.subarray(0, 65_536),
      size: response.body.length,
      open: () => once(response.body),
    };
    const contentType = response.headers['content-type'];
    const options = { baseUrl: response.url, ...(contentType === undefined ? {} : { contentType }) };
    const results: ReadResult[] = [];
    for await (const result of webPage.read(file, options)) results.push(result);
    return results;
  }

  async function candidatesAt(url: string, signal: AbortSignal): Promise<SourceCandidate[]> {
    const feeds = await discoverFeeds(url, http, signal);
    const found: SourceCandidate[] = feeds.map((feed) => ({
      kind: 'feed',
      title: (feed.title ?? feed.url).slice(0, 200),
      url: feed.url,
      config: { url: feed.url },
      sample: feed.sample.map(sampleOf),
    }));
    if (found.length > 0) return found;
    for (const result of await readPage(url, signal)) {
      if (!('item' in result)) continue;
      const { item } = result;
      const page = item.url ?? url;
      found.push({
        kind: 'web-page',
        title: (item.title ?? page).slice(0, 200),
        url: page,
        config: { url: page },
        sample: [sampleOf(item)],
      });
    }
    return found;
  }

  return {
    async candidates(address, signal) {
      const url = completeAddress(address);
      try {
        return await candidatesAt(url, signal);
      } catch (error) {
        const plain = plainAddress(address, url, error);
        // What https said is the better answer where plain http says nothing either.
        return plain === undefined ? refused(error) : await candidatesAt(plain, signal).catch(() => refused(error));
      }
    },
  };
}

/** Some sites speak plain http alone, and whoever leaves the scheme out cannot know. */
function plainAddress(pasted: string, url: string, error: unknown): string | undefined {
  const unreachable = error instanceof SourceError && error.code === 'temporary';
  return unreachable && url === `https://${pasted.trim()}` ? url.replace('https:', 'http:') : undefined;
}

function sampleOf(item: {
  readonly title?: string | undefined;
  readonly text: string;
  readonly publishedAt?: string | undefined;
}): SourceCandidate['sample'][number] {
  return {
    text: item.text.slice(0, longestSample),
    ...(item.title === undefined ? {} : { title: item.title }),
    ...(item.publishedAt === undefined ? {} : { publishedAt: item.publishedAt }),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

function refused(error: unknown): never {
  if (!(error instanceof SourceError)) throw error;
  const code = error.code === 'incompatible' ? 'invalid-request' : 'upstream-failed';
  throw new ServiceError(code, error.message, { cause: error });
}
