import { readFileSync } from 'node:fs';
import { sourceConformance } from '@vedette/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportRoot, isPublishedKey } from '../../src/facebook-export/export-shape.js';
import { facebookExportSource } from '@vedette/sources';
import { repairText } from '../../src/facebook-export/repair.js';
import { isMetaSideFile } from '../../src/facebook-export/side-files.js';
import { fixturePath } from '../read-folder.js';
import { fileOf, fixtureOf, read } from '../read-text.js';

const fixture = (name: string) => fixtureOf(`facebook-export/fixtures/${name}`);
const posts = 'your_posts__check_ins__photos_and_videos_1.json';

describe('conformance', () => {
  const files = (
    [
      ['message_1.json', 7],
      ['Ana_1.json', 3],
      [posts, 3],
      ['comments.json', 2],
      ['group_posts_2018.json', 1],
      ['album_0.json', 2],
      ['posts_labels_2025.json', 1],
    ] as const
  ).map(([name, items]) => ({
    name,
    items,
    content: readFileSync(fixturePath(`facebook-export/fixtures/${name}`)),
  }));
  it.each(sourceConformance({ definition: facebookExportSource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

describe('messages', () => {
  it('carry what was written, repaired, and the chat that stands behind them', async () => {
    const { items, rejected } = await read(facebookExportSource, fixture('message_1.json'));
    expect(rejected).toEqual([]);
    expect(items[0]).toMatchObject({
      source: { kind: 'facebook-export', id: 'marshwalkers_7', title: 'Märsh walkers' },
      kind: 'message',
      author: { name: 'Ana Lünd' },
      publishedAt: '2023-11-14T22:13:20.123Z',
      text: 'Tee & Brötchen 🥐',
      thread: 'inbox/marshwalkers_7',
    });
    expect(items[1]).toMatchObject({
      text: '',
      media: [{ type: 'image', file: 'your_facebook_activity/messages/inbox/marshwalkers_7/photos/1.jpg' }],
    });
  });

  it('tell calls from words, keep what was unsent as an Item without text, and what was shared', async () => {
    const { items } = await read(facebookExportSource, fixture('message_1.json'));
    expect(items.map((item) => item.kind)).toEqual([
      'message',
      'message',
      'service',
      'message',
      'message',
      'message',
      'message',
    ]);
    expect(items[3]?.text).toBe('');
    expect(items[6]).toMatchObject({
      text: 'The ferry is back',
      links: ['https://example.org/ferry'],
      forwardedFrom: 'river_news',
    });
    expect(items[6]?.author).toBeUndefined();
  });

  it('that are equal have ids of their own, and the same when the chat was archived', async () => {
    const text = readFileSync(fixturePath('facebook-export/fixtures/message_1.json'), 'utf8');
    const here = await read(facebookExportSource, fileOf('message_1.json', text));
    const moved = text.replace('inbox/marshwalkers_7"', 'archived_threads/marshwalkers_7"');
    const there = await read(facebookExportSource, fileOf('message_1.json', moved));
    const ids = here.items.map((item) => item.id);
    expect(new Set(ids).size).toBe(7);
    expect(there.items.map((item) => item.id)).toEqual(ids);
  });

  it('of encrypted chats are proper and stay as they are', async () => {
    const { items } = await read(facebookExportSource, fixture('Ana_1.json'));
    expect(items.map((item) => item.text)).toEqual(['it says “Ã©” there', 'Ã©', '']);
    expect(items[1]).toMatchObject({
      author: { name: 'Bén Oak' },
      media: [{ type: 'image', file: 'media/bridge.jpeg' }],
      thread: 'Ana Lünd_1',
      source: { title: 'Ana Lünd' },
    });
  });

  it('before the end of a file that was cut off are kept', async () => {
    const text = readFileSync(fixturePath('facebook-export/fixtures/message_1.json'), 'utf8');
    const cut = text.slice(0, text.indexOf('"call_duration"'));
    const seen: string[] = [];
    const reading = (async () => {
      for await (const result of facebookExportSource.read?.(fileOf('inbox/a_1/message_1.json', cut), {}) ?? []) {
        if ('item' in result) seen.push(`${result.item.thread ?? ''}: ${result.item.text}`);
      }
    })();
    await expect(reading).rejects.toThrow(/cut off/u);
    expect(seen).toEqual(['inbox/a_1: Tee & Brötchen 🥐', 'inbox/a_1: ']);
  });

  it('that are damaged cost themselves only', async () => {
    const json =
      '{"participants":[],"messages":[{"sender_name":"A","content":"one"},oops,7,{"sender_name":"A","content":[]}],"thread_path":"inbox/a_1"}';
    const { items, rejected } = await read(facebookExportSource, fileOf('message_1.json', json));
    expect(items.map((item) => item.text)).toEqual(['one', '']);
    expect(rejected.map(({ where, reason }) => `${where} ${reason}`)).toEqual([
      'message_1.json: message 2 is not JSON',
      'message_1.json: message 3 is not an object',
    ]);
  });
});

describe('posts and comments', () => {
  it('carry text, title, time of the last change, media and links', async () => {
    const { items } = await read(facebookExportSource, fixture(posts));
    expect(items[0]).toMatchObject({
      kind: 'post',
      title: 'Ana Lünd updated her status.',
      text: 'Brücke wieder offen\n\nsee you',
      publishedAt: '2020-09-13T12:26:40Z',
      editedAt: '2020-09-13T12:28:20Z',
    });
    expect(items[1]).toMatchObject({
      text: '',
      media: [{ type: 'image', file: 'your_facebook_activity/posts/media/a.jpg', alt: 'the brücke' }],
      links: ['https://example.org/x'],
    });
    expect(items[2]).toMatchObject({ text: '', title: 'Ana Lünd was at the harbour.' });
  });

  it('name author and group', async () => {
    const { items } = await read(facebookExportSource, fixture('comments.json'));
    expect(items[0]).toMatchObject({ kind: 'comment', author: { name: 'Ana Lünd' }, text: 'schön', thread: 'Märsh' });
    expect(items[1]).toMatchObject({ text: '', links: ['https://example.org/wave.gif'] });
  });

  it('in the layout of labels are found by their label, likes are not', async () => {
    const { items } = await read(facebookExportSource, fixture('posts_labels_2025.json'));
    expect(items).toMatchObject([
      { nativeId: '333', text: 'grüße from the marsh', url: 'https://www.facebook.com/groups/1/posts/2' },
    ]);
  });

  it('under a photo are comments of their own', async () => {
    const { items } = await read(facebookExportSource, fixture('album_0.json'));
    expect(items.map((item) => [item.kind, item.text])).toEqual([
      ['post', 'first blüte'],
      ['comment', 'nice'],
    ]);
  });
});

it('says that the HTML form is not read', async () => {
  const page = fileOf('message_1.html', '<html><body><div class="_3-95 _a6-g">words</div></body></html>');
  expect(facebookExportSource.detect?.(page)).toBeGreaterThan(0.9);
  const { items, rejected } = await read(facebookExportSource, page);
  expect(items).toEqual([]);
  expect(rejected[0]?.reason).toContain('format JSON');
});

describe('repair', () => {
  it.each([
    ['CafÃ©', 'Café'],
    ['Café', 'Café'],
    ['Ã© and “quotes”', 'Ã© and “quotes”'],
    ['\u00c3\u0083\u00c2\u00a9', 'Ã©'],
    ['plain', 'plain'],
  ])('%s becomes %s', (written, text) => {
    expect(repairText(written)).toBe(text);
  });

  it('undoes the damage of every text, once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(repairText(Buffer.from(text, 'utf8').toString('latin1'))).toBe(text);
      }),
    );
  });
});

it.each([
  ['comments_v2', true],
  ['group_posts_v2', true],
  ['status_updates', true],
  ['reactions_v2', false],
  ['event_invitations', false],
  ['friends_v2', false],
])('%s is published: %s', (key, expected) => {
  expect(isPublishedKey(key)).toBe(expected);
});

it('finds where an export begins, and what in it holds no list', () => {
  const names = new Set([
    'a/your_facebook_activity/posts/x.json',
    'a/your_facebook_activity/messages/notes.txt',
    'a/ads/y.json',
    'a/start_here.html',
    'a/feed.xml',
    'press/feed.xml',
  ]);
  expect(exportRoot('a/ads/y.json', names)?.root).toBe('a/');
  expect(exportRoot('press/feed.xml', names)).toBeUndefined();
  expect([...names].filter((name) => isMetaSideFile(name, names))).toEqual([
    'a/your_facebook_activity/messages/notes.txt',
    'a/start_here.html',
  ]);
});

it('reads a post that stands alone, and a comment that lost its words', async () => {
  const alone = '{"timestamp":1600000000,"data":[{"post":"only one"}],"title":"Ana"}';
  const one = await read(facebookExportSource, fileOf('your_posts_1.json', alone));
  expect(one.items.map((item) => [item.kind, item.text])).toEqual([['post', 'only one']]);
  const gone = '{"comments_v2":[{"timestamp":1600000000,"title":"Ana replied to a comment."}]}';
  const { items } = await read(facebookExportSource, fileOf('comments.json', gone));
  expect(items).toMatchObject([{ kind: 'comment', text: '', title: 'Ana replied to a comment.' }]);
});
