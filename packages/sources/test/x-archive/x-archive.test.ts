import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceConformance } from '@vedette/testing';
import { zipOf } from '@vedette/testing/zip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xArchiveSource } from '@vedette/sources';
import { isXSideFile } from '../../src/x-archive/side-files.js';
import { unescapeXText } from '../../src/x-archive/x-text.js';
import { xInstant } from '../../src/x-archive/x-time.js';
import { fixturePath, readPath } from '../read-folder.js';
import { fileOf, fixtureOf, read } from '../read-text.js';

function content(name: string): Buffer {
  return readFileSync(fixturePath(`x-archive/fixtures/${name}`));
}

describe('conformance', () => {
  const files = [
    { name: 'tweets.js', content: content('data/tweets.js'), items: 4 },
    { name: 'note-tweet.js', content: content('data/note-tweet.js'), items: 2 },
    { name: 'direct-messages-group.js', content: content('data/direct-messages-group.js'), items: 3 },
    { name: 'tweet.js', content: content('tweet-2018.js'), items: 1 },
    { name: '2013_01.js', content: content('2013_01.js'), items: 1 },
  ];
  it.each(sourceConformance({ definition: xArchiveSource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
});

describe('an archive', () => {
  let archive: Awaited<ReturnType<typeof readPath>> = { items: [], rejected: [] };
  beforeAll(async () => {
    archive = await readPath(fixturePath('x-archive/fixtures/data'));
  });
  const post = (id: string) => archive.items.find((item) => item.nativeId === id);

  it('is read whole: every part, what was deleted, and messages, but not what was liked', () => {
    expect(archive.rejected).toEqual([]);
    expect(archive.items.map((item) => item.nativeId).filter((id) => id.length < 10)).toEqual([
      '31',
      '900',
      '21',
      '11',
      '12',
      '13',
      '15',
      '78',
    ]);
  });

  it('gives a post with its author, address, links and what it replies to; escapes are undone once', () => {
    expect(post('11')).toEqual({
      id: 'x:11',
      source: { kind: 'x-archive', id: '100200', title: '@marsh_heron', file: 'tweets.js' },
      nativeId: '11',
      kind: 'post',
      url: 'https://x.com/marsh_heron/status/11',
      author: { id: '100200', handle: 'marsh_heron', name: 'Marsh Heron' },
      publishedAt: '2018-10-10T20:19:24Z',
      text: 'Tea & bread &lt; <3 "fine" https://t.co/a',
      lang: 'en',
      media: [{ type: 'image', url: 'https://pbs.twimg.com/media/Ab.jpg' }],
      links: ['https://example.org/ferry'],
      replyTo: '9',
    });
  });

  it('names whom a retweet repeats, and keeps its text', () => {
    expect(post('12')).toMatchObject({ text: 'RT @lenn_k: the ferry is back', forwardedFrom: 'lenn_k' });
  });

  it('completes a post that was cut off, and gives a long text without a post on its own', () => {
    expect(post('13')).toMatchObject({
      text: expect.stringMatching(/^The long walk .* where the bread is warm & good\.$/u),
      links: ['https://example.org/long'],
    });
    expect(post('78')).toMatchObject({ id: 'x:note:78', text: 'a long text whose post is gone' });
  });

  it('says what was edited and what was deleted', () => {
    expect(post('15')?.editedAt).toBe('2018-10-10T20:19:24Z');
    expect(post('11')?.editedAt).toBeUndefined();
    expect(post('31')).toMatchObject({ deletedAt: '2018-10-11T08:00:00Z', text: 'gone again' });
  });

  it('addresses a video by its best variant', () => {
    expect(post('21')?.media).toEqual([{ type: 'video', url: 'https://video.twimg.com/l.mp4?tag=1' }]);
  });

  it('gives messages by conversation, and what nobody wrote as service', () => {
    expect(post('900')).toMatchObject({
      kind: 'message',
      text: 'hello & hi',
      thread: '555',
      author: { id: '100200', handle: 'marsh_heron' },
      media: [{ type: 'image', url: 'https://ton.twitter.com/dm/1/2/pic.jpg' }],
      links: ['https://example.org/1'],
    });
    expect(archive.items.filter((item) => item.kind === 'service')).toMatchObject([
      { title: 'Walkers', author: { id: '3' }, thread: '555', text: '' },
      { author: { id: '3' }, text: '' },
    ]);
  });
});

describe('a zip of an archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vedette-x-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives the same ids as its folder, and the hash of an attachment in it', async () => {
    const members = ['account.js', 'tweets.js', 'note-tweet.js'].map((name) => ({
      name: `data/${name}`,
      content: content(`data/${name}`),
    }));
    const path = join(folder, 'archive.zip');
    const picture = { name: 'data/tweets_media/11-Ab.jpg', content: 'picture' };
    writeFileSync(path, zipOf(...members, picture, { name: 'Your archive.html', content: '<html>' }));
    const { items, rejected } = await readPath(path);
    expect(rejected).toEqual([]);
    expect(items.map((item) => item.id)).toEqual(['x:11', 'x:12', 'x:13', 'x:15', 'x:note:78']);
    expect(items[0]?.source.file).toBe('archive.zip/data/tweets.js');
    expect(items[0]?.media).toEqual([
      {
        type: 'image',
        url: 'https://pbs.twimg.com/media/Ab.jpg',
        file: 'tweets_media/11-Ab.jpg',
        sha256: '2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97',
      },
    ]);
  });
});

describe('older archives', () => {
  it('had no wrapper around a post, and before that the author in every post', async () => {
    const { items } = await read(xArchiveSource, fixtureOf('x-archive/fixtures/tweet-2018.js'));
    expect(items).toMatchObject([{ id: 'x:5', text: 'before the wrapper', url: 'https://x.com/i/web/status/5' }]);
    const oldest = await read(xArchiveSource, fixtureOf('x-archive/fixtures/2013_01.js'));
    expect(oldest.items).toMatchObject([
      {
        id: 'x:6',
        text: 'long ago',
        publishedAt: '2013-01-31T22:40:05Z',
        author: { id: '100200', handle: 'marsh_heron', name: 'Marsh Heron' },
      },
    ]);
  });
});

describe('damage', () => {
  it('of one record costs that record', async () => {
    const script =
      'window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"one"}},{"tweet":oops},{"tweet":{"full_text":"two"}},{"tweet":{"id_str":"3"}}]';
    const { items, rejected } = await read(xArchiveSource, fileOf('tweets.js', script));
    expect(items.map((item) => item.nativeId)).toEqual(['1', '3']);
    expect(rejected.map(({ where, reason }) => [where, reason])).toEqual([
      ['tweets.js: entry 2', 'is not JSON'],
      ['tweets.js: entry 3', 'has no id, so it cannot be told from others'],
    ]);
  });

  it('is never run, and code behind the data is left alone', async () => {
    const script = 'window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"a"}}]; throw new Error("run")';
    const { items, rejected } = await read(xArchiveSource, fileOf('tweets.js', script));
    expect([items.length, rejected.length]).toEqual([1, 0]);
  });
});

it.each([
  ['&amp;lt;', '&lt;'],
  ['&lt;3 &amp; &gt; &quot;', '<3 & > "'],
  ['&copy; &#39;', '&copy; &#39;'],
])('unescapes %s', (stored, text) => {
  expect(unescapeXText(stored)).toBe(text);
});

it.each([
  ['Wed Oct 10 20:19:24 +0000 2018', '2018-10-10T20:19:24Z'],
  ['Wed Oct 10 20:19:24 +0130 2018', '2018-10-10T18:49:24Z'],
  ['2020-01-02T00:00:00.500Z', '2020-01-02T00:00:00.500Z'],
  ['2013-01-31 22:40:05 +0000', '2013-01-31T22:40:05Z'],
  ['yesterday', undefined],
])('reads the date %s', (written, instant) => {
  expect(xInstant(written)).toBe(instant);
});

it.each([
  ['Your archive.html', true],
  ['assets/js/main.js', true],
  ['data/tweets_media/1-a.jpg', true],
  ['data/tweets.js', false],
  ['other/notes.html', false],
])('%s is a side file: %s', (name, expected) => {
  expect(isXSideFile(name, new Set(['data/account.js', 'data/manifest.js', 'data/tweets.js', name]))).toBe(expected);
});
