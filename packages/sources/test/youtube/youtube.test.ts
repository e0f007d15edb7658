import { onlyGet } from '@vedette/testing';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../src/definition.js';
import { SourceError } from '../../src/errors.js';
import { readAnswer } from '../../src/youtube/answer.js';
import { youtubeSource } from '../../src/youtube/index.js';
import { watchYoutube } from '../../src/youtube/live.js';
import { nextQuotaDay } from '../../src/youtube/quota.js';
import { youtubeConfigSchema, type YoutubeCursor } from '../../src/youtube/schema.js';

const now = Date.UTC(2026, 10, 25, 7, 40);
const comment = (id: string, day: number, more: object = {}) => ({
  kind: 'youtube#comment',
  id,
  snippet: { textDisplay: `Ferry ${id}`, publishedAt: `2026-05-${String(day).padStart(2, '0')}T12:00:00Z`, ...more },
});
const thread = (id: string, day: number, replies: readonly object[] = [], count = replies.length) => ({
  kind: 'youtube#commentThread',
  id,
  snippet: { videoId: 'video-1', topLevelComment: comment(id, day), totalReplyCount: count },
  replies: { comments: replies },
});

/** Threads, newest first, two a page; answers to a comment one a page. */
function api(threads: readonly object[], answers: readonly object[] = []) {
  const asked: string[] = [];
  const http = onlyGet((request) => {
    const url = new URL(request.url);
    asked.push(
      `${url.pathname.split('/').at(-1) ?? ''}${url.searchParams.has('pageToken') ? `@${url.searchParams.get('pageToken') ?? ''}` : ''}`,
    );
    expect(url.search).not.toContain('secret');
    expect(request.headers?.['x-goog-api-key']).toBe('secret');
    const isComments = url.pathname.endsWith('/comments');
    const from = Number(url.searchParams.get('pageToken') ?? 0);
    const size = isComments ? 1 : 2;
    const all = isComments ? answers : threads;
    const nextPageToken = from + size < all.length ? { nextPageToken: String(from + size) } : {};
    const body = JSON.stringify({
      kind: 'youtube#xListResponse',
      items: all.slice(from, from + size),
      ...nextPageToken,
    });
    return Promise.resolve({ status: 200, url: request.url, headers: {}, body: Buffer.from(body) });
  });
  return { asked, http };
}

async function round(
  http: ReturnType<typeof onlyGet>,
  start?: YoutubeCursor,
  settings: object = {},
): Promise<{
  readonly ids: readonly string[];
  readonly cursor: YoutubeCursor;
  readonly batches: readonly Batch<YoutubeCursor>[];
}> {
  const batches: Batch<YoutubeCursor>[] = [];
  const config = youtubeConfigSchema.parse({
    url: 'https://www.googleapis.com/youtube/v3/commentThreads?videoId=video-1',
    ...settings,
  });
  const context = {
    http,
    now: () => now,
    signal: new AbortController().signal,
    log: () => undefined,
    secret: () => 'secret',
  };
  for await (const batch of watchYoutube(config, start, context)) {
    batches.push(batch);
    if ((batch.nextAt ?? 0) > now) break;
  }
  const cursor = youtubeSource.cursorSchema.parse(JSON.parse(JSON.stringify(batches.at(-1)?.cursor)));
  return { ids: batches.flatMap((batch) => batch.items.map((item) => item.nativeId)), cursor, batches };
}

describe('a round', () => {
  it('goes through all pages at first, then back to what is known; answers are asked for by themselves', async () => {
    const threads = [
      thread('e', 5),
      thread('d', 4),
      thread('c', 3, [comment('c.1', 3, { parentId: 'c' })], 3),
      thread('b', 2),
      thread('a', 1),
    ];
    const answers = [comment('c.1', 3, { parentId: 'c' }), comment('c.2', 4, { parentId: 'c' })];
    const first = api(threads, answers);
    const before = await round(first.http);
    expect(before.ids).toEqual(['e', 'd', 'c', 'c.1', 'b', 'a', 'c.1', 'c.2']);
    expect(first.asked).toEqual(['commentThreads', 'commentThreads@2', 'commentThreads@4', 'comments', 'comments@1']);
    expect(before.batches.at(-1)?.items[0]).toMatchObject({ thread: 'video-1', replyTo: 'c' });
    expect(before.cursor.used).toEqual({ day: '2026-11-24', units: 5, searches: 0 });
    const later = api([thread('f', 6), ...threads]);
    expect((await round(later.http, before.cursor)).ids).toEqual(['f', 'e', 'd', 'c', 'c.1']);
    // a comment that is met again is asked again for answers that did not come with it
    expect(later.asked).toEqual(['commentThreads', 'commentThreads@2', 'comments']);
  });

  it('that was stopped goes on with its next page', async () => {
    const { http, asked } = api([thread('c', 3), thread('b', 2), thread('a', 1)]);
    const config = youtubeConfigSchema.parse({ url: 'https://www.googleapis.com/youtube/v3/commentThreads' });
    const context = {
      http,
      now: () => now,
      signal: new AbortController().signal,
      log: () => undefined,
      secret: () => 'secret',
    };
    for await (const batch of watchYoutube(config, undefined, context)) {
      expect((await round(http, batch.cursor)).ids).toEqual(['a']);
      break;
    }
    expect(asked).toEqual(['commentThreads', 'commentThreads@2']);
  });

  it('is not asked beyond the quota: searches have their own', async () => {
    const { http, asked } = api([thread('b', 2), thread('a', 1), thread('z', 1)]);
    await expect(round(http, undefined, { unitsPerDay: 1 })).rejects.toMatchObject({
      code: 'rate-limited',
      until: Date.UTC(2026, 10, 25, 8),
    });
    const search = { url: 'https://www.googleapis.com/youtube/v3/search?q=x', searchesPerDay: 1, unitsPerDay: 1 };
    await expect(round(http, undefined, search)).rejects.toThrow(/1 of 1 searches used on 2026-11-24/u);
    expect(asked).toEqual(['commentThreads', 'search']);
  });
});

it('begins the day of the quota at midnight in California, also when the clocks change', () => {
  expect(nextQuotaDay(now)).toBe(Date.UTC(2026, 10, 25, 8));
  expect(nextQuotaDay(Date.UTC(2026, 6, 1, 7))).toBe(Date.UTC(2026, 6, 2, 7));
  expect(nextQuotaDay(Date.UTC(2026, 10, 1, 7))).toBe(Date.UTC(2026, 10, 2, 8));
});

describe('an error of the API', () => {
  it.each([
    ['quotaExceeded', 'rate-limited'],
    ['commentsDisabled', 'gone'],
    ['keyInvalid', 'unauthorised'],
    ['backendError', 'temporary'],
    ['processingFailure', 'incompatible'],
  ])('%s is %s', async (reason, code) => {
    const answer = JSON.stringify({
      error: { code: 403, message: 'The <code>request</code> failed', errors: [{ reason }] },
    });
    const http = onlyGet(() => Promise.reject(new SourceError('unauthorised', 'answers 403', { answer })));
    await expect(round(http)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(`${reason} \\(The request failed\\)`) as unknown,
    });
  });
});

describe('an answer', () => {
  it('gives the text as typed, or rendered from what is shown', () => {
    const [typed, shown] = [
      comment('a', 1, { textOriginal: 'a <b> &amp;', textDisplay: 'a &lt;b&gt; &amp;amp;' }),
      comment('b', 1, {
        textDisplay: 'see <a href="https://river.example/">river</a><br>a &amp; b',
        updatedAt: '2026-05-02T00:00:00Z',
      }),
    ].map((one) => readAnswer(one)?.parts[0]);
    expect(typed).toMatchObject({ item: { text: 'a <b> &amp;' } });
    expect(shown).toMatchObject({
      item: { text: 'see river\na & b', links: ['https://river.example/'], editedAt: '2026-05-02T00:00:00.000Z' },
    });
  });

  it('to a search is unescaped', () => {
    const found = {
      kind: 'youtube#searchResult',
      id: { kind: 'youtube#video', videoId: 'v' },
      snippet: { title: 'Ferries &amp; &#39;boats&#39;' },
    };
    expect(readAnswer({ kind: 'youtube#searchListResponse', items: [found, { kind: 'odd' }] })?.parts).toMatchObject([
      { item: { id: 'youtube:v', title: "Ferries & 'boats'", url: 'https://www.youtube.com/watch?v=v' } },
      { reason: expect.stringMatching(/no comment, video/u) as unknown },
    ]);
  });
});

it.each([
  ['https://www.youtube.com/watch?v=abcdefghijk&t=5', 'videoId=abcdefghijk'],
  ['https://youtu.be/abcdefghijk', 'videoId=abcdefghijk'],
  ['https://m.youtube.com/shorts/abcdefghijk', 'videoId=abcdefghijk'],
  ['https://www.youtube.com/channel/UCabcdefghijkl', 'allThreadsRelatedToChannelId=UCabcdefghijkl'],
  ['https://www.googleapis.com/youtube/v3/videos?id=a&key=secret', '/videos?id=a'],
  ['https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijkl', undefined],
])('%s is recognised', (pasted, part) => {
  const url = youtubeSource.recognise?.(pasted)?.config.url;
  expect(part === undefined ? url === undefined : url?.includes(part)).toBe(true);
  expect(url ?? '').not.toContain('secret');
});
