import { onlyGet } from '@vedette/testing';
import { describe, expect, test } from 'vitest';
import type { Batch, HttpRequest, HttpResponse, SourceContext } from '../../src/definition.js';
import { SourceError } from '../../src/errors.js';
import { feedSource } from '../../src/feed/index.js';
import { intervalMinutes, maxAgeOf, outsideSkipped } from '../../src/feed/interval.js';
import { feedConfigSchema, feedCursorSchema, type FeedCursor } from '../../src/feed/schema.js';

const url = 'https://harbour.example/feed.xml';
const config = feedConfigSchema.parse({ url });
const noon = Date.parse('2026-03-01T12:00:00Z');

const feed = (...items: readonly string[]) =>
  `<rss version="2.0"><channel><title>Harbour</title><link>https://harbour.example/</link>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
const entry = (id: string, title: string, more = '') => `<guid>${id}</guid><title>${title}</title>${more}`;

interface Answer extends Partial<Omit<HttpResponse, 'body'>> {
  readonly body?: string;
}

/** A server that gives its answers in turn and remembers the questions. */
function contextOf(...answers: readonly (Answer | SourceError)[]): { context: SourceContext; asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  const queue = [...answers];
  const context: SourceContext = {
    now: () => noon,
    signal: new AbortController().signal,
    log: () => undefined,
    secret: () => undefined,
    http: onlyGet(async (request) => {
      asked.push(request);
      const answer = queue.shift();
      if (answer === undefined) throw new Error('no further answer was prepared');
      if (answer instanceof SourceError) throw answer;
      const { body = '', ...rest } = answer;
      return Promise.resolve({
        status: 200,
        url: request.url,
        headers: {},
        ...rest,
        body: new TextEncoder().encode(body),
      });
    }),
  };
  return { context, asked };
}

async function poll(context: SourceContext, cursor?: FeedCursor, watched = config): Promise<Batch<FeedCursor>> {
  const batches = feedSource.open?.(watched, cursor, context)[Symbol.asyncIterator]();
  const next = await batches?.next();
  if (next === undefined || next.done === true) throw new Error('the feed ended');
  feedCursorSchema.parse(JSON.parse(JSON.stringify(next.value.cursor)));
  return next.value;
}

describe('a watched feed', () => {
  test('an address with a password is asked as it is and named without it', async () => {
    const { context, asked } = contextOf({ body: '<rss><channel><item><guid>1</guid></item></channel></rss>' });
    const secret = feedConfigSchema.parse({ url: 'https://me:secret@harbour.example/feed.xml' });
    const batch = await poll(context, undefined, secret);
    expect(asked[0]?.url).toBe(secret.url);
    expect(batch.items[0]?.source).toMatchObject({ id: url, url });
    expect(JSON.stringify(batch)).not.toContain('secret');
  });

  test('gives what is new, then what is new or changed, each once', async () => {
    const first = await poll(contextOf({ body: feed(entry('1', 'one'), entry('2', 'two')) }).context);
    expect(first.items.map(({ title }) => title)).toEqual(['one', 'two']);
    const second = await poll(
      contextOf({ body: feed(entry('3', 'three'), entry('1', 'one'), entry('2', 'two, corrected')) }).context,
      first.cursor,
    );
    expect(second.items.map(({ title, editedAt }) => [title, editedAt])).toEqual([
      ['three', undefined],
      ['two, corrected', '2026-03-01T12:00:00.000Z'],
    ]);
    expect(second.items[1]?.id).toBe(first.items[1]?.id);
    const third = await poll(contextOf({ body: feed(entry('2', 'two, corrected')) }).context, second.cursor);
    expect(third.items).toEqual([]);
  });

  test('asks conditionally and takes 304 for an answer', async () => {
    const headers = { etag: '"7"', 'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT' };
    const first = await poll(contextOf({ body: feed(entry('1', 'one')), headers }).context);
    const { context, asked } = contextOf({ status: 304 });
    const second = await poll(context, first.cursor);
    expect(asked[0]?.headers).toMatchObject({ 'if-none-match': '"7"', 'if-modified-since': headers['last-modified'] });
    expect(second).toMatchObject({ items: [], rejected: [], cursor: first.cursor });
    expect(second.nextAt).toBeGreaterThan(noon);
  });

  test('two entries with one guid do not edit one another for ever', async () => {
    const body = feed(entry('1', 'a'), entry('1', 'b'));
    const first = await poll(contextOf({ body }).context);
    const second = await poll(contextOf({ body: `${body}<!-- new bytes -->` }).context, first.cursor);
    expect([first.items.length, second.items.length]).toEqual([2, 0]);
  });

  test('an entry that breaks off waits for the whole answer', async () => {
    const whole = feed(entry('1', 'one'), entry('2', 'two'));
    const first = await poll(contextOf({ body: whole.slice(0, -30) }).context);
    expect(first.items.map(({ nativeId }) => nativeId)).toEqual(['1']);
    expect(first.rejected[0]?.where).toBe(`${url}: entry 2`);
    const second = await poll(contextOf({ body: whole }).context, first.cursor);
    expect(second.items.map(({ nativeId }) => nativeId)).toEqual(['2']);
  });

  test('remembers a permanent move within its host, and falls back when that fails', async () => {
    const moved = 'https://harbour.example/new.xml';
    const first = await poll(contextOf({ body: feed(entry('1', 'one')), url: moved, permanentUrl: moved }).context);
    expect(first.cursor.movedTo).toBe(moved);
    const { context, asked } = contextOf(new SourceError('temporary', 'not there'), { body: feed(entry('2', 'two')) });
    const second = await poll(context, first.cursor);
    expect(asked.map((request) => request.url)).toEqual([moved, url]);
    expect(second.cursor).not.toHaveProperty('movedTo');
    const away = await poll(
      contextOf({ body: feed(), url: 'https://other.example/', permanentUrl: 'https://other.example/' }).context,
    );
    expect(away.cursor).not.toHaveProperty('movedTo');
  });

  test('a page instead of a feed is incompatible, and says what the page offers', async () => {
    const body =
      '<!doctype html><html><head><link rel="alternate" type="application/atom+xml" href="/atom"></head></html>';
    await expect(poll(contextOf({ body }).context)).rejects.toMatchObject({
      code: 'incompatible',
      message: expect.stringContaining('https://harbour.example/atom'),
    });
  });

  test('errors of the server come through as they are', async () => {
    await expect(poll(contextOf(new SourceError('gone', 'closed')).context)).rejects.toMatchObject({ code: 'gone' });
  });

  test('Content-Location is the base of relative addresses, the header names the charset', async () => {
    const { context } = contextOf({
      body: feed(entry('1', 'one', '<link>a</link>')),
      headers: { 'content-location': '/deep/feed' },
    });
    expect((await poll(context)).items[0]?.url).toBe('https://harbour.example/deep/a');
  });
});

describe('the interval', () => {
  const hour = 3_600_000;
  const facts = {
    published: [],
    arrivals: [],
    rhythm: {},
    maxAge: undefined,
    now: noon,
    minMinutes: 5,
    maxMinutes: 360,
  };

  test('is half the pause that entries usually leave, and grows with silence', () => {
    expect(intervalMinutes({ ...facts, published: [noon, noon - hour, noon - 2 * hour, noon - 3 * hour] })).toBe(30);
    expect(intervalMinutes({ ...facts, published: [noon - 40 * hour, noon - 41 * hour, noon - 42 * hour] })).toBe(120);
    expect(intervalMinutes(facts)).toBe(30);
  });

  test('is never shorter than the publisher asks, and stays within the bounds', () => {
    expect(intervalMinutes({ ...facts, rhythm: { ttlMinutes: 60 } })).toBe(60);
    expect(intervalMinutes({ ...facts, maxAge: 7200 })).toBe(120);
    expect(intervalMinutes({ ...facts, rhythm: { ttlMinutes: 10_000 } })).toBe(360);
    expect(intervalMinutes({ ...facts, published: [noon, noon, noon] })).toBe(5);
    expect(maxAgeOf('public, max-age=600')).toBe(600);
    expect(maxAgeOf(undefined)).toBeUndefined();
  });

  test('leaves out the hours in which nothing changes', () => {
    expect(outsideSkipped(noon, { skipHours: [12, 13] })).toBe(noon + 2 * hour);
    expect(outsideSkipped(noon, { skipDays: ['sunday'] })).toBe(Date.parse('2026-03-02T00:00:00Z'));
    expect(outsideSkipped(noon, { skipHours: Array.from({ length: 24 }, (_, index) => index) })).toBe(noon);
  });
});
