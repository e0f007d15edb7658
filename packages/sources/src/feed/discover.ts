import type { Item } from '@vedette/contract';
import type { HttpClient } from '../definition.js';
import { SourceError } from '../errors.js';
import { decodeText } from '../html/charset.js';
import { baseOfResponse } from '../http/index.js';
import { linkedFeeds } from './linked-feeds.js';
import { feedAccept } from './live.js';
import { itemOf, sourceOf } from './normalize.js';
import type { RawFeed } from './raw-feed.js';
import { readFeed } from './read-feed.js';

/** A feed that was found and read. */
export interface FeedCandidate {
  readonly url: string;
  readonly title: string | undefined;
  readonly siteUrl: string | undefined;
  readonly entryCount: number;
  /** the first entries, to show what the feed brings */
  readonly sample: readonly Item[];
}

const commonPaths = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/feeds/posts/default',
];
const mostTried = 8;
const sampleSize = 3;

/**
 * Finds the feeds behind any address that a person pastes: the address itself, the feeds that the page names, then the
 * usual places. Every candidate was fetched and read. @throws SourceError where the address itself does not answer
 * @example await discoverFeeds('example.org', http, signal)
 */
export async function discoverFeeds(
  address: string,
  http: HttpClient,
  signal: AbortSignal,
): Promise<readonly FeedCandidate[]> {
  const url = completeAddress(address);
  const response = await http.get(
    { url, headers: { accept: `text/html, application/xhtml+xml, ${feedAccept}` } },
    signal,
  );
  const base = baseOfResponse(response);
  const contentType = response.headers['content-type'];
  const own = readFeed(response.body, { contentType, baseUrl: base });
  if (own !== undefined) return [candidateOf(response.permanentUrl ?? response.url, own)];
  const { text } = decodeText(response.body, { contentType, format: 'html' });
  const named = linkedFeeds(text, base).map((feed) => feed.url);
  const found = await readAll(named.slice(0, mostTried), http, signal);
  if (found.length > 0) return found;
  return readAll(
    commonPaths.map((path) => new URL(path, base).href),
    http,
    signal,
  );
}

/** Makes a web address out of what people paste: `example.org`, `feed://example.org/rss`. */
export function completeAddress(pasted: string): string {
  const clean = pasted.trim();
  if (/^feed:\/\//i.test(clean)) return clean.replace(/^feed:/i, 'https:');
  if (/^feed:https?:/i.test(clean)) return clean.slice(5);
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(clean) ? clean : `https://${clean}`;
}

async function readAll(addresses: readonly string[], http: HttpClient, signal: AbortSignal): Promise<FeedCandidate[]> {
  const found: FeedCandidate[] = [];
  const seen = new Set<string>();
  for (const address of addresses) {
    const candidate = await readOne(address, http, signal);
    if (candidate === undefined || seen.has(candidate.url)) continue;
    seen.add(candidate.url);
    found.push(candidate);
  }
  return found;
}

async function readOne(address: string, http: HttpClient, signal: AbortSignal): Promise<FeedCandidate | undefined> {
  try {
    const response = await http.get({ url: address, headers: { accept: feedAccept }, timeoutMs: 10_000 }, signal);
    const feed = readFeed(response.body, {
      contentType: response.headers['content-type'],
      baseUrl: baseOfResponse(response),
    });
    return feed === undefined ? undefined : candidateOf(response.url, feed);
  } catch (error) {
    if (error instanceof SourceError) return undefined; // a place without a feed is no candidate
    throw error;
  }
}

function candidateOf(url: string, feed: RawFeed): FeedCandidate {
  const source = sourceOf(feed, { address: url });
  return {
    url,
    title: feed.title,
    siteUrl: feed.siteUrl,
    entryCount: feed.entries.length,
    sample: feed.entries.slice(0, sampleSize).map((entry) => itemOf(entry, source, { address: url })),
  };
}
