import type { Item } from '@vedette/contract';
import type { IngestBatch, IngestEntry, IngestResult, StoredItem } from '@vedette/store';
import { describe, expect, it } from 'vitest';
import { createCommitter, largestCommit } from '../src/commit.js';
import { createFakeClock } from './fake-clock.js';
import { item } from './fakes.js';

function entry(id: string): IngestEntry {
  const of = item(id);
  return {
    item: of,
    decoded: { text: { text: of.text, plain: of.text, fold: of.text, readings: [], disguises: [] } },
    copyKey: id,
    matches: [],
    columns: [],
  };
}

function stored(of: Item): StoredItem {
  return {
    summary: {
      id: of.id,
      source: of.source,
      kind: of.kind,
      receivedAt: '2026-01-01T00:00:00Z',
      text: of.text,
      textLength: of.text.length,
      mediaCount: 0,
      disguised: false,
      demo: false,
    },
    change: 'new',
    columns: [],
  };
}

/** A store in memory that refuses Items whose id is `bad`. */
function bench(refuse?: (batch: IngestBatch) => Error | undefined) {
  const batches: IngestBatch[] = [];
  const transactions: (readonly IngestBatch[])[] = [];
  const onDisk = new Set<string>();
  const told: string[] = [];
  const committer = createCommitter({
    clock: createFakeClock(),
    ingest: {
      async commit(...given): Promise<IngestResult> {
        await Promise.resolve();
        for (const batch of given) {
          const error = refuse?.(batch);
          if (error !== undefined) throw error;
        }
        transactions.push(given);
        batches.push(...given);
        const result: IngestResult = { stored: [], known: [], alerts: [] };
        for (const { item: of } of given.flatMap(({ entries }) => entries)) {
          if (onDisk.has(of.id)) result.known.push(of.id);
          else result.stored.push(stored(of));
          onDisk.add(of.id);
        }
        return result;
      },
    },
    onStored: (items) => told.push(...items.map(({ summary }) => summary.id)),
  });
  return { committer, batches, transactions, onDisk, told };
}

function refuseBad(batch: IngestBatch): Error | undefined {
  return batch.entries.some(({ item: of }) => of.id.startsWith('bad')) ? new Error('invalid byte sequence') : undefined;
}

describe('storing', () => {
  it('joins pushes that wait, and tells each what became of its own', async () => {
    const { committer, batches, told } = bench();
    const outcomes = await Promise.all(
      [['a'], ['b', 'c'], ['c', 'd']].map((ids) =>
        committer.commit({ sourceId: 's', entries: ids.map(entry), rejected: [] }),
      ),
    );
    expect(batches.map((batch) => batch.entries.length)).toEqual([1, 4]);
    expect(outcomes.map(({ stored: count, known }) => [count, known])).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
    ]);
    expect(told).toEqual(['a', 'b', 'c', 'd']);
  });

  it('stores what waits of many sources in one transaction, each with its own cursor, in order', async () => {
    const { committer, transactions } = bench();
    await Promise.all([
      committer.commit({ sourceId: 's', cursor: 1, entries: [entry('a')], rejected: [] }),
      committer.commit({ sourceId: 's', cursor: 2, entries: [entry('b')], rejected: [] }),
      committer.commit({ sourceId: 't', cursor: 7, entries: [entry('c')], rejected: [] }),
      committer.commit({ sourceId: 'u', entries: [entry('d')], rejected: [] }),
      committer.commit({ sourceId: 's', entries: [entry('e')], rejected: [] }),
      committer.commit({ sourceId: 'u', entries: [entry('f')], rejected: [] }),
    ]);
    expect(
      transactions.map((batches) =>
        batches.map(({ source, cursor, entries }) => [source.id, cursor, entries.map(({ item: of }) => of.id).join()]),
      ),
    ).toEqual([
      [['s', 1, 'a']],
      [
        ['s', 2, 'b'],
        ['t', 7, 'c'],
        ['u', undefined, 'd,f'],
        ['s', undefined, 'e'],
      ],
    ]);
  });

  it('lets no source pay for another: a removed one or a refused Item costs the others nothing', async () => {
    const removed = Object.assign(new Error('is not watched any more'), { code: 'not-found' });
    const { committer, batches, onDisk } = bench((batch) => (batch.source.id === 'gone' ? removed : refuseBad(batch)));
    const outcomes = await Promise.allSettled(
      [
        ['s', 'first'],
        ['gone', 'a'],
        ['t', 'bad', 'b'],
        ['u', 'c'],
      ].map(([sourceId = '', ...ids]) =>
        committer.commit({ sourceId, cursor: sourceId, entries: ids.map(entry), rejected: [] }),
      ),
    );
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.stored : outcome.reason))).toEqual(
      [1, removed, 1, 1],
    );
    expect([...onDisk].sort()).toEqual(['b', 'c', 'first']);
    expect(batches.flatMap(({ cursor }) => cursor ?? [])).toEqual(['s', 't', 'u']);
  });

  it('sends the cursor of a large batch with its last part', async () => {
    const { committer, batches } = bench();
    const entries = Array.from({ length: largestCommit + 1 }, (_, index) => entry(String(index)));
    await committer.commit({ sourceId: 's', cursor: 9, entries, rejected: [] });
    expect(batches.map((batch) => [batch.entries.length, batch.cursor])).toEqual([
      [largestCommit, undefined],
      [1, 9],
    ]);
  });

  it('puts aside exactly what the store refuses, with its reason, and keeps the rest and the cursor', async () => {
    const { committer, batches, onDisk } = bench(refuseBad);
    const entries = ['a', 'b', 'bad', 'c', 'd'].map(entry);
    const outcome = await committer.commit({ sourceId: 's', cursor: 3, entries, rejected: [] });
    expect(outcome).toEqual({ stored: 4, known: 0, rejected: 1, alerts: 0 });
    expect([...onDisk].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(batches.at(-1)).toMatchObject({
      cursor: 3,
      entries: [],
      rejected: [{ where: 'bad', reason: 'could not be stored: invalid byte sequence', sample: 'text of bad' }],
    });
  });

  it('blames no Item for a database that is away', async () => {
    const away = Object.assign(new Error('connection refused'), { retryable: true });
    const { committer, batches, told } = bench(() => away);
    await expect(committer.commit({ sourceId: 's', entries: [entry('a')], rejected: [] })).rejects.toBe(away);
    expect([batches, told]).toEqual([[], []]);
  });
});
