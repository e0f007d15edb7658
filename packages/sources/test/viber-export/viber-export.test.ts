import { sources } from '@vedette/sources';
import { sourceConformance } from '@vedette/testing';
import { describe, expect, it } from 'vitest';
import { viberExportSource } from '../../src/viber-export/index.js';
import { guessColumns } from '../../src/viber-export/schema.js';
import { fileOf, read } from '../read-text.js';

const chat = `13/05/2024,21:05:09,Ana,+3200000001,"one, two
three ""four"""
13/05/2024,21:06:00,Ben B,+3200000002,see https://example.org/a, it is late
and dark
14/05/2024,09:00:00,Ben B,+3200000002,see https://example.org/a, it is late
`;

async function items(text: string, options = {}) {
  const { items: found, rejected } = await read(viberExportSource, fileOf('Chat with Ana.csv', text), options);
  expect(rejected).toEqual([]);
  return found;
}

const sure = (text: string) => viberExportSource.detect?.(fileOf('a.csv', text)) ?? 0;

describe('rows', () => {
  it('give date, writer and text, with commas and lines that nobody put in quotes', async () => {
    const found = await items(chat, { zone: 'Europe/Brussels' });
    expect(found[0]).toMatchObject({
      kind: 'message',
      author: { id: '+3200000001', name: 'Ana' },
      publishedAt: '2024-05-13T19:05:09Z',
      publishedAtAssumedZone: 'Europe/Brussels',
      text: 'one, two\nthree "four"',
    });
    expect(found[1]).toMatchObject({
      text: 'see https://example.org/a, it is late\nand dark',
      links: ['https://example.org/a'],
    });
    expect(found).toHaveLength(3);
  });

  it('learn the order of the date', async () => {
    const found = await items('05/01/2024,10:00,Ana,+3200000001,a\n05/13/2024,10:00,Ana,+3200000001,b\n');
    expect(found.map((item) => item.publishedAt?.slice(0, 10))).toEqual(['2024-05-01', '2024-05-13']);
  });

  it('take columns by position and by header', async () => {
    const byPosition = await items('Ana,2024-05-13 10:00,hello\n', { columns: 'author.name,datetime,text' });
    expect(byPosition).toMatchObject([{ author: { name: 'Ana' }, text: 'hello', publishedAt: '2024-05-13T10:00:00Z' }]);
    const byHeader = await items('Who,When,What\nAna,2024-05-13 10:00,hello\n', {
      columns: 'author.name=Who,datetime=When,text=What',
    });
    expect(byHeader).toMatchObject([{ author: { name: 'Ana' }, text: 'hello' }]);
    await expect(read(viberExportSource, fileOf('a.csv', chat), { columns: 'nonsense' })).rejects.toThrow('nonsense');
  });

  it('repeat their ids in a longer export under another name', async () => {
    const shorter = await items(chat.split('\n').slice(0, 2).join('\n'));
    expect((await items(chat)).slice(0, 1).map((item) => item.id)).toEqual(shorter.map((item) => item.id));
    const twice = await items('13/05/2024,21:05,Ana,+3200000001,a\n13/05/2024,21:05,Ana,+3200000001,a\n');
    expect(new Set(twice.map((item) => item.id)).size).toBe(2);
  });

  it('that are no messages are told with their place', async () => {
    const { items: found, rejected } = await read(viberExportSource, fileOf('a.csv', `nonsense here\n${chat}`));
    expect(found).toHaveLength(3);
    expect(rejected).toMatchObject([{ where: 'a.csv:1' }]);
  });
});

describe('guessing', () => {
  it('finds columns by what their cells look like', () => {
    expect(guessColumns([['Ana', '+3200000001', '13/05/2024 21:05', 'hello']])).toBe(
      'author.name,author.id,datetime,text',
    );
    expect(guessColumns([['a', 'b', 'c', 'd']])).toBeUndefined();
  });

  it('knows a chat of Viber, and no other table', () => {
    expect(sure(chat)).toBeGreaterThan(0.8);
    expect(sure('id,text\n1,hello\n')).toBe(0);
    expect(sure('{"a":1}')).toBe(0);
    expect(sure('13/05/2024, 21:05 - Ana: hello, all\n')).toBe(0);
  });
});

describe('conformance', () => {
  // the built form, whose errors are those that the suite knows
  const definition = sources.find((source) => source.kind === 'viber-export') ?? viberExportSource;
  const files = [{ name: 'Chat with Ana.csv', content: Buffer.from(chat), items: 3 }];
  it.each(sourceConformance({ definition, files }))('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
});
