import { describe, expect, it } from 'vitest';
import { telegramExportSource } from '../../src/telegram-export/index.js';
import { isTelegramSideFile } from '../../src/telegram-export/side-files.js';
import { fileOf, fixtureOf, read } from '../read-text.js';

const chat = () => fixtureOf('telegram-export/fixtures/result.json');

describe('one chat', () => {
  it('gives each message as it was published, with the control character inside', async () => {
    const { items, rejected } = await read(telegramExportSource, chat());
    expect(rejected).toEqual([]);
    expect(items[1]).toEqual({
      id: 'telegram:1234567890:2',
      source: { kind: 'telegram-export', id: '1234567890', title: 'Lantern Walk' },
      nativeId: '2',
      kind: 'message',
      author: { id: 'user1', name: 'Ana' },
      publishedAt: '2024-05-01T08:01:00Z',
      editedAt: '2024-05-01T08:05:00Z',
      text: 'Meet at example.org/walk, map here\u000b bring a lantern 🏮',
      links: ['https://example.org/walk', 'https://maps.example/y'],
    });
  });

  it('gives service messages as service', async () => {
    const { items } = await read(telegramExportSource, chat());
    expect(items[0]).toMatchObject({ kind: 'service', author: { id: 'user1' }, text: '', title: 'Lantern Walk' });
  });

  it('assumes a zone only where the export gives none', async () => {
    const { items } = await read(telegramExportSource, chat(), { zone: 'Europe/Madrid' });
    expect(items[2]).toMatchObject({
      author: { id: 'user9' },
      publishedAt: '2024-05-01T10:02:00Z',
      publishedAtAssumedZone: 'Europe/Madrid',
      media: [{ type: 'image', file: 'photos/photo_1@01-05-2024.jpg' }],
      replyTo: '2',
    });
    expect(items[1]?.publishedAtAssumedZone).toBeUndefined();
  });

  it('names media that the export left out without a file', async () => {
    const { items } = await read(telegramExportSource, chat());
    expect(items[3]).toMatchObject({ media: [{ type: 'audio' }], forwardedFrom: 'River News' });
    expect(items[3]?.media?.[0]).not.toHaveProperty('file');
  });

  it('follows the topics of a forum, and keeps the question of a poll', async () => {
    const { items } = await read(telegramExportSource, chat());
    expect(items.slice(4).map((item) => [item.thread, item.title])).toEqual([
      ['5', 'Food'],
      ['5', 'Soup or bread?'],
      ['5', undefined],
    ]);
    expect(items[6]?.media).toEqual([{ type: 'sticker', file: 'stickers/sticker.webp', alt: '🍞' }]);
  });

  it('keeps the foreign record when asked', async () => {
    const { items } = await read(telegramExportSource, chat(), { raw: true });
    expect(items[3]?.raw).toMatchObject({ duration_seconds: 3 });
  });
});

describe('an account', () => {
  it('gives the messages of all chats, those that were left too, and nothing else', async () => {
    const { items, rejected } = await read(telegramExportSource, fixtureOf('telegram-export/fixtures/account.json'));
    expect(rejected).toEqual([]);
    expect(items.map((item) => [item.source.id, item.source.title, item.text])).toEqual([
      ['2', 'Ben', 'hello'],
      ['1', undefined, 'note'],
      ['33', 'Old group', 'see this'],
    ]);
    expect(items[2]).toMatchObject({ author: { id: '4444', name: 'Cem' }, links: ['https://example.org/old'] });
    expect(items[2]?.editedAt).toBeUndefined();
  });
});

describe('control characters', () => {
  it('are read as Telegram writes them, which is not JSON', async () => {
    const message = String.raw`{"id":1,"type":"message","date":"2024-05-01T10:00:00","text":"a\x0Bb \\x0B \"c\""}`;
    const text = `{"name":"A","type":"private_group","id":5,"messages":[${message}]}`;
    const { items, rejected } = await read(telegramExportSource, fileOf('result.json', text));
    expect(rejected).toEqual([]);
    expect(items[0]?.text).toBe('a\u000bb \\x0B "c"');
  });
});

describe('damage', () => {
  const head = '{"name":"A","type":"private_group","id":5,"messages":[';

  it('of one message costs that message', async () => {
    const json = `${head}{"id":1,"text":"one"},{"id":"two"},{"id":3,"text":oops},{"id":4,"text":"four"}]}`;
    const { items, rejected } = await read(telegramExportSource, fileOf('result.json', json));
    expect(items.map((item) => item.text)).toEqual(['one', 'four']);
    expect(rejected.map(({ where }) => where)).toEqual([
      'result.json: chat 5, message 2',
      'result.json: chat 5, message 3',
    ]);
  });

  it('of the end keeps what came before', async () => {
    const seen: string[] = [];
    const file = fileOf('result.json', `${head}{"id":1,"text":"one"},{"id":2,"te`);
    const reading = (async () => {
      for await (const result of telegramExportSource.read?.(file, {}) ?? []) {
        if ('item' in result) seen.push(result.item.text);
      }
    })();
    await expect(reading).rejects.toThrow(/cut off/u);
    expect(seen).toEqual(['one']);
  });

  it('of a kind that nobody expects costs the field', async () => {
    const json = `${head}{"id":1,"type":7,"text":[{"text":5},"a",{"type":"bold","text":"b"}],"from":{"x":1},"date":[]}]}`;
    const { items } = await read(telegramExportSource, fileOf('result.json', json));
    expect(items).toMatchObject([{ kind: 'message', text: 'ab' }]);
  });
});

describe('side files', () => {
  const names = new Set(['result.json', 'files/notes.txt', 'photos/a.jpg', 'sub/result.json', 'sub/files/x.csv']);
  it.each([
    ['files/notes.txt', true],
    ['sub/files/x.csv', true],
    ['messages.html', true],
    ['messages2.html', true],
    ['result.json', false],
    ['notes.txt', false],
    ['elsewhere/files/notes.txt', false],
  ])('%s: %s', (name, expected) => {
    expect(isTelegramSideFile(name, names)).toBe(expected);
  });
});
