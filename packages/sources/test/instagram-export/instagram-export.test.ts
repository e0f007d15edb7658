import { readFileSync } from 'node:fs';
import { sourceConformance } from '@vedette/testing';
import { describe, expect, it } from 'vitest';
import { detectSource } from '../../src/input/detect-source.js';
import { instagramExportSource } from '@vedette/sources';
import { fixturePath } from '../read-folder.js';
import { fixtureOf, read } from '../read-text.js';

const fixture = (name: string) => fixtureOf(`instagram-export/fixtures/${name}`);

describe('conformance', () => {
  const files = (
    [
      ['posts_1.json', 2],
      ['post_comments_1.json', 2],
      ['threads_and_replies.json', 1],
      ['message_1.json', 2],
    ] as const
  ).map(([name, items]) => ({
    name,
    items,
    content: readFileSync(fixturePath(`instagram-export/fixtures/${name}`)),
  }));
  it.each(sourceConformance({ definition: instagramExportSource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

it.each(['posts_1.json', 'post_comments_1.json', 'threads_and_replies.json', 'message_1.json'])(
  '%s is told from files of Facebook',
  (name) => {
    expect(detectSource(fixture(name))?.kind).toBe('instagram-export');
  },
);

it('gives a picture with its words, and several under the words of their post', async () => {
  const { items } = await read(instagramExportSource, fixture('posts_1.json'));
  expect(items).toMatchObject([
    {
      kind: 'post',
      text: 'Die Fähre 🛶',
      publishedAt: '2022-12-02T16:53:20Z',
      media: [{ type: 'image', file: 'media/posts/202301/a.jpg' }],
    },
    {
      text: 'zwei Bilder, schön',
      media: [{ file: 'media/posts/202301/b.jpg' }, { type: 'video', file: 'media/posts/202301/c.mp4' }],
    },
  ]);
});

it('gives comments in the language of any account', async () => {
  const { items } = await read(instagramExportSource, fixture('post_comments_1.json'));
  expect(items.map((item) => [item.kind, item.text, item.thread, item.publishedAt])).toEqual([
    ['comment', 'schön 🛶', 'lenn_k', '2023-03-28T10:40:00Z'],
    ['comment', 'ganz gut', 'lenn_k', '2023-03-28T10:40:01Z'],
  ]);
});

it('gives messages', async () => {
  const { items } = await read(instagramExportSource, fixture('message_1.json'));
  expect(items[0]).toMatchObject({
    source: { kind: 'instagram-export', id: 'lennk_9', title: 'Lenn K' },
    text: 'schau 🛶',
    links: ['https://www.instagram.com/p/abc/'],
    forwardedFrom: 'river',
  });
});
