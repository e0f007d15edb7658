import { text } from 'node:stream/consumers';
import { array, asyncProperty, assert, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemSchema, type Item } from '@vedette/contract';
import { exportCsv, exportNdjson, type ExportHead } from '../src/features/items/export.js';

const head: ExportHead = { query: { q: 'gate' }, exportedAt: '2026-01-01T00:00:00Z', total: 1 };

function item(content: string, title?: string): Item {
  return {
    id: 'i',
    source: { kind: 'feed', id: 's' },
    nativeId: 'n',
    kind: 'post',
    text: content,
    ...(title === undefined ? {} : { title }),
  };
}

async function* stream(...items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** RFC 4180, where every cell is quoted. */
function rowsOf(table: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of table.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}

describe('an export', () => {
  it('as NDJSON begins with its query, time and total, and keeps Items to the letter', async () => {
    const [first = '', second = ''] = (await text(exportNdjson(head, stream(item('=1+1'))))).split('\n');
    expect(JSON.parse(first)).toEqual(head);
    expect(itemSchema.parse(JSON.parse(second))).toEqual(item('=1+1'));
  });

  it('as CSV can be read back, whatever the text is, and never begins a cell with a formula', async () => {
    expect.hasAssertions();
    await assert(
      asyncProperty(array(string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), async (texts) => {
        const table = await text(exportCsv(head, stream(...texts.map((content) => item(content, content)))));
        const rows = rowsOf(table);
        const cells = rows.slice(2, -1).map((row) => row[8] ?? '');
        expect(cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(texts);
        expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
