import { describe, expect, test } from 'vitest';
import type { Item } from '@vedette/contract';
import { feedSource } from '../../src/feed/index.js';
import { fileOf, readAll } from './reading.js';

async function read(content: string, name = 'feed.xml'): Promise<Item | undefined> {
  const { items, rejected } = await readAll(feedSource, fileOf(name, content));
  expect(rejected).toEqual([]);
  return items[0];
}

const namespaces =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:l="http://purl.org/rss/1.0/modules/link/"';
const rss = (item: string, attributes = '') =>
  `<rss version="2.0" ${namespaces} ${attributes}><channel><item>${item}</item></channel></rss>`;
const atom = (entry: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${entry}</entry></feed>`;

const detect = (content: string) => feedSource.detect?.(fileOf('feed.json', content));

describe('which link is the page', () => {
  test('an address written as text keeps its relation', async () => {
    const item = await read(
      atom('<link rel="alternate">https://h.example/page</link><link rel="enclosure">https://h.example/a.mp3</link>'),
    );
    expect(item).toMatchObject({
      url: 'https://h.example/page',
      media: [{ type: 'audio', url: 'https://h.example/a.mp3' }],
    });
  });

  test('a link of the RSS link module with a relation of its own is a further link', async () => {
    const item = await read(
      rss('<link>https://h.example/1</link><l:link l:rel="urn:permalink" rdf:resource="https://h.example/1#top"/>'),
    );
    expect(item).toMatchObject({ url: 'https://h.example/1', links: ['https://h.example/1#top'] });
  });

  test('CDF resolves against the BASE of its channel', async () => {
    const item = await read(
      '<CHANNEL BASE="https://h.example/" HREF="https://www.example/"><ITEM HREF="tides/1"><TITLE>Tides</TITLE></ITEM></CHANNEL>',
    );
    expect(item).toMatchObject({ url: 'https://h.example/tides/1', title: 'Tides' });
  });
});

describe('which text is the fuller one', () => {
  const teaser = 'Ferry late';
  const story = 'The ferry left an hour late because of the tide';
  test.each([
    `<summary>${teaser}</summary><description>${story}</description>`,
    `<description>${story}</description><summary>${teaser}</summary>`,
    `<description>${teaser}</description><summary>${story}</summary>`,
  ])('%s', async (texts) => {
    expect(await read(rss(texts))).toMatchObject({ text: story });
  });

  test('content wins over both, however short', async () => {
    expect(await read(atom(`<summary>${story}</summary><content>${teaser}</content>`))).toMatchObject({ text: teaser });
  });
});

describe('which language counts', () => {
  test.each([
    ['of the entry, inside a feed in another', '<description>x</description><dc:language>nl</dc:language>', 'nl'],
    [
      'of the text, inside an entry in another',
      '<description xml:lang="es">x</description><dc:language>nl</dc:language>',
      'es',
    ],
    ['of the title, where there is no text', '<title xml:lang="it">x</title>', 'it'],
    ['of the feed, where nothing nearer says one', '<title>x</title>', 'fr'],
  ])('%s', async (_, parts, lang) => {
    expect(await read(rss(parts, 'xml:lang="fr"'))).toMatchObject({ lang });
  });
});

describe('who wrote it', () => {
  test.each([
    ['~kate@h.example (Kate)', { id: '~kate@h.example', name: 'Kate' }],
    ["o'neill@h.example", { id: "o'neill@h.example" }],
    ['mailto:Kate%20F%20%3Ckate%40h.example%3E?subject=tides', { id: 'kate@h.example', name: 'Kate F' }],
    ['mailto:100%', { name: '100%' }],
  ])('%s', async (text, author) => {
    expect((await read(rss(`<author>${text}</author>`)))?.author).toEqual(author);
  });

  test('a person described in FOAF', async () => {
    const person =
      '<dc:creator><foaf:Person foaf:name="Kate"><foaf:homepage rdf:resource="https://kate.example/"/></foaf:Person></dc:creator>';
    expect((await read(rss(person)))?.author).toEqual({ id: 'https://kate.example/', name: 'Kate' });
  });

  test('JSON Feed gives mail addresses as mailto', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1',
      author: { url: 'mailto:kate@h.example?subject=x' },
      items: [{ id: '1' }],
    };
    expect((await read(JSON.stringify(feed), 'feed.json'))?.author).toEqual({ id: 'kate@h.example' });
  });
});

describe('characters', () => {
  test('controls that a windows-1252 program meant as quotes and dashes', async () => {
    expect(
      await read(rss('<title>don\u0092t \u0096 5 \u0080</title><description>don&#146;t</description>')),
    ).toMatchObject({
      title: 'don’t – 5 €',
      text: 'don’t',
    });
  });

  test('names of XHTML, unknown names, and a backslash in a declared one', async () => {
    const item = await read(
      `<!DOCTYPE rss [<!ENTITY path "C:\\1\\new">]>${rss('<title>&lang;&nosuch;&rang;</title><guid isPermaLink="false">&path;</guid>')}`,
    );
    expect(item).toMatchObject({ title: '\u2329&nosuch;\u232A', nativeId: 'C:\\1\\new' });
  });

  test('a last end tag without its last character', async () => {
    expect(await read(rss('<title>a</title>').slice(0, -1))).toMatchObject({ title: 'a' });
  });
});

describe('pictures', () => {
  test('the old iTunes link to one', async () => {
    const item = await read(rss('<itunes:link rel="image" href="https://h.example/cover.jpg"/>'));
    expect(item?.media).toEqual([{ type: 'image', url: 'https://h.example/cover.jpg' }]);
  });
});

describe('JSON Feed as programs write it', () => {
  test.each([
    ['true', 'true'],
    ['12', '12'],
    ['NaN', 'NaN'],
    ['-Infinity', '-Infinity'],
    ['"NaN \\" Infinity"', 'NaN " Infinity'],
  ])('an id of %s', async (id, nativeId) => {
    expect(
      await read(`{"items": [{"id": ${id}, "title": "Infinity", "image": null}], "x": NaN}`, 'feed.json'),
    ).toMatchObject({
      nativeId,
      title: 'Infinity',
    });
  });

  test('a string that never ends is looked through once', async () => {
    const content = `{"items": [{"id": NaN, "content_text": "${'\\"'.repeat(300_000)}`;
    const { items, rejected } = await readAll(feedSource, fileOf('feed.json', content));
    expect(items).toEqual([]);
    expect(rejected[0]?.reason).toMatch(/^not whole JSON/);
  });

  test('it is recognised without its version only where every name is its own', () => {
    expect(detect('{"items": [{"title": "a", "_note": 1}], "_x": 1}')).toBeGreaterThan(0);
    expect(detect('{"items": [{"title": "a", "price": 1}]}')).toBe(0);
    expect(detect('{"items": [{"title": "a"}], "kind": "list"}')).toBe(0);
    expect(detect('{"items": []}')).toBe(0);
    expect(detect('{"items": [{"title": "a"')).toBe(0);
  });
});
