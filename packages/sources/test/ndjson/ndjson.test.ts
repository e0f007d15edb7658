import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ndjsonSource } from '../../src/ndjson/index.js';
import { readNdjsonLines, readNdjsonTexts } from '../../src/ndjson/lines.js';
import { fileOf, fixtureOf, read } from '../read-text.js';

describe('Items', () => {
  it('pass through as they are', async () => {
    const { items, rejected } = await read(ndjsonSource, fixtureOf('ndjson/fixtures/items.ndjson'));
    expect(rejected).toEqual([]);
    expect(items[0]).toEqual({
      id: 'feed:x:1',
      source: { kind: 'feed', id: 'https://press.example/feed.xml', title: 'River Press' },
      nativeId: '1',
      kind: 'article',
      publishedAt: '2024-05-01T10:00:00Z',
      title: 'Bridge reopens',
      text: 'The old bridge reopens on Friday.',
    });
  });

  it('lose what is unsafe in their HTML, whatever they say about themselves', async () => {
    const { items } = await read(ndjsonSource, fixtureOf('ndjson/fixtures/items.ndjson'));
    expect(items[1]?.html).toBe('<p>Market</p>');
  });

  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,<b>x</b>',
    'file:///etc/hosts',
    '<b>x</b>',
  ])('lose the address %j, which nobody may follow', async (address) => {
    const fields = { url: address, links: [address, 'https://a.example/'], media: [{ type: 'image', url: address }] };
    const whole = { id: 'a', source: { kind: 'feed', id: 'x', url: address }, nativeId: '1', kind: 'post', text: 'a' };
    const lines = [
      { ...whole, ...fields },
      { text: 'b', ...fields },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    const { items } = await read(ndjsonSource, fileOf('items.ndjson', lines));
    expect(items).toHaveLength(2);
    for (const { source, url, links, media } of items) {
      expect([source.url, url, links, media]).toEqual([
        undefined,
        undefined,
        ['https://a.example/'],
        [{ type: 'image' }],
      ]);
    }
  });

  it('keep addresses of every harmless form', async () => {
    const links = ['https://a.example/x y', 'mailto:desk@a.example', 'a.example/b'];
    const { items } = await read(ndjsonSource, fileOf('x.ndjson', JSON.stringify({ text: 'a', links })));
    expect(items[0]?.links).toEqual(['https://a.example/x%20y', ...links.slice(1)]);
  });

  it('that are not valid are rejected with the field', async () => {
    const line = '{"id":"a","source":{"kind":"feed","id":"x"},"nativeId":"1","kind":"poem","text":"a"}';
    const { rejected } = await read(ndjsonSource, fileOf('items.ndjson', line));
    expect(rejected).toMatchObject([{ where: 'items.ndjson:1', reason: expect.stringContaining('kind') }]);
  });
});

describe('raw lines', () => {
  it('take their text from the path; events without one are passed over, bad lines rejected', async () => {
    const file = fixtureOf('ndjson/fixtures/events.jsonl');
    const { items, rejected } = await read(ndjsonSource, file, { textPath: 'commit.record.text' });
    expect(items.map((item) => item.text)).toEqual(['lanterns tonight', 'second', 'lanterns tonight']);
    expect(rejected.map(({ where, reason }) => `${where} ${reason}`)).toEqual([
      'events.jsonl:5 is not a JSON object',
      'events.jsonl:6 the text (commit.record.text) is no string',
      expect.stringMatching(/^events\.jsonl:7 is not JSON/u),
    ]);
  });

  it('keep their own id and what else an Item would say', async () => {
    const file = fixtureOf('ndjson/fixtures/events.jsonl');
    const { items } = await read(ndjsonSource, file, { textPath: 'commit.record.text' });
    expect(items[1]).toMatchObject({
      id: 'own-1',
      nativeId: 'own-1',
      lang: 'en',
      publishedAt: '2024-05-01T10:00:00.000Z',
    });
  });

  it('without an id get one that is the same everywhere, and different for a second identical line', async () => {
    const text = '{"text":"a"}\n{"text":"a"}\n';
    const here = await read(ndjsonSource, fileOf('x.jsonl', text));
    const there = await read(ndjsonSource, fileOf('y.jsonl', `${text}{"text":"b"}\n`));
    expect(there.items.slice(0, 2).map((item) => item.id)).toEqual(here.items.map((item) => item.id));
    expect(new Set(there.items.map((item) => item.id)).size).toBe(3);
  });

  it('know their line and whether the id is their own', async () => {
    const lines = [];
    for await (const line of readNdjsonLines(fileOf('-', '\n{"id":7,"text":"a"}\n{"text":"b"}'), {})) lines.push(line);
    expect(lines.map((line) => [line.line, 'ownId' in line ? line.ownId : 'rejected'])).toEqual([
      [2, '7'],
      [3, undefined],
    ]);
  });

  it('may be UTF-16 with its mark, or UTF-8 with one', async () => {
    const line = '\ufeff{"text":"café"}\n';
    for (const bytes of [Buffer.from(line), Buffer.from(line, 'utf16le')]) {
      const { items } = await read(ndjsonSource, fileOf('x.jsonl', bytes));
      expect(items.map((item) => item.text)).toEqual(['café']);
    }
  });

  it('that are not UTF-8 are rejected, the next is read', async () => {
    const bytes = Buffer.concat([Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d, 0x0a]), Buffer.from('{"text":"next"}\n')]);
    const { items, rejected } = await read(ndjsonSource, fileOf('x.jsonl', bytes));
    expect(items.map((item) => item.text)).toEqual(['next']);
    expect(rejected[0]?.reason).toBe('is not UTF-8');
  });
});

describe('detect', () => {
  it.each([
    ['a.jsonl', '{"x":1}\n{"x":2}', 0.6],
    ['a.txt', '{"x":1}\n{"x":2}', 0.6],
    ['a.json', '{"x":1}', 0],
    ['a.json', '{"text":"one"}', 0.6],
    ['a.json', '{\n "text": "one"\n}', 0],
    ['a.json', '[\n{"x":1},\n{"x":2}\n]', 0],
    ['a.jsonl', 'damaged\n{"x":2}\n', 0.4],
    ['-', 'damaged\n', 0.1],
    ['-', '<rss>\n', 0],
  ])('%s %j', (name, content, score) => {
    expect(ndjsonSource.detect?.(fileOf(name, content))).toBe(score);
  });
});

it('texts alone are those of the Items, in order, refused for the same reasons', async () => {
  const item = { id: 'a', source: { kind: 'feed', id: 'x' }, nativeId: '1', kind: 'post', text: 'words' };
  const line = fc.oneof(
    fc.record({ id: fc.oneof(fc.string(), fc.integer()), text: fc.string() }, { requiredKeys: ['text'] }),
    fc.record({ text: fc.oneof(fc.integer(), fc.constant(null)) }),
    fc.constantFrom(item, { ...item, kind: 'unknown' }, { ...item, text: 1 }, {}, [], 'text'),
  );
  const lines = fc
    .array(
      fc.oneof(
        line.map((value) => JSON.stringify(value)),
        fc.constantFrom('', ' \r', '{"text":', '{'),
      ),
    )
    .map((all) => all.join('\n'));
  await fc.assert(
    fc.asyncProperty(lines, async (content) => {
      const expected = [];
      for await (const one of readNdjsonLines(fileOf('lines.ndjson', content), {})) {
        if ('item' in one) expected.push({ line: one.line, text: one.item.text, ownId: one.ownId });
        else expected.push({ line: one.line, reason: one.reason });
      }
      const found = [];
      for await (const batch of readNdjsonTexts(fileOf('lines.ndjson', content), {})) found.push(...batch);
      expect(found).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});
