import * as fc from 'fast-check';
import { itemSchema } from '@vedette/contract';
import { describe, expect, test } from 'vitest';
import { feedSource } from '../../src/feed/index.js';
import { fileOf, readAll } from './reading.js';

const rss = (item: string) =>
  `<rss version="2.0"><channel><title>t</title><link>https://e.example/</link><item><guid>0</guid><title>first</title></item><item><guid>1</guid>${item}</item><item><guid>2</guid><title>last</title></item></channel></rss>`;

async function read(content: string | Uint8Array, name = 'feed.xml') {
  return readAll(feedSource, fileOf(name, content));
}

describe('entities', () => {
  test('short declared ones are read; nested, long and external ones stay as they are written', async () => {
    const { items } = await read(
      `<!DOCTYPE rss [<!ENTITY house "Vedette"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///nonexistent"><!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;<!ENTITY long "${'x'.repeat(5000)}">]>${rss('<title>&house; &b; &x; &long; &nbsp;&copy;</title>')}`,
    );
    expect(items[1]?.title).toBe('Vedette &b; &x; &long; \u00A0©');
  });

  test('a short one used very often stops growing', async () => {
    const { items } = await read(
      `<!DOCTYPE rss [<!ENTITY b "${'y'.repeat(1000)}">]>${rss(`<description>${'&b;'.repeat(5000)}</description>`)}`,
    );
    expect(items[1]?.text.length).toBeLessThan(250_000);
  });
});

describe('broken documents', () => {
  test('cut off in an entry: the others are read, the damage is named', async () => {
    const { items, rejected } = await read(
      '<rss><channel><item><guid>1</guid><title>whole</title></item><item><guid>2</guid><title>half a ti',
    );
    expect(items.map(({ title }) => title)).toEqual(['whole', 'half a ti']);
    expect(rejected).toEqual([
      expect.objectContaining({
        where: 'feed.xml: entry 2',
        reason: expect.stringContaining('ends inside this entry'),
      }),
    ]);
  });

  test.each([
    ['words in front', 'Warning: something in line 3\n<?xml version="1.0"?>'],
    ['blank lines in front', '\n\n  '],
    ['a mark in front', '\uFEFF'],
  ])('%s', async (_, front) => {
    const { items } = await read(front + rss('<title>ok</title>'));
    expect(items).toHaveLength(3);
  });

  test('undeclared prefixes, upper case, a forgotten end tag, bare ampersands, forbidden characters', async () => {
    const { items } = await read(
      '<RSS><CHANNEL><ITEM><TITLE>A & B\u0007</TITLE><dc:creator>Jo</dc:creator><content:encoded><![CDATA[<p>c]]></content:encoded><ITEM><TITLE>next</TITLE></CHANNEL></RSS>',
    );
    expect(items).toMatchObject([{ title: 'A & B', author: { name: 'Jo' }, text: 'c' }, { title: 'next' }]);
  });

  test('a web page, an empty file and something else are named', async () => {
    const page = await read(
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>',
    );
    expect(page.rejected[0]?.reason).toBe('a web page, not a feed; read the feed that it points to: /feed.xml');
    expect((await read('')).rejected[0]?.reason).toBe('the file is empty');
    expect((await read('hello')).rejected[0]?.reason).toContain('not a feed');
  });

  test('a JSON feed that breaks off gives its whole items', async () => {
    const { items, rejected } = await read(
      '{"version":"https://jsonfeed.org/version/1","title":"J","items":[{"id":"1","content_text":"a } ] \\" b"},{"id":"2","cont',
      'f.json',
    );
    expect(items.map(({ nativeId, text }) => [nativeId, text])).toEqual([['1', 'a } ] " b']]);
    expect(rejected).toHaveLength(1);
  });
});

describe('size and depth', () => {
  test('an entry of 9 million characters is refused by name, the others are read', async () => {
    const { items, rejected } = await read(
      rss(`<title>huge</title><description>${'lorem ipsum '.repeat(750_000)}</description>`),
    );
    expect(items.map(({ nativeId }) => nativeId)).toEqual(['0', '2']);
    expect(rejected).toEqual([
      { where: 'feed.xml: entry 2', reason: 'longer than 8 million characters', sample: 'huge' },
    ]);
  });

  test.each([
    ['naked, closed', `<description>${'<b>'.repeat(100_000)}x${'</b>'.repeat(100_000)}</description>`],
    ['naked, open', `<description>${'<b>'.repeat(100_000)}x</description>`],
    ['in CDATA', `<description><![CDATA[${'<div>'.repeat(100_000)}x]]></description>`],
    ['with tags in attributes', `<description><![CDATA[${'<i title="</i>">'.repeat(100_000)}x]]></description>`],
  ])('100,000 elements inside one another, %s', async (_, description) => {
    const { items, rejected } = await read(rss(description));
    expect(items.map(({ nativeId }) => nativeId)).toEqual(['0', '1', '2']);
    expect(items[1]?.text).toBe('x');
    // an entry that came through is no rejection
    expect(rejected).toEqual([]);
  });

  test('100,000 elements of XHTML inside one another keep their text and are no rejection', async () => {
    const div = '<div xmlns="http://www.w3.org/1999/xhtml">';
    const { items, rejected } = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>a</id><content type="xhtml">${div}${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}</div></content></entry><entry><id>b</id></entry></feed>`,
    );
    expect(items.map(({ nativeId, text }) => [nativeId, text])).toEqual([['a', 'x'], ['b', '']]); // prettier-ignore
    expect(rejected).toEqual([]);
  });

  test('an entry behind 100,000 elements that nobody closed is read', async () => {
    const { items } = await read(`<rss><channel><item><guid>0</guid><b>${'<b>'.repeat(100_000)}<item><guid>1</guid>`);
    expect(items.map(({ nativeId }) => nativeId)).toEqual(['0', '1']);
  });

  test('an entry that is itself nested too deep is named', async () => {
    const { items, rejected } = await read(
      `<rss><channel><item><guid>0</guid></item>${'<b>'.repeat(300)}<item><guid>1</guid></item>${'</b>'.repeat(300)}</channel></rss>`,
    );
    expect(items.map(({ nativeId }) => nativeId)).toEqual(['0']);
    expect(rejected.map(({ reason }) => reason)).toEqual(['an entry nested deeper than 256 levels is not read']);
  });

  test('an entry of a JSON feed that nests a million deep is refused by name, the others are read', async () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    const { items, rejected } = await read(
      `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"},{"id":"2","title":"deep","_x":${deep}},{"id":"3"}]}`,
      'f.json',
    );
    expect(items.map(({ nativeId }) => nativeId)).toEqual(['1', '3']);
    expect(rejected).toEqual([{ where: 'f.json: entry 2', reason: 'nested deeper than 256 levels', sample: 'deep' }]);
  });
});

describe('addresses and markup', () => {
  test('script, handlers, frames and schemes that run go; what was text stays', async () => {
    const { items } = await read(
      rss(
        `<link>javascript:alert(1)</link><enclosure url="data:text/html,x" type="text/html"/><description><![CDATA[safe <script>a</script><img src=x onerror=b><a href="java\nscript:c">go</a><a href="vbscript:d">d</a><iframe src="https://e.example/f"></iframe><svg><script>e</script></svg><form action="/g"><input name=h></form><p style="background:url(javascript:i)">end</p>]]></description>`,
      ),
    );
    expect(items[1]).not.toHaveProperty('url');
    expect(items[1]?.html).toBe('safe <img src="https://e.example/x" /><a>go</a><a>d</a><p>end</p>');
    expect(items[1]?.media).toEqual([{ type: 'image', url: 'https://e.example/x' }]);
  });

  test('an address of a megabyte is left out, its entry stays', async () => {
    const long = `https://e.example/${'a'.repeat(1_000_000)}`;
    const { items, rejected } = await read(
      rss(
        `<link>${long}</link><enclosure url="${long}" type="audio/mpeg"/><description><![CDATA[<a href="${long}">go</a><img src="${long}">]]></description>`,
      ),
    );
    expect(rejected).toEqual([]);
    expect(items[1]).toMatchObject({ nativeId: '1', text: 'go', html: '<a>go</a><img />' });
    for (const name of ['url', 'links', 'media']) expect(items[1]).not.toHaveProperty(name);
  });

  test('an address may not hide another scheme behind the one of feeds', async () => {
    const { items } = await read(
      rss(
        '<link>feed:javascript:a</link><comments>view-source:javascript:b</comments><description><![CDATA[<a href="feed:javascript:c">x</a><a href="feed:https://e.example/f">y</a><a href="mailto:a@e.example">z</a>]]></description>',
      ),
    );
    expect(items[1]).not.toHaveProperty('url');
    expect(items[1]?.links).toEqual(['https://e.example/f', 'mailto:a@e.example']);
  });

  test("the feed's own address is judged like any other", async () => {
    const { items } = await read(
      '{"version":"https://jsonfeed.org/version/1","home_page_url":"javascript:x","items":[{"id":"1"}]}',
      'f.json',
    );
    expect(items[0]?.source).not.toHaveProperty('url');
  });

  test('a title is plain text, never markup', async () => {
    const { items } = await read(rss('<title>&lt;img src=x onerror=alert(1)&gt;Tea &amp;amp; cake</title>'));
    expect(items[1]?.title).toBe('Tea & cake');
  });

  test('directional marks and joiners stay where they are', async () => {
    const { items } = await read(rss('<title>a\u202Eb\u2066c\u200Bd\u00ADe</title>'));
    expect(items[1]?.title).toBe('a\u202Eb\u2066c\u200Bd\u00ADe');
  });
});

describe('any input', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<entry>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<title>',
      '</title>',
      '<description><![CDATA[',
      ']]>',
      '<content type="xhtml">',
      '<div>',
      '<p onclick="x">',
      '<!--',
      '-->',
      '<?xml encoding="utf-16"?>',
      '<!DOCTYPE a [',
      ']>',
      '<!ENTITY a "b">',
      '&a;',
      '&amp;',
      '&#0;',
      '&#xD800;',
      '<link href="',
      '">',
      'xml:base="../',
      '<pubDate>',
      '{"version":"https://jsonfeed.org/version/1","items":[',
      '{"id":1},',
      '\u0000',
      '\uD800',
    ),
    fc.string({ maxLength: 20 }),
  );

  test('gives valid Items or named rejections', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.constantFrom('a.xml', 'a.json'), async (pieces, name) => {
        const { items, rejected } = await read(pieces.join(''), name);
        for (const item of items) {
          itemSchema.parse(item);
          expect(item.html ?? '').not.toMatch(/<script|onclick|javascript:/i);
          expect(JSON.stringify(item)).not.toContain('\\u0000');
        }
        for (const one of rejected) expect(one.reason).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test('of bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const { items, rejected } = await read(bytes);
        expect(items.length + rejected.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
