import { postCollection } from './normalize.js';
import { leastTimeCursor, type BlueskyConfig, type BlueskyCursor } from './schema.js';

export type Wire = 'v1' | 'v2';

/**
 * Without a sequence number the place is a time, and events are not quite in its order (measured: up to 33 ms back). So
 * much, in microseconds, is asked for again; what is the same is told by its identity.
 */
export const usualOverlapUs = 50_000;

/** The version that an address speaks: the second one has a path of its own. */
export function wireOf(url: URL): Wire {
  return url.pathname.endsWith('/network.bsky.jetstream.subscribeEvents') ? 'v2' : 'v1';
}

/** Whether an address is one of a Jetstream. */
export function isJetstreamAddress(url: URL): boolean {
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') return false;
  return (
    wireOf(url) === 'v2' ||
    /\/subscribe\/?$/u.test(url.pathname) ||
    [...url.searchParams.keys()].some((name) => name === 'wantedCollections' || name === 'wantedDids')
  );
}

/** What the same filter is called in the two versions; the second refuses the names of the first. */
const names = {
  v1: { collections: 'wantedCollections', dids: 'wantedDids' },
  v2: { collections: 'collections', dids: 'dids' },
} as const;

/**
 * The address to connect to: the configured one with its own parameters in the names of its version, posts only where
 * it names no collections, and the cursor (inclusive in both versions).
 * @param dictionary id of the Zstandard dictionary at hand; frames come uncompressed without one
 */
export function streamAddress(
  config: BlueskyConfig,
  cursor: Pick<BlueskyCursor, 'at' | 'overlapUs'> | undefined,
  dictionary: number | undefined,
): string {
  const url = new URL(config.url);
  const wire = wireOf(url);
  const { collections, dids } = names[wire];
  const given = url.searchParams;
  const wanted = [...given.getAll('wantedCollections'), ...given.getAll('collections')];
  const accounts = [...given.getAll('wantedDids'), ...given.getAll('dids'), ...config.dids];
  const kinds = given.getAll('kinds');
  const start = cursor === undefined ? numberOf(given.get('cursor')) : placeToAsk(cursor);
  // v1 compresses with a dictionary that its servers do not hand out
  for (const name of [
    'wantedCollections',
    'wantedDids',
    'collections',
    'dids',
    'kinds',
    'cursor',
    'compress',
    'zstdDictionary',
    'requireHello',
  ])
    // prettier-ignore
    given.delete(name);
  for (const name of wanted.length === 0 ? [postCollection] : wanted) given.append(collections, name);
  for (const did of new Set(accounts)) given.append(dids, did);
  if (wire === 'v2') for (const kind of kinds.length === 0 ? ['commit'] : kinds) given.append('kinds', kind);
  if (start !== undefined) given.set('cursor', String(start));
  if (dictionary !== undefined) given.set('zstdDictionary', String(dictionary));
  return url.href;
}

function placeToAsk({ at, overlapUs }: Pick<BlueskyCursor, 'at' | 'overlapUs'>): number {
  return at < leastTimeCursor ? at : Math.max(leastTimeCursor, at - (overlapUs ?? usualOverlapUs));
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,16}$/u.test(text) ? Number(text) : undefined;
}

/** Where the server of a stream hands out its dictionary. */
export function dictionaryAddress(config: BlueskyConfig): string {
  const url = new URL(config.url.replace(/^ws/u, 'http'));
  return new URL('/xrpc/network.bsky.jetstream.getZstdDictionary', url.origin).href;
}
