import type { OpmlCandidate, SourceCandidate } from '@vedette/contract';
import {
  completeAddress,
  discoverFeeds,
  opmlTitle,
  readOpml,
  recogniseSource,
  SourceError,
  type HttpClient,
  type HttpResponse,
  type ReadResult,
  type RecognisedSource,
  type SourceDefinition,
} from '@vedette/sources';
import { ServiceError } from '../../errors.js';
import { signedInAs } from './shown-source.js';

/** What a pasted address is: sources to choose from, or a list of feeds to import. */
export interface Discovered {
  readonly candidates: SourceCandidate[];
  readonly opml?: OpmlCandidate;
}

/** Finds out what a pasted address is. */
export interface Discovery {
  /**
   * The feeds behind it, or the list of feeds that it is, or else the page itself as an article.
   * @throws ServiceError `invalid-request`, `upstream-failed`
   */
  discover(address: string, signal: AbortSignal): Promise<Discovered>;
  /** The OPML list at an address. @throws ServiceError `invalid-request` where there is none, `upstream-failed` */
  fetchOpml(address: string, signal: AbortSignal): Promise<Uint8Array>;
}

const longestSample = 300;

export function createDiscovery(http: HttpClient, webPage: SourceDefinition | undefined): Discovery {
  async function readPage(response: HttpResponse): Promise<ReadResult[]> {
    if (webPage?.read === undefined) return [];
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

  async function discoverAt(url: string, signal: AbortSignal): Promise<Discovered> {
    const feeds = await discoverFeeds(url, http, signal);
    const found: SourceCandidate[] = feeds.map((feed) => ({
      kind: 'feed',
      title: (feed.title ?? feed.url).slice(0, 200),
      url: feed.url,
      config: { url: signedInAs(url, feed.url) },
      sample: feed.sample.map(sampleOf),
    }));
    // A site that offers a list of feeds has feeds of its own as well; they are not what was pasted.
    const mayBeList = opmlName.test(url) && found.every((candidate) => candidate.url !== url);
    if (found.length > 0 && !mayBeList) return { candidates: found };
    const response = await http.get({ url }, signal);
    const opml = opmlOf(response);
    if (opml !== undefined) return { candidates: [], opml };
    if (found.length > 0) return { candidates: found };
    for (const result of await readPage(response)) {
      if (!('item' in result)) continue;
      const { item } = result;
      const page = item.url ?? url;
      found.push({
        kind: 'web-page',
        title: (item.title ?? page).slice(0, 200),
        url: page,
        config: { url: signedInAs(url, page) },
        sample: [sampleOf(item)],
      });
    }
    return { candidates: found };
  }

  return {
    async fetchOpml(address, signal) {
      try {
        return (await http.get({ url: completeAddress(address) }, signal)).body;
      } catch (error) {
        return refused(error);
      }
    },
    async discover(address, signal) {
      const recognised = recogniseSource(address);
      if (recognised !== undefined) return { candidates: [candidateOf(recognised, address)] };
      const url = completeAddress(address);
      try {
        return await discoverAt(url, signal);
      } catch (error) {
        const plain = plainAddress(address, url, error);
        // What https said is the better answer where plain http says nothing either.
        return plain === undefined ? refused(error) : await discoverAt(plain, signal).catch(() => refused(error));
      }
    },
  };
}

/** A source that is known by the form of its address; it is asked first when it is watched. */
function candidateOf({ kind, title, config }: RecognisedSource, pasted: string): SourceCandidate {
  const url = typeof config['url'] === 'string' ? config['url'] : pasted;
  return { kind, title: title.slice(0, 200), url, config, sample: [] };
}

const opmlName = /opml|\.xml(?:[?#]|$)/iu;

/** The list of feeds that an answer is; undefined for anything else, and for a list without a feed. */
function opmlOf({ url, body }: HttpResponse): OpmlCandidate | undefined {
  if (!Buffer.from(body.subarray(0, 4096)).toString('latin1').toLowerCase().includes('<opml')) return undefined;
  const { feeds } = readOpml(body);
  const title = opmlTitle(body)?.slice(0, 200);
  return feeds.length === 0 ? undefined : { url, feeds: feeds.length, ...(title === undefined ? {} : { title }) };
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
