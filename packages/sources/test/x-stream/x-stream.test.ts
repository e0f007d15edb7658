import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Item } from '@vedette/contract';
import type { Batch, SourceContext } from '../../src/definition.js';
import { SourceError } from '../../src/errors.js';
import { createHttpClient } from '../../src/http/index.js';
import { readAnswer } from '../../src/x-stream/answer.js';
import { xStreamSource } from '../../src/x-stream/index.js';
import { watchXStream } from '../../src/x-stream/live.js';
import { xStreamConfigSchema, type XStreamCursor } from '../../src/x-stream/schema.js';
import { portOf } from '../servers/port-of.js';

const users = [
  { id: '5', username: 'lenn_k', name: 'Lenn' },
  { id: '6', username: 'ada', name: 'Ada' },
];
const post = (id: string, text: string, more: object = {}) => ({
  id,
  text,
  author_id: '5',
  created_at: '2026-05-01T12:00:00.000Z',
  ...more,
});
function itemOf(data: object, includes: object = {}): Item | undefined {
  const [part] = readAnswer({ data, includes: { users, ...includes } });
  return part !== undefined && 'item' in part ? part.item : undefined;
}

describe('a post', () => {
  it('is joined with its author, pictures, poll and addresses; escapes are undone once', () => {
    const data = post('7', 'boats &amp;lt; ferries https://t.co/a', {
      entities: { urls: [{ start: 22, end: 36, url: 'https://t.co/a', expanded_url: 'https://river.example/' }] },
      attachments: { media_keys: ['3_1', '7_1'], poll_ids: ['9'] },
      referenced_tweets: [{ type: 'replied_to', id: '4' }, { type: 'quoted', id: '3' }],
      conversation_id: '2',
    }); // prettier-ignore
    const media = [
      { media_key: '3_1', type: 'photo', url: 'https://pbs.example/1.jpg', alt_text: 'a quay' },
      { media_key: '7_1', type: 'video', variants: [{ bit_rate: 1, content_type: 'video/mp4', url: 'https://v.example/low.mp4' }, { bit_rate: 9, content_type: 'video/mp4', url: 'https://v.example/high.mp4' }, { content_type: 'application/x-mpegURL', url: 'https://v.example/list' }] },
    ]; // prettier-ignore
    const polls = [{ id: '9', options: [{ label: 'Nine' }, { label: 'Ten' }] }];
    expect(itemOf(data, { media, polls })).toEqual({
      id: 'x:7',
      source: { kind: 'x-stream', id: 'x', title: 'X' },
      nativeId: '7',
      kind: 'post',
      url: 'https://x.com/lenn_k/status/7',
      author: { id: '5', handle: 'lenn_k', name: 'Lenn' },
      publishedAt: '2026-05-01T12:00:00.000Z',
      title: 'Nine | Ten',
      text: 'boats &lt; ferries https://t.co/a',
      media: [
        { type: 'image', url: 'https://pbs.example/1.jpg', alt: 'a quay' },
        { type: 'video', url: 'https://v.example/high.mp4' },
      ],
      links: ['https://river.example/'],
      thread: '2',
      replyTo: '4',
    });
  });

  it('that reposts and is cut off is made whole, and names whose it is', () => {
    const long = 'The ferry leaves at nine, at ten and at eleven, from the old quay';
    const original = { ...post('3', long), author_id: '6' };
    const data = post('8', 'RT @ada: The ferry leaves at nine, at…', {
      referenced_tweets: [{ type: 'retweeted', id: '3' }],
    });
    expect(itemOf(data, { tweets: [original] })).toMatchObject({ text: `RT @ada: ${long}`, forwardedFrom: 'ada' });
  });

  it('that was edited has the id of its first version, and the moment of the edit', () => {
    const history = { edit_history_tweet_ids: ['1900000000000000001', '1900000000000000002'] };
    expect(itemOf(post('1900000000000000001', 'one', history))).toMatchObject({ id: 'x:1900000000000000001' });
    const edited = itemOf(post('1900000000000000002', 'two', history));
    expect(edited).toMatchObject({ id: 'x:1900000000000000001', text: 'two', editedAt: '2026-05-01T12:00:00.000Z' });
    // the first version did not come: its id says when it was made, (id >> 22) + 1288834974657 ms
    expect(edited?.publishedAt).toBe(new Date(Math.floor(1.9e18 / 2 ** 22) + 1_288_834_974_657).toISOString());
  });

  it('that is long is read from its note', () => {
    expect(itemOf(post('7', 'the begin…', { note_tweet: { text: 'the beginning and the end' } }))?.text).toBe(
      'the beginning and the end',
    );
  });
});

async function watch(
  settings: object,
  start?: XStreamCursor,
): Promise<{ readonly batches: readonly Batch<XStreamCursor>[]; readonly error: unknown }> {
  const batches: Batch<XStreamCursor>[] = [];
  const context: SourceContext = {
    http: createHttpClient({ allowPrivate: true, gapMs: 0 }),
    now: () => Date.UTC(2026, 4, 20),
    signal: new AbortController().signal,
    log: () => undefined,
    secret: (name) => (name === 'x_token' ? 'secret' : undefined),
  };
  try {
    for await (const batch of watchXStream(xStreamConfigSchema.parse(settings), start, context)) batches.push(batch);
    return { batches, error: undefined };
  } catch (error) {
    return { batches, error };
  }
}

const line = (id: string) => `${JSON.stringify({ data: post(id, `Ferry ${id}`), includes: { users } })}\r\n`;

describe('the stream', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  interface Asked {
    readonly method: string;
    readonly url: string;
    readonly body: string;
  }

  async function serve(
    chunks: readonly string[],
    rules: readonly object[],
    broken = false,
  ): Promise<{ readonly url: string; readonly asked: Asked[] }> {
    const asked: Asked[] = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push({ method: request.method ?? '', url: request.url ?? '', body });
        if (request.headers.authorization !== 'Bearer secret') response.writeHead(401).end();
        else if (request.url?.endsWith('/rules') === true) response.end(JSON.stringify({ data: rules }));
        else {
          for (const chunk of chunks) response.write(chunk);
          if (broken) response.write('', () => response.destroy());
          else response.end();
        }
      });
    });
    await new Promise<void>((resolve) => {
      server?.listen(0, '127.0.0.1', resolve);
    });
    return { url: `http://127.0.0.1:${String(portOf(server))}`, asked };
  }

  it('is read through heartbeats and cut-off lines, and goes on from what is known with backfill', async () => {
    const { url, asked } = await serve(
      [line('1'), '\r\n', line('2').slice(0, 30), `${line('2').slice(30)}\r\n`, '{"data":{"id":"3'],
      [],
      true,
    );
    const { batches, error } = await watch({ url, backfillMinutes: 2 }, { version: 1, month: '2026-05', posts: 40 });
    expect(batches.flatMap((batch) => batch.items.map((item) => item.nativeId))).toEqual(['1', '2']);
    expect(batches.at(-1)?.cursor).toEqual({ version: 1, month: '2026-05', posts: 42 });
    expect(error).toMatchObject({ code: 'temporary' });
    expect(new URL(asked[0]?.url ?? '', url).searchParams.get('backfill_minutes')).toBe('2');
  });

  it('sets its rules first and leaves those of others alone', async () => {
    const present = [
      { id: '11', value: 'ferry lang:en', tag: 'vedette:boats' },
      { id: '12', value: 'old', tag: 'vedette:old' },
      { id: '13', value: 'not ours', tag: 'somebody' },
    ];
    const { url, asked } = await serve([line('1')], present);
    await watch({
      url,
      rules: [
        { value: 'ferry lang:en', tag: 'boats' },
        { value: 'quay', tag: 'new' },
      ],
    });
    expect(asked.map(({ method, body }) => [method, body])).toEqual([
      ['GET', ''],
      ['POST', '{"delete":{"ids":["12"]}}'],
      ['POST', '{"add":[{"value":"quay","tag":"vedette:new"}]}'],
      ['GET', ''],
    ]);
  });

  it('stops when the budget is spent, until the next month, and does not even connect', async () => {
    const { url, asked } = await serve([line('1'), line('2')], []);
    const first = await watch({ url, postsPerMonth: 1 });
    expect(first.error).toMatchObject({ code: 'rate-limited', until: Date.UTC(2026, 5, 1) });
    const again = await watch({ url, postsPerMonth: 1 }, first.batches.at(-1)?.cursor);
    expect(again.error).toBeInstanceOf(SourceError);
    expect(asked).toHaveLength(1);
  });

  it('tells what X says instead of posts', async () => {
    const { url } = await serve(
      [`${JSON.stringify({ errors: [{ title: 'operational-disconnect', detail: 'upstream' }] })}\r\n`],
      [],
    );
    const { error } = await watch({ url });
    expect(error).toMatchObject({
      code: 'temporary',
      message: expect.stringMatching(/operational-disconnect: upstream/u) as unknown,
    });
  });
});

it('recognises its address and needs a token', async () => {
  const { config } = xStreamSource.recognise?.('https://api.x.com/2/tweets/search/stream?backfill_minutes=3') ?? {};
  expect(config).toMatchObject({ url: 'https://api.x.com', backfillMinutes: 3 });
  const results = [...readAnswer({ errors: [{ title: 'Unauthorized' }] })];
  expect(results).toEqual([{ failure: 'Unauthorized' }]);
  await Promise.resolve();
});
