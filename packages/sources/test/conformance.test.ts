import { readFileSync } from 'node:fs';
import { fileConformance, sourceConformance, type ConformanceFile } from '@vedette/testing';
import { describe, expect, it } from 'vitest';
import {
  blueskySource,
  csvSource,
  feedSource,
  mastodonSource,
  ndjsonSource,
  telegramExportSource,
  telegramWebSource,
  webPageSource,
  xStreamSource,
  youtubeSource,
  type HttpRequest,
  type HttpResponse,
} from '@vedette/sources';
import { channelPage } from './servers/telegram.js';

function fixture(path: string, items: number): ConformanceFile {
  const content = readFileSync(new URL(`../src/${path}`, import.meta.url));
  return { name: path.split('/').at(-1) ?? path, content, items };
}

function answer(body: string, contentType: string): (request: HttpRequest) => HttpResponse {
  return ({ url }) => ({ status: 200, url, headers: { 'content-type': contentType }, body: Buffer.from(body) });
}

function rss(...titles: readonly string[]): string {
  const items = titles.map(
    (title) => `<item><title>${title}</title><guid>urn:${title}</guid><description>About ${title}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>River Press</title>${items.join('')}</channel></rss>`;
}

function page(heading: string): string {
  const sentence = 'The bridge over the river opens again on Friday, after two years of careful work by the town. ';
  const paragraphs = `<p>${sentence.repeat(5)}</p>`.repeat(5);
  return `<!doctype html><html lang="en"><head><title>${heading}</title></head><body><article><h1>${heading}</h1>${paragraphs}</article></body></html>`;
}

describe('bluesky', () => {
  const files = [fixture('bluesky/fixtures/events-v1.jsonl', 2), fixture('bluesky/fixtures/events-v2.jsonl', 3)];
  it.each(fileConformance({ definition: blueskySource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

describe('mastodon', () => {
  const files = [
    fixture('mastodon/fixtures/stream.sse', 2),
    fixture('mastodon/fixtures/messages.jsonl', 1),
    fixture('mastodon/fixtures/timeline.json', 2),
  ];
  it.each(fileConformance({ definition: mastodonSource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

describe('csv', () => {
  const files = [
    fixture('csv/fixtures/posts-fr.csv', 3),
    fixture('csv/fixtures/posts-en-bom.csv', 2),
    fixture('csv/fixtures/posts-ar.tsv', 2),
  ];
  it.each(sourceConformance({ definition: csvSource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

describe('ndjson', () => {
  const files = [fixture('ndjson/fixtures/items.ndjson', 2), fixture('ndjson/fixtures/raw.jsonl', 3)];
  const checks = sourceConformance({ definition: ndjsonSource, files, passesItemsThrough: true });
  it.each(checks)('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
});

describe('telegram-export', () => {
  const files = [
    fixture('telegram-export/fixtures/result.json', 7),
    fixture('telegram-export/fixtures/account.json', 3),
  ];
  it.each(sourceConformance({ definition: telegramExportSource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

describe('feed', () => {
  const files = [{ name: 'press.xml', content: Buffer.from(rss('bridge', 'market')), items: 2 }];
  const live = {
    config: feedSource.configSchema.parse({ url: 'https://press.example/feed.xml' }),
    states: [
      answer(rss('bridge'), 'application/rss+xml'),
      answer(rss('market', 'bridge'), 'application/rss+xml'),
      answer(rss('lantern', 'market'), 'application/rss+xml'),
    ],
  };
  it.each(sourceConformance({ definition: feedSource, files, live }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

const channel = (...numbers: readonly number[]) => {
  const messages = new Map(numbers.map((number) => [number, `Ferry number ${String(number)}`]));
  return answer(channelPage('river_news', { title: 'River news', messages }, undefined), 'text/html; charset=utf-8');
};

describe('telegram-web', () => {
  const files = [fixture('telegram-web/fixtures/page.html', 2)];
  const live = {
    config: telegramWebSource.configSchema.parse({ url: 'https://t.me/s/river_news' }),
    states: [channel(1, 2), channel(1, 2, 3), channel(2, 3, 4)],
  };
  it.each(sourceConformance({ definition: telegramWebSource, files, live }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

describe('web-page', () => {
  const files = [{ name: 'bridge.html', content: Buffer.from(page('Bridge opens')), items: 1 }];
  const live = {
    config: webPageSource.configSchema.parse({ url: 'https://press.example/bridge' }),
    states: [answer(page('Bridge opens'), 'text/html'), answer(page('Bridge opens late'), 'text/html')],
  };
  it.each(sourceConformance({ definition: webPageSource, files, live }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

describe('x-stream', () => {
  const files = [fixture('x-stream/fixtures/stream.jsonl', 3), fixture('x-stream/fixtures/search.json', 2)];
  it.each(fileConformance({ definition: xStreamSource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

describe('youtube', () => {
  const files = [fixture('youtube/fixtures/threads.json', 2), fixture('youtube/fixtures/search.json', 1)];
  it.each(fileConformance({ definition: youtubeSource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});
