import { expect, it } from 'vitest';
import { HeldRecords } from '../../src/input/held-records.js';

it.each([
  ['in memory', 3, 10],
  ['on disk', 40, 300_000],
])('gives records back in their order: %s', async (_, count, size) => {
  const held = new HeldRecords();
  const records = Array.from({ length: count }, (_value, index) => Buffer.alloc(index === 1 ? 0 : size, index));
  for (const record of records) await held.add(record);
  const back: Buffer[] = [];
  for await (const batch of held.batches()) back.push(...batch.map((record) => Buffer.from(record)));
  await held.remove();
  expect(back.map((record) => [record.length, record[0]])).toEqual(records.map((record) => [record.length, record[0]]));
});
