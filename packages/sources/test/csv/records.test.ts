import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRecords, type CsvRecord } from '../../src/csv/records.js';

async function records(text: string, step = text.length, delimiter = ','): Promise<readonly CsvRecord[]> {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += Math.max(1, step)) chunks.push(text.slice(at, at + Math.max(1, step)));
  const found: CsvRecord[] = [];
  for await (const record of csvRecords(chunks, delimiter)) found.push(record);
  return found;
}

it('gives back every table that was written by the rules, in pieces of any size', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', '\r\n', ' ', '🏮') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, step) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
      const found = await records(text, step);
      expect(found.map((record) => ('fields' in record ? record.fields : record.reason))).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});

it('goes on at the next line behind a quote that is opened and never closed', async () => {
  const found = await records('a,b\n1,"open\n2,fine\n3,"also fine"\n4,x');
  expect(found.map((record) => ('fields' in record ? record.fields[0] : `line ${String(record.line)}`))).toEqual([
    'a',
    'line 2',
    '2',
    '3',
    '4',
  ]);
});

it('reads a quote inside an unquoted cell as it stands', async () => {
  expect(await records('1,he said "hi"\n')).toEqual([{ line: 1, fields: ['1', 'he said "hi"'] }]);
});

it('counts lines across cells that hold line ends, and takes every kind of line end', async () => {
  const found = await records('a,b\r\n"x\ny",2\r3,4\n');
  expect(found).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['x\ny', '2'] },
    { line: 4, fields: ['3', '4'] },
  ]);
});

it('refuses a row that is longer than any, once, and goes on behind it', async () => {
  for (const step of [65_536, 10_000_000]) {
    const found = await records(`id,text\n1,good\n${','.repeat(5_000_000)}\n3,good\n`, step);
    expect(found.map((record) => ('fields' in record ? record.fields : record))).toEqual([
      ['id', 'text'],
      ['1', 'good'],
      { line: 3, reason: 'is longer than 1,048,576 characters (the limit)', sample: ','.repeat(500), runaway: false },
      ['3', 'good'],
    ]);
    expect(found.at(-1)?.line).toBe(4);
  }
});
