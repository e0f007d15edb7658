import { describe, expect, it } from 'vitest';
import { csvSource } from '../../src/csv/index.js';
import { fileOf, read } from '../read-text.js';

async function outcome(table: string) {
  const { items, rejected } = await read(csvSource, fileOf('a.csv', table));
  return { texts: items.map(({ text }) => text), rejected: rejected.map(({ where, reason }) => `${where} ${reason}`) };
}

describe('behind a row that cannot be read', () => {
  it('the next rows are read', async () => {
    expect(await outcome('id,text\n1,one\n2,"two\n3,three\n4,four\n')).toEqual({
      texts: ['one', 'three', 'four'],
      rejected: ['a.csv:3 a quote is opened and never closed'],
    });
  });

  it('lines of its text do not become Items, also where they hold the delimiter', async () => {
    expect(await outcome('id,text\n1,one\n2,"two\nwell, said she\nand, so on\n3,three\n')).toEqual({
      texts: ['one', 'three'],
      rejected: ['a.csv:3 a quote is opened and never closed; lines 3 to 5 are not read'],
    });
  });

  it('a date tells a row, too', async () => {
    expect(await outcome('date,text\n2024-01-01,"two\nwell, said she\n2024-01-02,three\n')).toEqual({
      texts: ['three'],
      rejected: ['a.csv:2 a quote is opened and never closed; lines 2 to 3 are not read'],
    });
  });

  it('two broken rows are two', async () => {
    const { texts, rejected } = await outcome('id,text\n1,"a" b\n2,"c" d\n3,three\n');
    expect(texts).toEqual(['three']);
    expect(rejected.map((line) => line.slice(0, 7))).toEqual(['a.csv:2', 'a.csv:3']);
  });

  it('a quote that is open for megabytes is told once; rows are read where they show themselves', async () => {
    const text = 'never closed, line\n'.repeat(150_000);
    expect(await outcome(`id,text\n1,good\n2,"${text}`)).toEqual({
      texts: ['good'],
      rejected: [
        'a.csv:3 a quote is opened and not closed within 1,048,576 characters; lines 3 to 150002 are not read',
      ],
    });
    expect((await outcome(`id,text\n1,good\n2,"${text}3,more\n`)).texts).toEqual(['good', 'more']);
  });

  it('a table without a column that tells rows from words loses the rest rather than make words up', async () => {
    const text = 'never closed, line\n'.repeat(100_000);
    const { texts, rejected } = await outcome(`author,text\nAna,good\nBen,"${text}`);
    expect(texts).toEqual(['good']);
    expect(rejected).toHaveLength(1);
  });

  it('a row of 5 million commas is refused for its length', async () => {
    expect(await outcome(`id,text\n1,good\n${','.repeat(5_000_000)}\n3,good\n`)).toEqual({
      texts: ['good', 'good'],
      rejected: ['a.csv:3 is longer than 1,048,576 characters (the limit)'],
    });
  });
});
