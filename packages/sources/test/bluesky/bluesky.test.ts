import { readFileSync } from 'node:fs';
import type { Item } from '@vedette/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { blueskySource } from '../../src/bluesky/index.js';
import { frameReader } from '../../src/bluesky/dictionary.js';
import { watchJetstream } from '../../src/bluesky/live.js';
import type { Batch, SourceContext } from '../../src/definition.js';
import { createHttpClient } from '../../src/http/index.js';
import { streamAddress } from '../../src/bluesky/address.js';
import { readEvent } from '../../src/bluesky/event.js';
import { normalizeCommit } from '../../src/bluesky/normalize.js';
import { blueskyConfigSchema, type BlueskyCursor } from '../../src/bluesky/schema.js';
import { readInputs, type ReadInputsOptions } from '../../src/input/read-inputs.js';
import { fakeJetstream, type FakeJetstream, type FakeJetstreamOptions, type KeptEvent } from '../servers/jetstream.js';

const start = 1_779_719_009_000_000;
const v2Path = '/xrpc/network.bsky.jetstream.subscribeEvents';

/** Posts of an invented village, every third event something else, times not quite in order as in the network. */
function timeline(count: number): readonly KeptEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    seq: 41_000_000 + index,
    timeUs: start + index * 1000 + (index % 5 === 0 ? 7_000 : 0),
    did: `did:plc:villager${String(index % 7)}`,
    operation: 'create' as const,
    collection: index % 3 === 2 ? 'app.bsky.feed.like' : 'app.bsky.feed.post',
    rkey: `3k${String(index)}`,
    record: { text: `The ferry number ${String(index)} leaves`, createdAt: '2026-05-25T14:23:28.757Z', langs: ['en'] },
  }));
}

let server: FakeJetstream | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function read(
  path: string,
  count: number,
  options: FakeJetstreamOptions,
  reading: ReadInputsOptions = {},
): Promise<{ readonly items: readonly Item[]; readonly rejected: readonly string[] }> {
  server = await fakeJetstream(options);
  const items: Item[] = [];
  const rejected: string[] = [];
  for await (const result of readInputs([server.address + path], reading)) {
    if ('rejected' in result) rejected.push(result.rejected.reason);
    else items.push(result.item);
    if (items.length === count) break;
  }
  return { items, rejected };
}

const posts = (events: readonly KeptEvent[]) => events.filter((event) => event.collection === 'app.bsky.feed.post');

describe.each(['/subscribe', v2Path])('a stream at %s', (path) => {
  const events = timeline(300);
  const expected = posts(events).map((event) => `bluesky:at://${event.did}/app.bsky.feed.post/${event.rkey}`);

  it('is cut ten times, by resets, torn frames and in order: nothing lost, nothing doubled', async () => {
    const ways = ['closed', 'reset', 'torn'] as const;
    const cuts = Array.from({ length: 10 }, (_, index) => ({
      after: 21 + ((index * 13) % 17),
      by: ways[index % 3] ?? 'reset',
    }));
    const { items } = await read(path, expected.length, { events, cuts });
    expect(items.map((item) => item.id)).toEqual(expected);
    expect(server?.asked.length).toBeGreaterThan(3);
  });

  it('is got past a server that breaks after a few events, again and again', async () => {
    const short = timeline(60);
    const cuts = Array.from({ length: 40 }, () => ({ after: 6, by: 'closed' as const }));
    const { items } = await read(path, 40, { events: short, cuts });
    expect(items.map((item) => item.id)).toEqual(expected.slice(0, 40));
  });

  it('gives the same Items as the other version', async () => {
    const { items } = await read(path, expected.length, { events });
    expect(items[0]).toEqual({
      id: 'bluesky:at://did:plc:villager0/app.bsky.feed.post/3k0',
      source: { kind: 'bluesky', id: 'bluesky', title: 'Bluesky' },
      nativeId: 'at://did:plc:villager0/app.bsky.feed.post/3k0',
      kind: 'post',
      url: 'https://bsky.app/profile/did:plc:villager0/post/3k0',
      author: { id: 'did:plc:villager0' },
      publishedAt: '2026-05-25T14:23:28.757Z',
      text: 'The ferry number 0 leaves',
      lang: 'en',
    });
  });
});

/** What a source may touch, on this machine. */
function liveContext(signal: AbortSignal): SourceContext {
  return {
    http: createHttpClient({ allowPrivate: true, gapMs: 0 }),
    now: () => start / 1000,
    signal,
    log: () => undefined,
    secret: () => undefined,
  };
}

async function firstBatch(path: string, at: number, options: FakeJetstreamOptions): Promise<Batch<BlueskyCursor>> {
  server = await fakeJetstream(options);
  const config = blueskyConfigSchema.parse({ url: server.address + path, compress: true });
  const stop = new AbortController();
  try {
    for await (const batch of watchJetstream(config, { version: 1, at }, liveContext(stop.signal))) return batch;
    throw new Error('the stream gave nothing');
  } finally {
    stop.abort();
  }
}

describe('a cursor that is older than what the server keeps', () => {
  const events = timeline(60);

  it('is told as a gap, and the stream goes on behind it', async () => {
    const batch = await firstBatch(v2Path, 41_000_003, { events, floor: 41_000_020 });
    expect(batch.rejected[0]?.reason).toMatch(/CursorTooOld.*gap up to event 41000020/u);
    expect(batch.items[0]?.nativeId).toMatch(/3k21$/u);
  });

  it('is refused in plain words where a person typed it', async () => {
    const { items, rejected } = await read(`${v2Path}?cursor=41000003`, 1, { events, floor: 41_000_020 });
    expect(items).toEqual([]);
    expect(rejected).toEqual([expect.stringMatching(/CursorTooOld: cursor 41000003 is too old/u)]);
  });
});

describe('compression', () => {
  const fixtures = new URL('../../src/bluesky/fixtures/', import.meta.url);
  const dictionary = readFileSync(new URL('dictionary.bin', fixtures));
  const frame = readFileSync(new URL('frame.zst', fixtures));

  it('reads frames made with the dictionary of the server', async () => {
    const batch = await firstBatch(v2Path, 0, { events: timeline(1), dictionary, compress: () => frame });
    expect(batch.rejected).toEqual([]);
    expect(batch.items[0]).toMatchObject({ text: 'The ferry number 7 leaves' });
    expect(server?.asked[0]?.searchParams.get('zstdDictionary')).toBe(String(dictionary.readUInt32LE(4)));
  });

  it('is done without where the server has no dictionary', async () => {
    const batch = await firstBatch(v2Path, 0, { events: timeline(1) });
    expect(batch.items).toHaveLength(1);
    expect(server?.asked[0]?.searchParams.has('zstdDictionary')).toBe(false);
  });

  it('refuses a frame that would grow beyond the limit, and a damaged one', async () => {
    const reader = await frameReader(dictionary);
    const bomb = Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x80 | 0x20]), Buffer.from([0, 0, 0, 0x40])]);
    expect(() => reader?.read(bomb)).toThrow(/too large/u);
    expect(() => reader?.read(frame.subarray(0, 30))).toThrow(/code/u);
  });
});

const address = (url: string, at?: number) =>
  new URL(streamAddress(blueskyConfigSchema.parse({ url }), at === undefined ? undefined : { at }, undefined));

describe('addresses', () => {
  it('carry filters in the names of their version', () => {
    const v1 = address('wss://jetstream.example/subscribe?wantedCollections=app.bsky.feed.post&wantedDids=did:plc:a');
    expect([...v1.searchParams]).toEqual([
      ['wantedCollections', 'app.bsky.feed.post'],
      ['wantedDids', 'did:plc:a'],
    ]);
    const v2 = address(`wss://jetstream.example${v2Path}?wantedDids=did:plc:a&cursor=17`);
    expect([...v2.searchParams]).toEqual([
      ['collections', 'app.bsky.feed.post'],
      ['dids', 'did:plc:a'],
      ['kinds', 'commit'],
      ['cursor', '17'],
    ]);
  });

  it('resume at a sequence number exactly, and at a time with an overlap', () => {
    expect(address(`wss://jetstream.example${v2Path}`, 41_000_000).searchParams.get('cursor')).toBe('41000000');
    expect(address('wss://jetstream.example/subscribe', start).searchParams.get('cursor')).toBe(String(start - 50_000));
  });

  it.each([
    ['wss://jetstream1.us-west.bsky.network/subscribe', true],
    [`ws://127.0.0.1:6008${v2Path}`, true],
    ['https://bsky.app/profile/did:plc:abc/post/3k1', true],
    ['https://jetstream.example/subscribe', false],
    ['wss://relay.example/', false],
  ])('%s is one of Bluesky: %s', (pasted, is) => {
    expect(blueskySource.recognise?.(pasted) !== undefined).toBe(is);
  });
});

const commit = (operation: string, record?: object) => {
  const value = { did: 'did:plc:villager', time_us: start, kind: 'commit', commit: { rev: 'a', operation, collection: 'app.bsky.feed.post', rkey: '3k9', record } }; // prettier-ignore
  const event = readEvent(value);
  return event?.type === 'commit' ? normalizeCommit(event) : undefined;
};

describe('a post', () => {
  it('has its links from facets, card and quote, its pictures, and what it answers', () => {
    const item = commit('create', {
      text: 'Péniche 🚢 river.example/tim…',
      createdAt: '2026-05-25T16:23:28+02:00',
      langs: ['fr', 'en'],
      facets: [
        { index: { byteStart: 14, byteEnd: 34 }, features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://river.example/timetable' }] },
        { index: { byteStart: 0, byteEnd: 8 }, features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:x' }] },
        { index: { byteStart: 0, byteEnd: 8 }, features: [{ uri: 'javascript:alert(1)' }] },
      ],
      reply: { root: { uri: 'at://did:plc:r/app.bsky.feed.post/1' }, parent: { uri: 'at://did:plc:p/app.bsky.feed.post/2' } },
      embed: {
        $type: 'app.bsky.embed.recordWithMedia',
        record: { record: { uri: 'at://did:plc:q/app.bsky.feed.post/3' } },
        media: { images: [{ alt: 'a quay', image: { ref: { $link: 'bafkrei1' }, mimeType: 'image/png' } }] },
      },
    }); // prettier-ignore
    expect(item).toMatchObject({
      text: 'Péniche 🚢 river.example/tim…',
      publishedAt: '2026-05-25T14:23:28.000Z',
      lang: 'fr',
      links: ['https://river.example/timetable', 'https://bsky.app/profile/did:plc:q/post/3'],
      media: [{ type: 'image', alt: 'a quay', url: 'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:villager/bafkrei1@jpeg' }],
      thread: 'at://did:plc:r/app.bsky.feed.post/1',
      replyTo: 'at://did:plc:p/app.bsky.feed.post/2',
    }); // prettier-ignore
  });

  it('that is changed or deleted is a further Item with the same id', () => {
    const created = commit('create', { text: 'one', createdAt: '2026-05-25T14:00:00Z' });
    const updated = commit('update', { text: 'two', createdAt: '2026-05-25T14:00:00Z' });
    const deleted = commit('delete');
    expect(updated).toMatchObject({ id: created?.id, text: 'two', editedAt: '2026-05-25T14:23:29.000Z' });
    expect(deleted).toMatchObject({ id: created?.id, text: '', deletedAt: '2026-05-25T14:23:29.000Z' });
  });

  it('with fields of a strange form is still a post', () => {
    expect(commit('create', { text: 'x', langs: 5, facets: 'no', embed: [], reply: null, createdAt: 'soon' })).toMatchObject({
      text: 'x',
      publishedAt: '2026-05-25T14:23:29.000Z',
    }); // prettier-ignore
  });
});
