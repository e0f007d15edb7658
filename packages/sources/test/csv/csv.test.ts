import { describe, expect, it } from 'vitest';
import { csvSource } from '../../src/csv/index.js';
import { fileOf, fixtureOf, read } from '../read-text.js';

describe('a table with a header', () => {
  it('is read in French, with semicolons, lines inside cells and doubled quotes', async () => {
    const { items } = await read(csvSource, fixtureOf('csv/fixtures/posts-fr.csv'), { zone: 'Europe/Paris' });
    expect(items.map((item) => item.text)).toEqual([
      'Le marché ouvre samedi; venez nombreux.',
      'Deux lignes\ndans un message',
      'Elle a dit "bonjour"',
    ]);
    expect(items[0]).toMatchObject({
      nativeId: 'a1',
      author: { name: 'Zoé Martin' },
      url: 'https://example.org/p/1',
      publishedAt: '2024-02-13T09:00:00Z',
      publishedAtAssumedZone: 'Europe/Paris',
    });
  });

  it('loses only the row whose quote is broken, and names its line', async () => {
    const { rejected } = await read(csvSource, fixtureOf('csv/fixtures/posts-fr.csv'));
    expect(rejected.map(({ where, reason }) => `${where} ${reason}`)).toEqual([
      expect.stringMatching(/^posts-fr\.csv:5 .*quote/u),
      expect.stringMatching(/^posts-fr\.csv:8 has 6 cells where the header has 5/u),
    ]);
  });

  it('is read with a byte order mark, Windows line ends, and date and time apart', async () => {
    const { items } = await read(csvSource, fixtureOf('csv/fixtures/posts-en-bom.csv'));
    expect(items.map((item) => [item.publishedAt, item.publishedAtAssumedZone])).toEqual([
      ['2024-03-01T23:59:30Z', 'UTC'],
      ['2024-03-01T10:00:00Z', undefined],
    ]);
  });

  it('is read in Arabic, with tabs and Arabic digits', async () => {
    const { items } = await read(csvSource, fixtureOf('csv/fixtures/posts-ar.tsv'));
    expect(items[0]).toMatchObject({
      text: 'بوابة رمادية عند النهر',
      author: { name: 'سارة' },
      publishedAt: '2024-05-01T00:00:00Z',
    });
  });

  it.each([
    ['windows-1252', Buffer.from('text,author\ncaf\xe9 \xe0 la mer,L\xe9a\n', 'latin1'), 'café à la mer'],
    ['UTF-16 LE', Buffer.from('\ufefftext,author\ncafé à la mer,Léa\n', 'utf16le'), 'café à la mer'],
    ['UTF-16 BE', Buffer.from('\ufefftext,author\ncafé à la mer,Léa\n', 'utf16le').swap16(), 'café à la mer'],
  ])('is read in %s', async (_charset, bytes, text) => {
    const { items } = await read(csvSource, fileOf('posts.csv', bytes));
    expect(items.map((item) => item.text)).toEqual([text]);
  });

  it('keeps the text exactly as the cell has it', async () => {
    const { items } = await read(csvSource, fileOf('a.csv', 'text,date\n"  spaced\tout  ",2024-01-01\n'));
    expect(items[0]?.text).toBe('  spaced\tout  ');
  });

  it('gives ids that do not depend on what comes after', async () => {
    const first = await read(csvSource, fileOf('a.csv', 'text,author\nhello,Ana\nhello,Ana\n'));
    const longer = await read(csvSource, fileOf('b.csv', 'text,author\nhello,Ana\nhello,Ana\nbye,Ben\n'));
    expect(longer.items.slice(0, 2).map((item) => item.id)).toEqual(first.items.map((item) => item.id));
    expect(new Set(longer.items.map((item) => item.id)).size).toBe(3);
  });

  it('says which columns it saw when none is the text', async () => {
    const { items, rejected } = await read(csvSource, fileOf('sales.csv', 'sku,price\n1,2\n'));
    expect(items).toEqual([]);
    expect(rejected[0]?.reason).toContain('sku | price');
  });
});

describe('--columns', () => {
  it('names columns by position; a table without a header loses no row', async () => {
    const { items } = await read(csvSource, fixtureOf('csv/fixtures/headerless.csv'), {
      columns: 'date,time,author.name,author.id,text',
      zone: 'Africa/Casablanca',
    });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      text: 'Happy new year, all',
      author: { id: 'user77', name: 'Ana' },
      publishedAt: '2023-12-31T22:59:00Z',
    });
  });

  it('passes over a header although columns are given by position', async () => {
    const { items } = await read(csvSource, fileOf('a.csv', 'When,Message\n2024-01-01,hello\n'), {
      columns: 'date,text',
    });
    expect(items.map((item) => item.text)).toEqual(['hello']);
  });

  it('names columns by header', async () => {
    const table = 'When;Words;Who\n2024-01-01;hello;Ana\n';
    const { items } = await read(csvSource, fileOf('a.csv', table), {
      columns: 'text=Words,date=When,author.name=who',
    });
    expect(items[0]).toMatchObject({ text: 'hello', author: { name: 'Ana' }, publishedAt: '2024-01-01T00:00:00Z' });
  });

  it.each(['text,colour', 'text,text', 'text=Body,date', 'body'])('refuses %s', async (columns) => {
    await expect(read(csvSource, fileOf('a.csv', 'a,b\n'), { columns })).rejects.toThrow(/column/u);
  });
});

describe('detect', () => {
  it.each([
    ['posts.csv', 'id,text\n1,a', 0.8],
    ['posts.txt', 'id;message;date\n1;a;2024-01-01', 0.7],
    ['sales.csv', 'sku,price\n1,2', 0.2],
    ['letter.txt', 'Message to all, dear friends\nwe meet', 0],
    ['data.json', '{"text": "a"}', 0],
  ])('%s', (name, content, score) => {
    expect(csvSource.detect?.(fileOf(name, content))).toBe(score);
  });
});
