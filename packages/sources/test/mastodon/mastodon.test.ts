import type { Item } from '@vedette/contract';
import { afterEach, describe, expect, it } from 'vitest';
import type { SourceContext } from '../../src/definition.js';
import { createHttpClient } from '../../src/http/index.js';
import { serverSentEvents } from '../../src/http/server-sent-events.js';
import { readInputs } from '../../src/input/read-inputs.js';
import { mastodonSource } from '../../src/mastodon/index.js';
import { normalizeStatus } from '../../src/mastodon/normalize.js';
import { mastodonConfigSchema, statusSchema } from '../../src/mastodon/schema.js';
import { fakeMastodon, type FakeEvent, type FakeMastodon } from '../servers/mastodon.js';

const token = 'not-to-be-printed';

function status(number: number, more: object = {}): Readonly<Record<string, unknown>> {
  return {
    id: String(number),
    created_at: '2026-05-01T12:00:00.000Z',
    visibility: 'public',
    account: { id: '5', acct: 'lenn', display_name: 'Lenn', url: 'https://pond.example/@lenn' },
    content: `<p>Ferry number ${String(number)}</p>`,
    spoiler_text: '',
    ...more,
  };
}

const update = (payload: Readonly<Record<string, unknown>>): FakeEvent => ({ event: 'update', payload });

function contextOf(): SourceContext {
  return {
    http: createHttpClient({ allowPrivate: true, gapMs: 0 }),
    now: () => 0,
    signal: new AbortController().signal,
    log: () => undefined,
    secret,
  };
}

let server: FakeMastodon | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const secret = (name: string) => (name === 'mastodon_token' ? token : undefined);

async function read(address: (host: string) => string, count: number): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const result of readInputs([address(server?.host ?? '')], { secret })) {
    if ('rejected' in result) throw new Error(result.rejected.reason);
    items.push(result.item);
    if (items.length === count) break;
  }
  return items;
}

describe.each([
  ['server-sent events', (host: string) => `http://${host}/api/v1/streaming/public`],
  ['a WebSocket', (host: string) => `ws://${host}/api/v1/streaming?stream=public`],
])('a stream over %s', (_way, address) => {
  it('fills a gap of 55 posts from the timeline; edits and deletions are further Items', async () => {
    const all = Array.from({ length: 70 }, (_, index) => status(1000 + index));
    server = await fakeMastodon({
      token,
      statuses: all,
      connections: [
        all.slice(0, 10).map(update),
        [
          update(status(1070)),
          {
            event: 'status.update',
            payload: status(1070, { edited_at: '2026-05-01T12:05:00.000Z', content: 'later' }),
          },
          { event: 'delete', payload: '1003' },
        ],
      ],
    });
    const items = await read(address, 73);
    const ids = items.map((item) => item.nativeId);
    expect(ids.slice(0, 71)).toEqual(Array.from({ length: 71 }, (_, index) => String(1000 + index)));
    expect(items[71]).toMatchObject({ nativeId: '1070', text: 'later', editedAt: '2026-05-01T12:05:00.000Z' });
    expect(items[72]).toMatchObject({ id: items[3]?.id, text: '', deletedAt: expect.any(String) as unknown });
    expect(server.asked.every((one) => one.authorized && !one.url.search.includes(token))).toBe(true);
    expect(server.asked.filter((one) => one.url.searchParams.has('min_id')).map((one) => one.url.search)).toEqual([
      '?limit=40&min_id=1009',
      '?limit=40&min_id=1049',
      '?limit=40&min_id=1069',
    ]);
  });
});

it('says that a token is needed, and never prints the one that stands in an address', async () => {
  server = await fakeMastodon({ token, statuses: [], connections: [[]] });
  const url = `http://${server.host}/api/v1/streaming/public?access_token=wrong-secret`;
  const results = [];
  for await (const result of readInputs([url])) results.push(result);
  expect(results).toEqual([{ rejected: expect.objectContaining({ reason: expect.stringMatching(/401: access is refused/u) as unknown }) as unknown }]); // prettier-ignore
  expect(JSON.stringify(results)).not.toContain('wrong-secret');
});

it('asks an account for its latest posts, then for what is newer', async () => {
  server = await fakeMastodon({ token, statuses: [status(1), status(2), status(3)], connections: [] });
  const { config } = mastodonSource.recognise?.('@lenn@pond.example') ?? {};
  expect(config).toMatchObject({ url: 'https://pond.example/@lenn', timeline: 'account', name: 'lenn' });
  const here = mastodonConfigSchema.parse({ ...config, url: `http://${server.host}` });
  const asked = [];
  for await (const batch of mastodonSource.open?.(here, { version: 1, newest: '1' }, contextOf()) ?? []) {
    asked.push(batch.items.map((one) => one.nativeId));
    if (asked.length === 2) break;
  }
  expect(asked).toEqual([['2', '3'], []]);
  expect(server.asked.map((one) => one.url.pathname + one.url.search)).toEqual([
    '/api/v1/accounts/lookup?acct=lenn',
    '/api/v1/accounts/77/statuses?limit=40&min_id=1',
    '/api/v1/accounts/77/statuses?limit=40&min_id=3',
  ]);
});

const item = (more: object) => normalizeStatus(statusSchema.parse(status(1, more)), 'pond.example');

describe('a status', () => {
  it('has its text as rendered, its warning, picture, poll, answers and addresses', () => {
    expect(
      item({
        content:
          '<p><span class="h-card"><a href="https://pond.example/@ada" class="u-url mention">@<span>ada</span></a></span> see <a href="https://river.example/times?x=1"><span class="invisible">https://</span><span class="ellipsis">river.example/tim</span><span class="invisible">es?x=1</span></a> <a href="https://pond.example/tags/river" class="mention hashtag">#<span>river</span></a><br>second &amp; last</p><p>new</p>',
        spoiler_text: 'Boats',
        language: 'en',
        in_reply_to_id: '17',
        mentions: [{ url: 'https://pond.example/@ada' }],
        media_attachments: [{ type: 'gifv', url: 'https://pond.example/a.mp4', description: 'a ferry' }],
        poll: { options: [{ title: 'Nine' }, { title: 'Ten' }] },
      }),
    ).toMatchObject({
      id: 'mastodon:pond.example:1',
      text: '@ada see https://river.example/times?x=1 #river\nsecond & last\n\nnew',
      title: 'Boats\nNine | Ten',
      lang: 'en',
      replyTo: '17',
      links: ['https://river.example/times?x=1'],
      media: [{ type: 'video', url: 'https://pond.example/a.mp4', alt: 'a ferry' }],
    });
  });

  it('that is a boost carries the boosted text and says whose it is', () => {
    const reblog = status(9, { account: { acct: 'ada@lake.example' }, content: '<p>low water</p>' });
    expect(item({ reblog, content: '' })).toMatchObject({
      nativeId: '1',
      author: { handle: 'lenn' },
      text: 'low water',
      forwardedFrom: 'ada@lake.example',
    });
  });

  it.each(['private', 'direct'])('that is %s is not read', (visibility) => {
    expect(item({ visibility })).toBeUndefined();
  });
});

it('reads server-sent events whatever pieces they arrive in', async () => {
  const text =
    ':)\r\n\r\nevent: update\r\nid: 7\r\ndata: {"a":\r\ndata: "é"}\r\n\r\n:thump\n\ndata:x\n\nevent: cut\ndata: of';
  const bytes = Buffer.from(text);
  for (const step of [1, 2, 5, bytes.length]) {
    async function* pieces() {
      for (let from = 0; from < bytes.length; from += step) yield bytes.subarray(from, from + step);
    }
    const events = [];
    for await (const event of serverSentEvents(pieces())) events.push(event);
    expect(events).toEqual([
      { event: 'update', data: '{"a":\n"é"}', id: '7' },
      { event: 'message', data: 'x', id: '7' },
    ]);
  }
});
