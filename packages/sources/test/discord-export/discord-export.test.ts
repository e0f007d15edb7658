import { sources } from '@vedette/sources';
import { sourceConformance } from '@vedette/testing';
import { describe, expect, it } from 'vitest';
import { discordExportSource } from '../../src/discord-export/index.js';
import { isDiscordSideFile } from '../../src/discord-export/side-files.js';
import { fileOf, read } from '../read-text.js';

const author = { id: '11', name: 'ana_walks', discriminator: '0000', nickname: 'Ana', isBot: false, roles: [] };
const message = (id: string, more: object) => ({
  id,
  type: 'Default',
  timestamp: '2024-05-01T12:00:00.123+02:00',
  timestampEdited: null,
  isPinned: false,
  content: '',
  author,
  attachments: [],
  embeds: [],
  stickers: [],
  reactions: [],
  mentions: [],
  ...more,
});

const exported = JSON.stringify({
  guild: { id: '1', name: 'Lantern Walk' },
  channel: { id: '22', type: 'GuildTextChat', categoryId: '3', category: 'Text', name: 'general', topic: null },
  dateRange: { after: null, before: null },
  exportedAt: '2024-06-01T00:00:00+00:00',
  messages: [
    message('1001', {
      content: 'hello @Ben :wave:\nhttps://example.org/walk.',
      timestampEdited: '2024-05-01T10:05:00+00:00',
    }),
    message('1002', { type: 'Reply', content: 'yes', reference: { messageId: '1001', channelId: '22', guildId: '1' } }),
    message('1003', {
      attachments: [
        { id: '5', url: 'https://cdn.example/5/map.png?ex=1', fileName: 'map.png', fileSizeBytes: 9 },
        { id: '6', url: 'general.json_Files/walk%20plan-1A.pdf', fileName: 'walk plan.pdf', fileSizeBytes: 9 },
      ],
      stickers: [{ id: '7', name: 'lamp', format: 'Png', sourceUrl: 'https://cdn.example/7.png' }],
    }),
    message('1004', { type: 'GuildMemberJoin', content: 'Joined the server.' }),
    message('1005', {
      reference: { messageId: '9', channelId: '99', guildId: '8' },
      forwardedMessage: {
        timestamp: '2024-04-01T00:00:00+00:00',
        content: 'bring soup',
        attachments: [],
        stickers: [],
      },
    }),
    message('1006', { embeds: [{ title: 'Ferry times', url: 'https://ferry.example/', description: 'x' }] }),
  ],
  messageCount: 6,
});

describe('JSON of the exporter', () => {
  it('gives messages with replies, edits, forwards and attachments', async () => {
    const { items, rejected } = await read(discordExportSource, fileOf('general.json', exported));
    expect(rejected).toEqual([]);
    expect(items[0]).toEqual({
      id: 'discord:22:1001',
      source: { kind: 'discord-export', id: '22', title: 'general' },
      nativeId: '1001',
      kind: 'message',
      author: { id: '11', handle: 'ana_walks', name: 'Ana' },
      publishedAt: '2024-05-01T10:00:00.123Z',
      editedAt: '2024-05-01T10:05:00Z',
      text: 'hello @Ben :wave:\nhttps://example.org/walk.',
      links: ['https://example.org/walk'],
    });
    expect(items[1]).toMatchObject({ text: 'yes', replyTo: '1001' });
    expect(items[2]?.media).toEqual([
      { type: 'image', file: 'map.png', url: 'https://cdn.example/5/map.png?ex=1' },
      { type: 'document', file: 'general.json_Files/walk plan-1A.pdf' },
      { type: 'sticker', url: 'https://cdn.example/7.png', alt: 'lamp' },
    ]);
    expect(items[3]).toMatchObject({ kind: 'service', text: 'Joined the server.' });
    expect(items[4]).toMatchObject({ text: 'bring soup', forwardedFrom: '99' });
    expect(items[4]).not.toHaveProperty('replyTo');
    expect(items[5]).toMatchObject({ text: '', title: 'Ferry times', links: ['https://ferry.example/'] });
  });

  it('rejects what has no id, and reads on', async () => {
    const { items, rejected } = await read(discordExportSource, fileOf('a.json', exported.replace('"id":"1002",', '')));
    expect(items).toHaveLength(5);
    expect(rejected).toMatchObject([{ where: 'a.json: message 2', reason: 'has no id' }]);
  });
});

const table = `AuthorID,Author,Date,Content,Attachments,Reactions
"11","ana_walks#0000","2024-05-01T12:00:00.0000000+02:00","one
two, ""three""","https://cdn.example/5/map.png,https://cdn.example/6/b.pdf",""
"12","Ben#1234","2024-05-01T12:01:00.0000000+02:00","yes","",""
`;

describe('CSV of the exporter', () => {
  it('gives what it holds', async () => {
    const { items, rejected } = await read(discordExportSource, fileOf('x.csv', table));
    expect(rejected).toEqual([]);
    expect(items.map((item) => [item.author, item.publishedAt, item.text, item.media?.map((one) => one.file)])).toEqual(
      [
        [{ id: '11', name: 'ana_walks' }, '2024-05-01T10:00:00Z', 'one\ntwo, "three"', ['map.png', 'b.pdf']],
        [{ id: '12', name: 'Ben#1234' }, '2024-05-01T10:01:00Z', 'yes', undefined],
      ],
    );
    expect(items[0]).not.toHaveProperty('publishedAtAssumedZone');
  });

  it('repeats its ids in a longer export', async () => {
    const { items } = await read(
      discordExportSource,
      fileOf('y.csv', `${table}"12","Ben","2024-05-02T12:01:00.0000000+02:00","late","",""\n`),
    );
    const { items: shorter } = await read(discordExportSource, fileOf('x.csv', table));
    expect(items.slice(0, 2).map((item) => item.id)).toEqual(shorter.map((item) => item.id));
  });
});

const own =
  '[{"ID":1234567890123456789,"Timestamp":"2024-05-01 10:00:00","Contents":"hi \\"ID\\": 5","Attachments":"https://cdn.example/a/b.png"},{"ID":1234567890123456790,"Timestamp":"2024-05-01 10:00:01","Contents":"","Attachments":""}]';

describe('a data package', () => {
  const names = new Set([
    'account/user.json',
    'messages/index.json',
    'messages/c1234567890123456780/channel.json',
    'messages/c1234567890123456780/messages.json',
  ]);

  function beside(self: string) {
    const files: Readonly<Record<string, string>> = {
      'account/user.json': '{"id":"11","username":"ana_walks","global_name":"Ana"}',
      'messages/c1234567890123456780/channel.json': '{"id":"1234567890123456780","type":"GUILD_TEXT","name":"general"}',
    };
    return {
      self,
      names,
      read: (name: string) => Promise.resolve(files[name] === undefined ? undefined : Buffer.from(files[name])),
      alone: false,
      sha256: () => Promise.resolve(undefined),
    };
  }

  it('keeps ids of 19 digits, and names channel and owner', async () => {
    const name = 'messages/c1234567890123456780/messages.json';
    const { items, rejected } = await read(discordExportSource, { ...fileOf(name, own), beside: beside(name) });
    expect(rejected).toEqual([]);
    expect(items[0]).toEqual({
      id: 'discord:1234567890123456780:1234567890123456789',
      source: { kind: 'discord-export', id: '1234567890123456780', title: 'general' },
      nativeId: '1234567890123456789',
      kind: 'message',
      author: { id: '11', handle: 'ana_walks', name: 'Ana' },
      publishedAt: '2024-05-01T10:00:00Z',
      text: 'hi "ID": 5',
      media: [{ type: 'image', file: 'b.png', url: 'https://cdn.example/a/b.png' }],
    });
  });

  it('is read as a table too', async () => {
    const csv = 'ID,Timestamp,Contents,Attachments\n1234567890123456789,2021-05-01 10:00:00.5+00:00,"a, b",\n';
    const { items } = await read(discordExportSource, fileOf('c1234567890123456780/messages.csv', csv));
    expect(items).toMatchObject([
      { nativeId: '1234567890123456789', text: 'a, b', publishedAt: '2021-05-01T10:00:00.500Z' },
    ]);
  });

  it('passes its other files over', () => {
    expect([...names].filter((name) => !isDiscordSideFile(name, names))).toEqual([
      'messages/c1234567890123456780/messages.json',
    ]);
    expect(isDiscordSideFile('feed.json', new Set(['feed.json']))).toBe(false);
  });
});

describe('conformance', () => {
  // the built form, whose errors are those that the suite knows
  const definition = sources.find((source) => source.kind === 'discord-export') ?? discordExportSource;
  const files = [
    { name: 'general.json', content: Buffer.from(exported), items: 6 },
    { name: 'general.csv', content: Buffer.from(table), items: 2 },
    { name: 'messages.json', content: Buffer.from(own), items: 2 },
  ];
  it.each(sourceConformance({ definition, files }))('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
});
