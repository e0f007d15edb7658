// A process that stores numbered Items as fast as it can and says each number once it is acknowledged. Killed at random.
import { openStore } from '@vedette/store';

const [dataDir, sourceId] = process.argv.slice(2);
const store = await openStore({ dataDir }, { version: '0.1.0', now: Date.now });
// Goes on behind what the cursor says, as a source does after a crash.
const [source] = await store.sources.runnable();
const from = Number(source?.cursor ?? 0);
process.stdout.write(`open\n${from}\n`);
const decoded = (text) => ({ text: { text, plain: text, fold: text, readings: [], disguises: [] } });
for (let number = from; ;) {
  const size = 1 + (number % 7);
  const entries = Array.from({ length: size }, (_, index) => {
    const id = `item-${number + index}`;
    const text = `numbered item ${number + index}`;
    const item = { id, source: { kind: 'ndjson', id: 'counter' }, nativeId: id, kind: 'post', text };
    const matches = [{ watchlist: 'w', rule: 'r', severity: 'low', action: 'alert', spans: [] }];
    return { item, decoded: decoded(text), copyKey: `k${(number + index) % 50}`, matches, columns: [] };
  });
  await store.ingest.commit({ source: { id: sourceId }, cursor: number + size, entries, rejected: [], at: Date.now() });
  number += size;
  process.stdout.write(`${number}\n`);
}
