import { readFileSync } from 'node:fs';
import { sourceConformance } from '@vedette/testing';
import { describe, expect, it } from 'vitest';
import { googleTakeoutSource } from '@vedette/sources';
import { instantOfLongDate } from '../../src/google-takeout/long-date.js';
import { segmentText } from '../../src/google-takeout/segments.js';
import { isInTakeout, isTakeoutSideFile } from '../../src/google-takeout/side-files.js';
import { youTubeTable } from '../../src/google-takeout/table-shape.js';
import { detectSource } from '../../src/input/detect-source.js';
import { fixturePath } from '../read-folder.js';
import { fileOf, fixtureOf, read } from '../read-text.js';

const fixture = (name: string) => fixtureOf(`google-takeout/fixtures/${name}`);

const names = [
  ['comments-2023.csv', 2],
  ['comments-2024.csv', 1],
  ['Kommentare.csv', 1],
  ['chats-ohne-kopf.csv', 1],
  ['messages.json', 4],
  ['my-comments.html', 2],
] as const;

describe('conformance', () => {
  const files = names.map(([name, items]) => ({
    name,
    items,
    content: readFileSync(fixturePath(`google-takeout/fixtures/${name}`)),
  }));
  it.each(sourceConformance({ definition: googleTakeoutSource, files }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );
  it.each(names)('%s is told from tables and pages of other kinds', (name) => {
    expect(detectSource(fixture(name))?.kind).toBe('google-takeout');
  });
});

describe('comments', () => {
  it('of 2023 keep every character, and replies name their comment', async () => {
    const { items, rejected } = await read(googleTakeoutSource, fixture('comments-2023.csv'));
    expect(rejected).toEqual([]);
    expect(items).toEqual([
      {
        id: 'youtube:UgxMarshMarshMarshMarsh01',
        source: { kind: 'google-takeout', id: 'UCmarshHERONmarshHERON00', title: 'YouTube' },
        nativeId: 'UgxMarshMarshMarshMarsh01',
        kind: 'comment',
        url: 'https://www.youtube.com/watch?v=SampleVid_1&lc=UgxMarshMarshMarshMarsh01',
        author: { id: 'UCmarshHERONmarshHERON00' },
        publishedAt: '2023-09-19T17:42:53.434Z',
        text: 'the ferry\n is "back", again',
        thread: 'SampleVid_1',
      },
      expect.objectContaining({ text: 'a reply', replyTo: 'UgxMarshMarshMarshMarsh01' }),
    ]);
  });

  it('of 2024 and of 2025 in German stand in other columns', async () => {
    const other = await read(googleTakeoutSource, fixture('comments-2024.csv'));
    expect(other.items).toMatchObject([{ kind: 'comment', text: '> quoted\n  two spaces', thread: 'SampleVid_2' }]);
    const german = await read(googleTakeoutSource, fixture('Kommentare.csv'));
    expect(german.items).toMatchObject([
      { kind: 'comment', text: 'ein Kommentar 😀', thread: 'SampleVid_3', links: ['https://example.org/s'] },
    ]);
  });

  it('of the HTML lists keep their line ends', async () => {
    const { items } = await read(googleTakeoutSource, fixture('my-comments.html'));
    expect(items).toMatchObject([
      { kind: 'comment', nativeId: 'UgxA.b', replyTo: 'UgxA', text: 'first line\nsecond & <b>', thread: 'SampleVid_1' },
      { kind: 'message', text: 'in the live chat', publishedAt: '2020-04-27T23:18:23Z', thread: 'SampleVid_6' },
    ]);
  });

  it('in a row that is too short are rejected with their line', async () => {
    const text = readFileSync(fixturePath('google-takeout/fixtures/comments-2023.csv'), 'utf8').trimEnd();
    const { items, rejected } = await read(googleTakeoutSource, fileOf('c.csv', `${text}\nUgx,only\n`));
    expect(items).toHaveLength(2);
    expect(rejected).toMatchObject([{ where: 'c.csv:4', reason: 'has 2 cells, but the text is column 7' }]);
  });
});

describe('live chat', () => {
  it('is told from comments, with and without a header, also with a column for the currency', async () => {
    const { items } = await read(googleTakeoutSource, fixture('chats-ohne-kopf.csv'));
    expect(items).toMatchObject([{ kind: 'message', text: 'in the chat', thread: 'SampleVid_5' }]);
    const row = [
      'Cid4AaABDqgB5OC1kgIxyz0',
      'UCmarshHERONmarshHERON00',
      '2026-02-01T10:00:00+00:00',
      '5',
      'USD',
      'SampleVid_5',
      '{"text":"hi"}',
    ];
    const header = ['Chat-ID', 'Kanal-ID', 'Zeit', 'Preis', 'Währung', 'Video-ID', 'Text'];
    expect(youTubeTable([header, row])?.rows).toBe('live-chat');
    expect(youTubeTable([row])?.rows).toBe('live-chat');
  });
});

describe('Google Chat', () => {
  it('gives messages with author, topic, attachments, links, quotes, edits and deletions', async () => {
    const { items, rejected } = await read(googleTakeoutSource, fixture('messages.json'));
    expect(rejected).toEqual([]);
    expect(items[0]).toEqual({
      id: 'google-chat:AAAAx1y2z3/t1/m1',
      source: { kind: 'google-takeout', id: 'AAAAx1y2z3' },
      nativeId: 'AAAAx1y2z3/t1/m1',
      kind: 'message',
      author: { id: 'ana@example.org', name: 'Ana' },
      publishedAt: '2020-11-03T17:12:35Z',
      text: 'see https://example.org',
      media: [{ type: 'image', file: 'File-map.png' }],
      links: ['https://example.org/'],
      thread: 't1',
    });
    expect(items[1]).toMatchObject({ editedAt: '2020-11-03T17:13:35Z', replyTo: 'AAAAx1y2z3/t1/m1' });
    expect(items[2]).toMatchObject({ kind: 'service', text: '' });
    expect(items[3]).toMatchObject({ kind: 'message', text: '', deletedAt: '2020-11-04T05:12:35Z' });
  });
});

describe('dates in words', () => {
  it.each([
    'Tuesday, November 3, 2020 at 5:12:35\u202fPM UTC',
    'Tuesday, 3 November 2020 at 17:12:35 UTC',
    'martes, 3 de noviembre de 2020, 17:12:35 UTC',
    'mardi 3 novembre 2020 à 17:12:35 UTC',
    'Dienstag, 3. November 2020 um 17:12:35 UTC',
    'dinsdag 3 november 2020 om 17:12:35 UTC',
    'вторник, 3 ноября 2020 г. в 17:12:35 UTC',
    '2020年11月3日火曜日 17時12分35秒 UTC',
    '2020년 11월 3일 화요일 오후 5시 12분 35초 UTC',
    '2020年11月3日星期二 UTC 17:12:35',
    'الثلاثاء، ٣ نوفمبر ٢٠٢٠ في ٥:١٢:٣٥ م UTC',
    '3 Kasım 2020 Salı 17:12:35 UTC',
    'terça-feira, 3 de novembro de 2020 às 18:12:35 UTC+1',
  ])('%s', (written) => {
    expect(instantOfLongDate(written)).toBe('2020-11-03T17:12:35Z');
  });

  it.each(['', 'soon', 'Tuesday, November 31, 2020 at 5:12:35 PM UTC'])('%j is none', (written) => {
    expect(instantOfLongDate(written)).toBeUndefined();
  });
});

it.each([
  ['plain words', 'plain words'],
  ['{"text":"a"},{"text":"b"}', 'ab'],
  ['{"takeoutSegments":[{"text":"a"},{"text":" b"}]}', 'a b'],
  ['{"text":"a"} is how I begin', '{"text":"a"} is how I begin'],
  ['{"text":""}', ''],
])('the text of %s', (cell, text) => {
  expect(segmentText(cell).text).toBe(text);
});

it('knows a Takeout by its folders, and what of it holds nothing to read', () => {
  const files = new Set([
    'Takeout/Drive/list.txt',
    'Takeout/Google Chat/Groups/Space A/messages.json',
    'Takeout/Google Chat/Groups/Space A/group_info.json',
    'Takeout/Google Chat/Groups/Space A/File-a.csv',
    'own/notes.txt',
  ]);
  expect([...files].map((name) => isTakeoutSideFile(name, files))).toEqual([true, false, true, true, false]);
  expect(isInTakeout('own/notes.txt', files)).toBe(false);
});
