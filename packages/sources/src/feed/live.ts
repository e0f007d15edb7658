import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Item } from '@vedette/contract';
import type { Batch, HttpResponse, Rejected, SourceContext } from '../definition.js';
import { SourceError } from '../errors.js';
import { withoutCredentials } from '../html/address.js';
import { baseOfResponse } from '../http/index.js';
import { polling } from '../polling.js';
import { intervalMinutes, maxAgeOf, outsideSkipped } from './interval.js';
import { itemOf, sourceOf } from './normalize.js';
import type { RawFeed } from './raw-feed.js';
import { readFeed } from './read-feed.js';
import { whyNoFeed } from './read-file.js';
import type { FeedConfig, FeedCursor } from './schema.js';

export const feedAccept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

/** Entries that left the feed are remembered for a while: at least so many in all, and three times what the feed carries. */
const leastSeen = 200;
const mostArrivals = 20;
/** Reading a long feed gives other work its turn after this many milliseconds. */
const turnMs = 8;

/**
 * Watches a feed: every pull asks once (conditionally) and gives the entries that are new or changed since the cursor.
 * `nextAt` of a batch says when asking again makes sense; the caller waits.
 */
export function watchFeed(
  config: FeedConfig,
  start: FeedCursor | undefined,
  context: SourceContext,
): AsyncIterable<Batch<FeedCursor>> {
  return polling(start, context, async (cursor) => pollOnce(config, cursor, context));
}

async function pollOnce(
  config: FeedConfig,
  cursor: FeedCursor | undefined,
  context: SourceContext,
): Promise<Batch<FeedCursor>> {
  const response = await ask(config, cursor, context);
  const now = context.now();
  const bodyHash = hash(response.body);
  if (cursor !== undefined && (response.status === 304 || bodyHash === cursor.bodyHash)) {
    return { items: [], rejected: [], cursor, nextAt: now + cursor.intervalMinutes * 60_000 };
  }
  const base = baseOfResponse(response);
  const contentType = response.headers['content-type'];
  const feed = readFeed(response.body, { contentType, baseUrl: base });
  await nextTurn();
  if (feed === undefined) {
    throw new SourceError(
      'incompatible',
      `${response.url}: ${whyNoFeed(response.body, { contentType, baseUrl: base }).reason}`,
    );
  }
  return await batchOf(config, cursor, response, feed, bodyHash, now);
}

async function ask(config: FeedConfig, cursor: FeedCursor | undefined, context: SourceContext): Promise<HttpResponse> {
  const headers = {
    accept: feedAccept,
    ...(cursor?.etag === undefined ? {} : { 'if-none-match': cursor.etag }),
    ...(cursor?.lastModified === undefined ? {} : { 'if-modified-since': cursor.lastModified }),
  };
  const moved = cursor?.movedTo;
  if (moved !== undefined) {
    try {
      return await context.http.get({ url: moved, headers }, context.signal);
    } catch (error) {
      context.signal.throwIfAborted();
      if (error instanceof SourceError && error.code === 'rate-limited') throw error;
      context.log('info', `${moved} fails; asking the original address ${withoutCredentials(config.url)}`);
    }
  }
  return context.http.get({ url: config.url, headers }, context.signal);
}

async function batchOf(
  config: FeedConfig,
  cursor: FeedCursor | undefined,
  response: HttpResponse,
  feed: RawFeed,
  bodyHash: string,
  now: number,
): Promise<Batch<FeedCursor>> {
  const options = { address: config.url };
  const source = sourceOf(feed, options);
  const seen = new Map(cursor?.seen);
  const occurrences = new Map<string, number>();
  const items: Item[] = [];
  const published: number[] = [];
  let arrived = false;
  let since = performance.now();
  for (const entry of feed.entries) {
    if (performance.now() - since > turnMs) {
      await nextTurn();
      since = performance.now();
    }
    // an entry that broke off comes whole with the next answer
    if (entry.cutOff) continue;
    const item = itemOf(entry, source, options);
    if (item.publishedAt !== undefined) published.push(Date.parse(item.publishedAt));
    const count = (occurrences.get(item.nativeId) ?? 0) + 1;
    occurrences.set(item.nativeId, count);
    const key = count === 1 ? item.nativeId : `${item.nativeId}#${count}`;
    const revision = hash(JSON.stringify([item.title, item.text, item.url, item.author])).slice(0, 16);
    const before = seen.get(key);
    seen.delete(key); // re-inserted at the end: what the feed still carries is remembered longest
    seen.set(key, revision);
    if (before === revision) continue;
    if (before === undefined) {
      arrived = true;
      items.push(item);
    } else items.push({ ...item, editedAt: editedAt(item, now) });
  }
  const arrivals = [...(cursor?.arrivals ?? []), ...(arrived ? [now] : [])].slice(-mostArrivals);
  const minutes = intervalMinutes({
    published,
    arrivals,
    rhythm: feed.rhythm,
    maxAge: maxAgeOf(response.headers['cache-control']),
    now,
    minMinutes: config.minMinutes,
    maxMinutes: config.maxMinutes,
  });
  const { etag, 'last-modified': lastModified } = response.headers;
  const movedTo =
    movedWithinHost(config.url, response) ?? (response.url === cursor?.movedTo ? cursor.movedTo : undefined);
  return {
    items,
    rejected: feed.damage.map(({ place, reason, sample }): Rejected => ({
      where: place === '' ? response.url : `${response.url}: ${place}`,
      reason,
      sample,
    })),
    cursor: {
      version: 1,
      ...(movedTo === undefined ? {} : { movedTo }),
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
      bodyHash,
      intervalMinutes: minutes,
      seen: [...seen].slice(-Math.max(leastSeen, 3 * feed.entries.length)),
      arrivals,
    },
    nextAt: outsideSkipped(now + minutes * 60_000, feed.rhythm),
  };
}

/** A permanent move is remembered within the host; to another host the redirect is followed every time, because hosts are declared. */
function movedWithinHost(address: string, response: HttpResponse): string | undefined {
  const { permanentUrl } = response;
  if (permanentUrl === undefined || permanentUrl === address) return undefined;
  return new URL(permanentUrl).hostname === new URL(address).hostname ? permanentUrl : undefined;
}

/** The moment of an edit: what the entry says, or when it was seen. */
function editedAt(item: Item, now: number): string {
  return item.editedAt ?? new Date(now).toISOString();
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
