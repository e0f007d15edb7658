import * as fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { HttpClient } from '../../src/definition.js';
import { SourceError } from '../../src/errors.js';
import { completeAddress, discoverFeeds } from '../../src/feed/discover.js';
import { opmlTitle, readOpml, writeOpml } from '../../src/feed/opml.js';

const bytes = (text: string) => new TextEncoder().encode(text);

const byUrl = (a: { readonly url: string }, b: { readonly url: string }) => (a.url < b.url ? -1 : 1);

describe('OPML', () => {
  test('a real list', async () => {
    const file = await readFile(new URL('./fixtures/feedsmith/opml-subscriptions.opml', import.meta.url));
    const { feeds, rejected } = readOpml(file);
    expect(rejected).toEqual([]);
    expect(feeds.length).toBeGreaterThan(5);
    expect(opmlTitle(file)).toBe('Tech Sites');
    expect(readOpml(bytes(writeOpml(feeds))).feeds).toEqual(feeds);
  });

  test('folders are remembered, doubles dropped, what is no feed named', () => {
    const { feeds, rejected } = readOpml(
      bytes(
        '<opml><body><outline text="Press"><outline text="A &amp; B" type="rss" xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/><outline type="rss" xmlUrl="https://a.example/f"/><outline text="bad" type="rss" xmlUrl="javascript:x"/><outline text="none" type="rss"/></outline></body></opml>',
      ),
    );
    expect(feeds).toEqual([
      { title: 'A & B', url: 'https://a.example/f', siteUrl: 'https://a.example/', folders: ['Press'] },
    ]);
    expect(rejected.map(({ where, reason }) => [where, reason])).toEqual([
      ['outline 4', 'xmlUrl is no http or https address'],
      ['outline 5', 'a feed without xmlUrl'],
    ]);
  });

  test('another file is refused in words', () => {
    expect(() => readOpml(bytes('<rss/>'))).toThrow(SourceError);
  });

  test('what is written is read again', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() === text && !/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/u.test(text));
    const list = fc.uniqueArray(
      fc.record({
        title: name,
        url: fc.webUrl({ withQueryParameters: true }),
        folders: fc.array(name, { minLength: 1, maxLength: 2 }),
      }),
      { selector: ({ url }) => url },
    );
    fc.assert(
      fc.property(list, (feeds) => {
        const read = readOpml(bytes(writeOpml(feeds))).feeds;
        expect(read.toSorted(byUrl)).toEqual(feeds.toSorted(byUrl));
      }),
      { numRuns: 100 },
    );
  });
});

const site = (pages: Readonly<Record<string, string>>): HttpClient => ({
  async get({ url }) {
    const body = pages[url];
    if (body === undefined) throw new SourceError('temporary', `${url} answers 404`);
    return Promise.resolve({ status: 200, url, headers: {}, body: bytes(body) });
  },
});
const rss = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>x</title></item></channel></rss>`;

describe('finding the feeds behind an address', () => {
  const never = new AbortController().signal;

  test('the feeds that the page names, read and shown', async () => {
    const http = site({
      'https://a.example':
        '<html><head><link rel="alternate" type="application/rss+xml" href="/f"><link rel="alternate" type="application/json+oembed" href="/o"><link rel="alternate" type="application/atom+xml" href="/missing"></head></html>',
      'https://a.example/f': rss('A'),
    });
    const [found, ...others] = await discoverFeeds('a.example', http, never);
    expect(found).toMatchObject({ url: 'https://a.example/f', title: 'A', entryCount: 1, sample: [{ title: 'x' }] });
    expect(others).toEqual([]);
  });

  test('the address itself, or the usual places', async () => {
    expect(await discoverFeeds('https://b.example/x', site({ 'https://b.example/x': rss('B') }), never)).toMatchObject([
      { url: 'https://b.example/x' },
    ]);
    const usual = site({ 'https://c.example/y': '<html></html>', 'https://c.example/rss.xml': rss('C') });
    expect(await discoverFeeds('https://c.example/y', usual, never)).toMatchObject([
      { url: 'https://c.example/rss.xml', title: 'C' },
    ]);
  });

  test('nothing there is an error, no feed an empty list', async () => {
    await expect(discoverFeeds('https://d.example', site({}), never)).rejects.toThrow(SourceError);
    expect(await discoverFeeds('https://d.example', site({ 'https://d.example': '<p>hi</p>' }), never)).toEqual([]);
  });

  test.each([
    ['example.org', 'https://example.org'],
    [' http://example.org/a ', 'http://example.org/a'],
    ['feed://example.org/rss', 'https://example.org/rss'],
    ['feed:http://example.org/rss', 'http://example.org/rss'],
  ])('%j becomes %s', (pasted, address) => {
    expect(completeAddress(pasted)).toBe(address);
  });
});
