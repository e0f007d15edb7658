import { itemSchema } from '@vedette/contract';
import { describe, expect, test } from 'vitest';
import { feedSource } from '../../src/feed/index.js';
import { fileOf, fixture, readAll } from './reading.js';

async function read(content: string | Uint8Array, name = 'feed.xml') {
  const { items, rejected } = await readAll(feedSource, fileOf(name, content));
  expect(rejected).toEqual([]);
  for (const item of items) itemSchema.parse(item);
  return items;
}

const rss = (item: string, channel = '') =>
  `<rss version="2.0"><channel><title>Harbour news</title><link>https://harbour.example/</link>${channel}<item>${item}</item></channel></rss>`;

describe('one Item for each entry, whatever the format', () => {
  test('RSS 2.0', async () => {
    const [item] = await read(
      rss(
        '<guid isPermaLink="false">n1</guid><title>Ferry &amp;amp; tide</title><link>/a</link><pubDate>Thu, 01 Jan 04 19:48:21 GMT</pubDate><author>kate@harbour.example (Kate F)</author><description>One &lt;b&gt;bold&lt;/b&gt; word</description><enclosure url="a.mp3" type="audio/mpeg" length="1"/>',
      ),
    );
    expect(item).toMatchObject({
      source: { kind: 'feed', id: 'https://harbour.example/', title: 'Harbour news', file: 'feed.xml' },
      nativeId: 'n1',
      kind: 'article',
      url: 'https://harbour.example/a',
      title: 'Ferry & tide',
      text: 'One bold word',
      html: 'One <b>bold</b> word',
      author: { id: 'kate@harbour.example', name: 'Kate F' },
      publishedAt: '2004-01-01T19:48:21Z',
      media: [{ type: 'audio/mpeg', url: 'https://harbour.example/a.mp3' }],
    });
  });

  test('RDF with its items beside the channel', async () => {
    const [item] = await read(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://m.example/"><title>M</title><link>https://m.example/</link></channel><item rdf:about="https://m.example/1"><title>One</title><d:creator>Jo</d:creator><d:date>2005-02-03</d:date></item></rdf:RDF>',
    );
    expect(item).toMatchObject({
      nativeId: 'https://m.example/1',
      url: 'https://m.example/1',
      author: { name: 'Jo' },
      publishedAt: '2005-02-03T00:00:00Z',
    });
  });

  test('Atom 1.0: inherited base, language and author; updated stands in for published', async () => {
    const [item] = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://a.example/x/"><title>A</title><id>urn:a</id><author><name>Ann</name></author><entry><id>urn:1</id><title type="html">&lt;i&gt;Un&lt;/i&gt; &amp;amp; deux</title><link href="../1"/><updated>2003-12-13T18:30:02+01:00</updated><content type="xhtml" xml:base="y/"><div xmlns="http://www.w3.org/1999/xhtml"><p>Voir <a href="z">ici</a> 1 &lt; 2</p></div></content></entry></feed>',
    );
    expect(item).toMatchObject({
      title: 'Un & deux',
      url: 'https://a.example/1',
      lang: 'fr',
      author: { name: 'Ann' },
      publishedAt: '2003-12-13T17:30:02Z',
      text: 'Voir ici 1 < 2',
      html: '<p>Voir <a href="https://a.example/x/y/z">ici</a> 1 &lt; 2</p>',
      links: ['https://a.example/x/y/z'],
    });
    expect(item).not.toHaveProperty('editedAt');
  });

  test('Atom 0.3 with base64 and both dates', async () => {
    const [item] = await read(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>A</title><entry><id>1</id><issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified><content type="text/html" mode="base64">PHA+SGkgPGI+eW91PC9iPjwvcD4=</content></entry></feed>',
    );
    expect(item).toMatchObject({
      text: 'Hi you',
      html: '<p>Hi <b>you</b></p>',
      publishedAt: '2004-01-01T00:00:00Z',
      editedAt: '2004-01-02T00:00:00Z',
    });
  });

  test('JSON Feed', async () => {
    const [item] = await readAll(feedSource, await fixture('gofeed/json__version_json_11.json')).then(
      ({ items }) => items,
    );
    expect(item?.kind).toBe('article');
    const [own] = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        home_page_url: 'https://j.example/',
        language: 'nl',
        items: [
          {
            id: 7,
            url: '/7',
            content_html: '<p>a</p><script>b</script>',
            authors: [{ name: 'Bo', url: '/bo' }],
            date_published: '2020-01-02T03:04:05+02:00',
            attachments: [{ url: 'x.mp4', mime_type: 'video/mp4' }],
          },
        ],
      }),
      'feed.json',
    );
    expect(own).toMatchObject({
      nativeId: '7',
      url: 'https://j.example/7',
      text: 'a',
      html: '<p>a</p>',
      lang: 'nl',
      author: { name: 'Bo', id: 'https://j.example/bo' },
      publishedAt: '2020-01-02T01:04:05Z',
      media: [{ type: 'video/mp4', url: 'https://j.example/x.mp4' }],
    });
  });

  test('text that is no HTML keeps its lines, with and without references', async () => {
    const [plain] = await read(rss('<description>one\n  two &lt; three</description>'));
    const [coded] = await read(rss('<description>one\n  two &amp;lt; three</description>'));
    expect([plain?.text, coded?.text]).toEqual(['one\n  two < three', 'one\n  two < three']);
  });

  test('an entry without text has the text ""; one without anything still counts', async () => {
    const items = await read('<rss><channel><item><title>a</title></item><item><description/></item></channel></rss>');
    expect(items.map(({ text }) => text)).toEqual(['', '']);
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
  });
});

describe('what the established suites ask for', () => {
  test.each([
    ['gofeed/rss__issue_303_encoded_no_namespace.xml', 1],
    ['gofeed/rss__rss_channel_item_illegal_char.xml', 1],
    ['gofeed/rss__rss_channel_item_description_mixed_cdata.xml', 1],
    ['gofeed/atom__atom03_feed_entry_issued.xml', 1],
    ['gofeed/atom__atom10_feed_entry_content_xhtml_inline_markup.xml', 1],
    ['gofeed/translator__rss__feed_item_enclosures_-_rss_channel_item_enclosures.xml', 1],
    ['gofeed/rss__rdf_mixed_content.xml', 0],
    ['feedsmith/atom-10.xml', 6],
  ])('%s gives %i items', async (path, count) => {
    const { items, rejected } = await readAll(feedSource, await fixture(path));
    expect(rejected).toEqual([]);
    expect(items).toHaveLength(count);
  });

  test('every spelling of one RFC 822 date', async () => {
    const { items } = await readAll(
      feedSource,
      await fixture('w3c-feedvalidator/rss20__data-types-datetime__everything.xml'),
    );
    for (const item of items) {
      const said = /February, (\d+)th (\d{4}), (\d\d:\d\d:\d\d) GMT/.exec(item.text);
      expect([item.title, item.publishedAt]).toEqual([item.title, `${said?.[2]}-02-0${said?.[1]}T${said?.[3]}Z`]);
    }
  });
});

describe('one feed, one id', () => {
  test('the id comes from the feed and the native id, not from the path', async () => {
    const content = rss('<guid>1</guid>', '<link rel="self" href="https://harbour.example/feed.xml"/>');
    const [here] = await read(content, 'a.xml');
    const [there] = await read(content, 'b.rss');
    expect(here?.id).toBe(there?.id);
    expect(here?.source.id).toBe('https://harbour.example/feed.xml');
    const { items } = await readAll(feedSource, fileOf('c.xml', content), { baseUrl: 'https://mirror.example/f' });
    expect(items[0]?.id).toBe(here?.id);
  });

  test('two entries with one guid are both there', async () => {
    const items = await read(rss('<guid>1</guid><title>a</title></item><item><guid>1</guid><title>b</title>'));
    expect(items.map(({ title }) => title)).toEqual(['a', 'b']);
  });
});

describe('local times', () => {
  test('the zone of the caller is assumed and said', async () => {
    const file = fileOf('f.xml', rss('<pubDate>Thu, 01 Jul 2004 12:00:00</pubDate>'));
    const { items } = await readAll(feedSource, file, { zone: 'Europe/Brussels' });
    expect(items[0]).toMatchObject({ publishedAt: '2004-07-01T10:00:00Z', publishedAtAssumedZone: 'Europe/Brussels' });
  });
});
