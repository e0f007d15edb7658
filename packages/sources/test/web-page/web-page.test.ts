import { onlyGet } from '@vedette/testing';
import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { itemSchema, type Item } from '@vedette/contract';
import { describe, expect, test } from 'vitest';
import type { SourceContext } from '../../src/definition.js';
import { webPageSource } from '../../src/web-page/index.js';
import { webPageConfigSchema } from '../../src/web-page/schema.js';
import { fileOf, readAll } from '../feed/reading.js';

async function page(name: string): Promise<string> {
  return readFile(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
}

async function read(html: string, baseUrl?: string): Promise<Item> {
  const { items, rejected } = await readAll(
    webPageSource,
    fileOf('page.html', html),
    baseUrl === undefined ? {} : { baseUrl },
  );
  expect(rejected).toEqual([]);
  const [item] = items;
  if (item === undefined) throw new Error('no Item');
  return itemSchema.parse(item);
}

describe('an article page', () => {
  test('its words, its data, and none of its furniture', async () => {
    const item = await read(await page('news-article.html'));
    expect(item).toMatchObject({
      kind: 'article',
      url: 'https://lighthouse.example/2024/03/04/bakery',
      nativeId: 'https://lighthouse.example/2024/03/04/bakery',
      source: { kind: 'web-page', id: 'https://lighthouse.example', title: 'The Daily Lighthouse', file: 'page.html' },
      title: 'Bakery wins prize',
      author: { name: 'Mira Lund' },
      publishedAt: '2024-03-04T09:00:00Z',
      editedAt: '2024-03-04T11:00:00Z',
      lang: 'en',
      media: [{ type: 'image', url: 'https://lighthouse.example/a.jpg', alt: 'bread' }],
    });
    expect(item.text.split('\n\n').map((paragraph) => paragraph.slice(0, 24))).toEqual([
      'The small bakery at the ',
      '“We did not expect it,” ',
      'A long tradition',
      'The prize was first give',
      'Crust and colour count f',
      'Next year the prize will',
    ]);
    for (const furniture of [
      'cookies',
      'Photo:',
      'Share',
      'READ MORE',
      'newsletter',
      'Related',
      'Great bread',
      'rights reserved',
    ])
      expect(item.text).not.toContain(furniture);
  });

  test('where the page shows nothing, the body of its structured data', async () => {
    const body = `${'The mill was restored by volunteers over nine winters, and it grinds again. '.repeat(6)}\n\nIt opens on Sunday.`;
    const item = await read(
      `<html><head><title>Mill</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Mill', articleBody: body, datePublished: '2024-05-06' })}</script></head><body><div id="app"></div></body></html>`,
    );
    expect(item.text).toBe(body.replaceAll(/ +\n/g, '\n'));
    expect(item.publishedAt).toBe('2024-05-06T00:00:00Z');
  });

  test('a page of loose text and one without any', async () => {
    expect(
      (
        await read(
          '<html><body><h1>Notice</h1><div>The office is closed today because of the storm.</div></body></html>',
        )
      ).text,
    ).toContain('closed today');
    const { items, rejected } = await readAll(webPageSource, fileOf('page.html', '<html><body></body></html>'));
    expect(items).toEqual([]);
    expect(rejected[0]?.reason).toContain('no article');
  });

  test.each([
    ['<meta property="article:published_time" content="2024-01-02T03:04:05Z">', undefined, '2024-01-02T03:04:05Z'],
    ['<meta name="date" content="2 janvier 2024">', undefined, '2024-01-02T00:00:00Z'],
    ['', 'https://a.example/2024/01/02/x', '2024-01-02T00:00:00Z'],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","datePublished":"2024-01-02"}]}</script>',
      undefined,
      '2024-01-02T00:00:00Z',
    ],
    [
      '<script type="application/ld+json">{broken</script><meta itemprop="datePublished" content="2024-01-02">',
      undefined,
      '2024-01-02T00:00:00Z',
    ],
  ])('the date of %s', async (head, address, instant) => {
    expect(
      (await read(`<html><head><title>t</title>${head}</head><body><p>x</p></body></html>`, address)).publishedAt,
    ).toBe(instant);
  });
});

describe('a page of a press aggregator', () => {
  test('the ticker, the flag message and the lists are no text; source, date and original are read', async () => {
    const item = await read(await page('aggregator.html'), 'https://kiosque.example/gazette/12');
    expect(item).toMatchObject({
      title: 'Harbour museum opens a new wing with four rooms of maps',
      publishedAt: '2017-10-04T00:00:00Z',
      author: { name: 'La Gazette de Lune' },
      forwardedFrom: 'La Gazette de Lune',
      media: [{ type: 'image', url: 'https://kiosque.example/img/12.jpg' }],
      lang: 'fr',
    });
    expect(item.links).toContain('http://gazette.example/articles/1');
    expect(item.text).toMatch(/^The museum is a place for boats[\s\S]*she suggested\.$/);
    for (const furniture of ['foire', 'Météo', 'signalé', 'Publié', 'Cliquez', 'similaires', 'Kiosque'])
      expect(item.text).not.toContain(furniture);
  });

  test.each([
    ['Published in The Harbour Post on 4 October 2017', 'The Harbour Post'],
    ['Publicado en El Faro el 04 - 10 - 2017', 'El Faro'],
    ['Gepubliceerd in De Haven op 4 oktober 2017', 'De Haven'],
    ['نشر في المنارة يوم 04 - 10 - 2017', 'المنارة'],
  ])('%s', async (notice, publication) => {
    const item = await read(
      `<html><body><h2>Title</h2><div>${notice}</div><div>${'<p>Words of the article, one after another, in a long row.</p>'.repeat(6)}</div></body></html>`,
    );
    expect(item).toMatchObject({ forwardedFrom: publication, publishedAt: '2017-10-04T00:00:00Z', title: 'Title' });
  });
});

const contextOf = (body: string, status = 200): SourceContext => ({
  now: () => Date.parse('2026-03-01T12:00:00Z'),
  signal: new AbortController().signal,
  log: () => undefined,
  secret: () => undefined,
  http: onlyGet(async ({ url }) =>
    Promise.resolve({ status, url, headers: { etag: '"1"' }, body: new TextEncoder().encode(body) }),
  ),
});
const html = (words: string) =>
  `<html><head><title>T</title></head><body><article><p>${words}</p></article></body></html>`;

describe('a watched page', () => {
  test('gives the article once, then its edits', async () => {
    const config = webPageConfigSchema.parse({ url: 'https://a.example/x' });
    const poll = async (context: SourceContext, cursor?: Parameters<NonNullable<typeof webPageSource.open>>[1]) => {
      const next = await webPageSource.open?.(config, cursor, context)[Symbol.asyncIterator]().next();
      if (next === undefined || next.done === true) throw new Error('it ended');
      return next.value;
    };
    const first = await poll(contextOf(html('The gate is open.')));
    const same = await poll(contextOf(html('The gate is open.')), first.cursor);
    const unchanged = await poll(contextOf('', 304), same.cursor);
    const edited = await poll(contextOf(html('The gate is shut.')), unchanged.cursor);
    expect(
      [first, same, unchanged, edited].map(({ items }) => items.map(({ text, editedAt }) => [text, editedAt])),
    ).toEqual([[['The gate is open.', undefined]], [], [], [['The gate is shut.', '2026-03-01T12:00:00.000Z']]]);
    expect(edited.items[0]?.id).toBe(first.items[0]?.id);
  });
});

describe('any page', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<html>',
      '<head>',
      '<body>',
      '<p>',
      '</p>',
      '<div class="share">',
      '</div>',
      '<article>',
      '<script type="application/ld+json">',
      '{"@type":"Article","articleBody":"',
      '"}',
      '</script>',
      '<table><tr><td>',
      '<meta property="og:title" content="',
      '">',
      '<a href="javascript:x">',
      '<img src=x onerror=y>',
      'Publié dans X le 1 - 2 - 2003',
      '<h1>',
      '<noscript>',
      '<svg>',
      '<!--',
    ),
    fc.string({ maxLength: 40 }),
  );
  test('gives one valid Item or one named rejection', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        const { items, rejected } = await readAll(webPageSource, fileOf('a.html', pieces.join('')));
        expect(items.length + rejected.length).toBe(1);
        for (const item of items) expect(itemSchema.parse(item).html ?? '').not.toMatch(/<script|onerror|javascript:/i);
      }),
      { numRuns: 150 },
    );
  });

  test('100,000 elements inside one another', async () => {
    expect((await read(`<html><body>${'<div>'.repeat(100_000)}<p>The words are still found.</p>`)).text).toBe(
      'The words are still found.',
    );
  });
});
