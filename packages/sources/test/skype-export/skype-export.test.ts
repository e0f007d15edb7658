import { sources } from '@vedette/sources';
import { sourceConformance } from '@vedette/testing';
import { describe, expect, it } from 'vitest';
import type { Item } from '@vedette/contract';
import { skypeExportSource } from '../../src/skype-export/index.js';
import { readMarkup } from '../../src/skype-export/markup.js';
import { fileOf, read } from '../read-text.js';

const messages = [
  [
    'RichText',
    'hi <ss type="smile">:)</ss> &amp; <at id="8:ben">Ben</at> <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a</a>',
  ],
  ['RichText', 'better now<e_m a="live:ana" ts_ms="1588331100000" ts="1588331100" t="61"></e_m>'],
  [
    'RichText',
    '<quote author="live:ben" authorname="Ben" timestamp="1588" messageid="1588000" cuid=""><legacyquote>[1588] Ben: </legacyquote>soup?<legacyquote>\n\n&lt;&lt;&lt; </legacyquote></quote>yes',
  ],
  [
    'RichText/UriObject',
    '<URIObject type="Picture.1" uri="https://api.asm.skype.com/v1/objects/0-weu-d1-abc" url_thumbnail="x">To view this shared photo, go to: <a href="https://login.skype.com/x">https://login.skype.com/x</a><OriginalName v="map.jpg"></OriginalName><meta type="photo" originalName="map.jpg"></meta></URIObject>',
  ],
  [
    'ThreadActivity/TopicUpdate',
    '<topicupdate><eventtime>1</eventtime><initiator>8:ana</initiator><value>Walk &amp; soup</value></topicupdate>',
  ],
  [
    'Event/Call',
    '<partlist type="ended" alt=""><part identity="ben"><name>Ben</name><duration>12</duration></part></partlist>',
  ],
  ['Text', 'plain <3 & simple'],
] as const;

const list = messages.map(([messagetype, content], place) => ({
  id: `158833000000${String(place)}`,
  displayName: place === 0 ? 'Ana' : null,
  originalarrivaltime: `2020-05-01T11:00:0${String(place)}.250Z`,
  messagetype,
  version: 1,
  content,
  conversationid: '19:abc@thread.skype',
  from: '8:live:ana',
  properties: null,
  amsreferences: null,
}));
const deleted = { ...list[0], id: '99', content: '', properties: { deletetime: '1588331160000' } };
const chat = JSON.stringify({
  userId: '8:live:ana',
  exportDate: '2020-06-01T10:00',
  conversations: [
    { id: '48:calllogs', displayName: null, MessageList: [] },
    {
      id: '19:abc@thread.skype',
      displayName: 'Walk',
      version: 1,
      threadProperties: { topic: 'x' },
      MessageList: [...list, deleted],
    },
  ],
});

async function items(): Promise<readonly Item[]> {
  const result = await read(skypeExportSource, fileOf('messages.json', chat));
  expect(result.rejected).toEqual([]);
  return result.items;
}

describe('messages', () => {
  it('give the text that was shown', async () => {
    expect((await items()).map((item) => [item.kind, item.text])).toEqual([
      ['message', 'hi :) & Ben https://example.org/a'],
      ['message', 'better now'],
      ['message', '[1588] Ben: soup?\n\n<<< yes'],
      ['message', ''],
      ['service', ''],
      ['service', ''],
      ['message', 'plain <3 & simple'],
      ['message', ''],
    ]);
  });

  it('give everything else that the export says', async () => {
    const all = await items();
    expect(all[0]).toEqual({
      id: 'skype:19:abc@thread.skype:1588330000000',
      source: { kind: 'skype-export', id: '19:abc@thread.skype', title: 'Walk' },
      nativeId: '1588330000000',
      kind: 'message',
      author: { id: '8:live:ana', name: 'Ana' },
      publishedAt: '2020-05-01T11:00:00.250Z',
      text: 'hi :) & Ben https://example.org/a',
      links: ['https://example.org/a?b=1&c=2', 'https://example.org/a'],
    });
    expect(all[1]?.editedAt).toBe('2020-05-01T11:05:00Z');
    expect(all[2]?.replyTo).toBe('1588000');
    expect(all[3]?.media).toEqual([
      { type: 'image', url: 'https://api.asm.skype.com/v1/objects/0-weu-d1-abc', file: 'map.jpg' },
    ]);
    expect(all[4]?.title).toBe('Walk & soup');
    expect(all[7]?.deletedAt).toBe('2020-05-01T11:06:00Z');
    expect(all[1]?.author).toEqual({ id: '8:live:ana' });
  });

  it('name the saved file of what was shared, where it lies beside', async () => {
    const beside = {
      self: 'messages.json',
      names: new Set(['messages.json', 'media/0-weu-d1-abc.1.jpg', 'media/0-weu-d1-abc.json']),
      read: () => Promise.resolve(undefined),
      alone: false,
      sha256: () => Promise.resolve(undefined),
    };
    const { items: found } = await read(skypeExportSource, { ...fileOf('messages.json', chat), beside });
    expect(found[3]?.media?.[0]?.file).toBe('media/0-weu-d1-abc.1.jpg');
    expect(skypeExportSource.isSideFile?.('media/0-weu-d1-abc.json', beside.names)).toBe(true);
    expect(skypeExportSource.isSideFile?.('messages.json', beside.names)).toBe(false);
  });

  it('that cannot be read are told with their place', async () => {
    const { items: found, rejected } = await read(
      skypeExportSource,
      fileOf('m.json', chat.replace('"id":"1588330000001",', '')),
    );
    expect(found).toHaveLength(7);
    expect(rejected).toMatchObject([
      { where: 'm.json: conversation 19:abc@thread.skype, message 2', reason: 'has no id' },
    ]);
  });
});

it('markup that is never closed costs nothing', () => {
  expect(readMarkup('a <b>bold and <3 & more').text).toContain('bold and');
});

describe('conformance', () => {
  // the built form, whose errors are those that the suite knows
  const definition = sources.find((source) => source.kind === 'skype-export') ?? skypeExportSource;
  const files = [{ name: 'messages.json', content: Buffer.from(chat), items: 8 }];
  it.each(sourceConformance({ definition, files }))('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
});
