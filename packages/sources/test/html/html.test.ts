import * as fc from 'fast-check';
import { Parser } from 'htmlparser2';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { longestAddress, resolveAddress, schemeOf, withoutCredentials } from '../../src/html/address.js';
import { decodeText } from '../../src/html/charset.js';
import { limitDepth, maxHtmlDepth } from '../../src/html/limit-depth.js';
import { sanitizeHtml } from '../../src/html/sanitize.js';
import { readHtml } from '../../src/html/to-text.js';

const base = 'https://e.example/a/b';

/** The attributes that would run something, as a parser sees them. */
function runningParts(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onattribute(name, value) {
      const running =
        /^on|^style$|^srcdoc$|^formaction$/.test(name) || /^\s*(?:javascript|data|vbscript):/i.test(value);
      if (running && !['title', 'alt', 'class', 'lang', 'dir'].includes(name)) found.push(`${name}=${value}`);
    },
  });
  parser.end(html);
  return found;
}

test.each([',', ' ', 'a', 'a,', '1w '])('a list of pictures made of %j alone holds nobody up', (part) => {
  const started = performance.now();
  for (const length of [16_000, 300_000]) {
    const pictures = `<img srcset="${part.repeat(length / part.length)}" alt="x">`;
    expect(sanitizeHtml(pictures.repeat(5), 'https://e.example/')).toContain('alt="x"');
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});

describe('sanitised HTML', () => {
  test.each([
    ['safe<script>x()</script>', 'safe'],
    ['safe<script src=x>', 'safe'],
    ['<style>p{}</style>safe', 'safe'],
    ['<p onclick="x" onmouseover=y>safe</p>', '<p>safe</p>'],
    ['<p style="expression(x)">safe</p>', '<p>safe</p>'],
    ['<a href="javascript:x">safe</a>', '<a>safe</a>'],
    ['<a href=" java&#10;script:x">safe</a>', '<a>safe</a>'],
    ['<a href="&#106;avascript:x">safe</a>', '<a>safe</a>'],
    ['<a href="\u0001javascript:x">safe</a>', '<a>safe</a>'],
    ['<a href="data:text/html,x">safe</a>', '<a>safe</a>'],
    ['<img src="data:image/svg+xml,x">', '<img />'],
    ['<iframe src="https://x.example/">safe</iframe> <b>text</b>', 'safe <b>text</b>'],
    ['<iframe>safe', 'safe'],
    ['<object data="x">gone</object>safe', 'gonesafe'],
    ['<svg><a href="x">gone</a></svg>safe', 'safe'],
    ['<math><mi>x</mi></math>safe', 'xsafe'],
    ['<form action="/x"><input name="a">safe<button>go</button></form>', 'safego'],
    ['<meta http-equiv="refresh" content="0;url=javascript:x">safe', 'safe'],
    ['<link rel="stylesheet" href="x">safe', 'safe'],
    ['<base href="https://evil.example/">safe <a href="c">d</a>', 'safe <a href="https://e.example/a/c">d</a>'],
    ['<blink>safe</blink>', 'safe'],
    ['<!-- gone --><!--[if IE]><script>x</script><![endif]-->safe', 'safe'],
    ['sa<!-- -- open >fe<script>x</script>', 'safe'],
    ['safe<!--', 'safe'],
    ['a<!-- b --> c <!-- d > e', 'a c  e'],
    ['<plaintext>safe <b>text</b>', 'safe <b>text</b>'],
    ['<scr<iframe>ipt>x</script>', ''],
    [
      '<img src="/i.png" srcset="/i.png 1x, javascript:x 2x, //c.example/j.png 3x">',
      '<img src="https://e.example/i.png" srcset="https://e.example/i.png 1x, https://c.example/j.png 3x" />',
    ],
    ["<!' <a href='c'>d</a>", '&lt;!\' <a href="https://e.example/a/c">d</a>'],
    ['<![CDATA[a <b>b</b>]]>', 'a <b>b</b>'],
    ['1 < 2 &amp; 3 &gt; 2 &copy;', '1 &lt; 2 &amp; 3 &gt; 2 ©'],
  ])('%s', (dirty, clean) => {
    expect(sanitizeHtml(dirty, base)).toBe(clean);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '<p ',
      '<a href="',
      '<img src=',
      'javascript:x',
      '" onerror="x',
      '>',
      '<script>',
      '</script>',
      '<svg>',
      '<style>',
      '<!--',
      '-->',
      '<iframe>',
      '<math><mtext>',
      '<table>',
      '<title>',
      '<noscript><p title="</noscript>',
      '&lt;script&gt;',
      '&#x3c;',
      '<![CDATA[',
      ']]>',
      '\u0000',
      "'",
      '"',
      '<textarea>',
      '<select><option>',
      '<template>',
      '<xmp>',
      ' style="',
      ' srcset="a b, c',
    ),
    fc.string({ maxLength: 8 }),
  );
  test('nothing that runs comes through, and a second pass changes nothing', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const clean = sanitizeHtml(pieces.join(''), base);
        expect(clean).not.toMatch(/<(?:script|style|iframe|svg|math|object|form|noscript|template|textarea|xmp)/i);
        expect(runningParts(clean)).toEqual([]);
        expect(sanitizeHtml(clean, base)).toBe(clean);
      }),
      { numRuns: 400 },
    );
  });
});

describe('text of HTML', () => {
  test.each([
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<ul><li>a</li><li>b</li></ul>c', 'a\nb\n\nc'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['a\n  b\t c', 'a b c'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['&amp;amp; &lt;b&gt; &nbsp;x', '&amp; <b> \u00A0x'],
    ['<b>a</b><i>b</i> <u>c</u>', 'ab c'],
    ['a<script>b</script>c', 'ac'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['', ''],
  ])('%j', (html, text) => {
    expect(readHtml(html).text).toBe(text);
  });

  test('links, pictures and players are listed once', () => {
    const read = readHtml(
      '<a href="https://a.example/">x</a><a href="https://a.example/">y</a><img src="https://a.example/i" alt=" A "><video><source src="https://a.example/v" type="video/mp4"></video>',
    );
    expect(read.links).toEqual(['https://a.example/']);
    expect(read.media).toEqual([
      { type: 'image', url: 'https://a.example/i', alt: 'A' },
      { type: 'video/mp4', url: 'https://a.example/v' },
    ]);
  });
});

describe('depth', () => {
  test('tags below the limit go, text stays, and it is fast', () => {
    const deep = `${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}`;
    const flat = limitDepth(deep);
    expect(flat.match(/<div>/g)).toHaveLength(maxHtmlDepth);
    expect(readHtml(flat).text).toBe('x');
    expect(limitDepth('<p>a</p>')).toBe('<p>a</p>');
  });
});

describe('addresses', () => {
  test.each([
    ['c', 'https://e.example/a/c'],
    ['../c', 'https://e.example/c'],
    ['//x.example/c', 'https://x.example/c'],
    ['?q', 'https://e.example/a/b?q'],
    [' https://X.example ', 'https://X.example'],
    ['mailto:a@e.example', 'mailto:a@e.example'],
    ['javascript:x', undefined],
    ['JAVA\tSCRIPT:x', undefined],
    ['file:///x', undefined],
    ['data:,x', undefined],
    ['http://[', undefined],
    ['tel:+321234', 'tel:+321234'],
    ['feed:https://x.example/rss', 'https://x.example/rss'],
    ['feed://x.example/rss', 'http://x.example/rss'],
    ['feed:javascript:x', undefined],
    ['FEED:feed:javascript:x', undefined],
    ['feed:data:text/html,x', undefined],
    ['view-source:javascript:x', undefined],
    ['view-source:https://x.example', undefined],
    ['jar:https://x.example!/', undefined],
    ['blob:https://x.example/1', undefined],
    ['filesystem:https://x.example/1', undefined],
    ['intent://x.example#Intent;end', undefined],
    ['ms-word:ofe|u|https://x.example', undefined],
    ['vbscript:x', undefined],
    ['about:blank', undefined],
    ['ftp://x.example/', undefined],
  ])('%j', (address, absolute) => {
    expect(resolveAddress(address, base)).toBe(absolute);
  });

  test('a relative address without a base, and a link as medium', () => {
    expect(resolveAddress('c', undefined)).toBeUndefined();
    expect(resolveAddress('//x.example/c', undefined)).toBe('https://x.example/c');
    expect(resolveAddress('mailto:a@e.example', base, 'media')).toBeUndefined();
    expect(schemeOf('/a:b')).toBeUndefined();
  });

  test('one that is longer than any browser asks for is left out', () => {
    const long = `https://e.example/${'a'.repeat(longestAddress)}`;
    expect(resolveAddress(long, base)).toBeUndefined();
    expect(resolveAddress(long, base, 'media')).toBeUndefined();
    expect(resolveAddress('a'.repeat(longestAddress - 1), base)).toBeUndefined();
    expect(resolveAddress('é'.repeat(longestAddress / 2), base)).toBeUndefined();
    expect(resolveAddress('a'.repeat(2000), base)).toHaveLength(2020);
  });

  test.each([
    ['https://me:secret@e.example/feed', 'https://e.example/feed'],
    ['https://me@e.example/feed', 'https://e.example/feed'],
    ['https://:secret@e.example/feed', 'https://e.example/feed'],
    ['http:me:se@cret@e.example', 'http://e.example/'],
    ['wss://me:secret@e.example/', 'wss://e.example/'],
    ['https://me:secret@e.example:port/', 'https://e.example:port/'],
    ['https://e.example/@someone', 'https://e.example/@someone'],
    ['mailto:a@e.example', 'mailto:a@e.example'],
  ])('shown without its password: %s', (address, shown) => {
    expect(withoutCredentials(address)).toBe(shown);
  });
});

const xml = (charset: string, words: string) => `<?xml version="1.0" encoding="${charset}"?><a>${words}</a>`;
const read = (bytes: Uint8Array, contentType?: string) => decodeText(bytes, { format: 'xml', contentType }).text;

describe('charsets', () => {
  test.each([
    ['utf-8', 'déjà ⴰⵣⵓⵍ'],
    ['iso-8859-1', 'déjà “vu”'],
    ['windows-1251', 'привет'],
    ['windows-1256', 'مرحبا'],
    ['koi8-r', 'привет'],
    ['shift_jis', 'こんにちは'],
    ['euc-jp', 'こんにちは'],
    ['euc-kr', '안녕하세요'],
    ['gb2312', '你好'],
    ['big5', '你好'],
    ['iso-8859-15', '5 €'],
    ['ibm850', 'café'],
  ])('declared %s', (charset, words) => {
    const text = xml(charset, words);
    expect(read(iconv.encode(text, charset === 'iso-8859-1' ? 'win1252' : charset))).toBe(text);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'a mark of %s wins over the declaration',
    (charset) => {
      const text = xml('iso-8859-1', 'déjà');
      expect(read(iconv.encode(text, charset, { addBOM: true }))).toBe(text);
    },
  );

  test('two-byte charsets without a mark', () => {
    const text = xml('utf-16', 'déjà');
    expect(read(iconv.encode(text, 'utf-16le', { addBOM: false }))).toBe(text);
    expect(read(iconv.encode(text, 'utf-16be', { addBOM: false }))).toBe(text);
  });

  test('the header wins over the declaration; a wrong or unknown one is passed over', () => {
    const text = xml('utf-8', 'привет');
    expect(read(iconv.encode(text, 'windows-1251'), 'text/xml; charset=windows-1251')).toBe(text);
    expect(read(iconv.encode(text, 'utf-8'), 'text/xml; charset=us-ascii')).toBe(text);
    const unknown = xml('x-nonsense', 'déjà');
    expect(read(iconv.encode(unknown, 'utf-8'))).toBe(unknown);
    const wide = xml('utf-16', 'déjà');
    expect(read(iconv.encode(wide, 'utf-8'))).toBe(wide);
  });

  test('says UTF-8, is Latin-1: the accents are read; a single bad byte in UTF-8 does not spoil the rest', () => {
    expect(read(iconv.encode(xml('utf-8', 'déjà vu'), 'latin1'))).toContain('déjà vu');
    const bytes = Buffer.concat([Buffer.from(xml('utf-8', 'déjà vu, été à côté')), Buffer.from([0xff])]);
    expect(decodeText(bytes, { format: 'xml' })).toMatchObject({
      damaged: true,
      text: expect.stringContaining('été à côté'),
    });
  });

  test('a page names it in its head', () => {
    const page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head>مرحبا';
    expect(decodeText(iconv.encode(page, 'windows-1256'), { format: 'html' }).text).toBe(page);
  });

  test('the names that Python has for the charsets of old Macs', () => {
    const text = xml('mac_latin2', 'Příbor Łódź');
    expect(read(iconv.encode(text, 'maccenteuro'))).toBe(text);
  });

  test('EBCDIC', () => {
    // <?xml version="1.0" encoding="ibm037"?> <a>HELLO</a> in IBM 037
    const hex = '4c6fa7949340a58599a28996957e7ff14bf07f40859583968489957e7f898294f0f3f77f6f6e4c816ec8c5d3d3d64c61816e';
    expect(decodeText(Buffer.from(hex, 'hex'), { format: 'xml' }).text).toMatch(/<a>HELLO<\/a>$/);
  });

  test('any bytes give text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof read(bytes)).toBe('string');
      }),
    );
  });
});
