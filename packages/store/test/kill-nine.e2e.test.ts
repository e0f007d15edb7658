import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCheckpoint, verifyRecord } from '@vedette/ledger';
import { openStore, type Store } from '@vedette/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anna } from './entries.js';

const rounds = 30;
const program = fileURLToPath(new URL('kill/ingesting-process.mjs', import.meta.url));
const open = (dataDir: string) => openStore({ dataDir }, { version: '0.1.0', now: Date.now });

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'vedette-kill-'));
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

interface Round {
  /** where the process found the cursor when it opened the store */
  readonly from: number;
  /** how many Items it said were stored, all rounds together */
  readonly acknowledged: number;
}

/** Lets the process ingest, and kills it after so many acknowledgements (and a little more). */
async function ingestAndKill(source: string, acknowledgements: number): Promise<Round> {
  // A process that lives for a second need not optimise the engine's code: that takes longer than all its work.
  const child = spawn(process.execPath, ['--liftoff-only', program, dataDir, source], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
    // Killed from here the process is at some other point of its work each time.
    if (said.split('\n').length > acknowledgements + 2) child.kill('SIGKILL');
  });
  await new Promise((resolve) => {
    child.once('close', resolve);
  });
  if (!said.startsWith('open\n')) throw new Error(`the ingesting process did not open the store: ${words}`);
  const [from = Number.NaN, ...acknowledged] = said.split('\n').slice(1, -1).map(Number);
  return { from, acknowledged: acknowledged.at(-1) ?? from };
}

async function verify(store: Store, acknowledged: number): Promise<number> {
  const rows = await store.db.selectFrom('items').select('id').execute();
  const numbers = new Set(rows.map(({ id }) => Number(id.slice('item-'.length))));
  const missing = Array.from({ length: acknowledged }, (_, number) => number).filter((number) => !numbers.has(number));
  expect(missing).toEqual([]);
  expect(numbers.size).toBe(rows.length);
  expect(await store.items.count()).toBe(rows.length);
  // The cursor and the Items were committed together.
  const [running] = await store.sources.runnable();
  expect(running?.cursor ?? 0).toBe(rows.length);
  const copies = await store.db.selectFrom('alerts').select('copies').execute();
  expect(copies.reduce((sum, alert) => sum + alert.copies, 0)).toBe(rows.length);
  return rows.length;
}

it(`an acknowledged Item survives kill -9 in each of ${rounds} rounds, and none is doubled`, async () => {
  const first = await open(dataDir);
  const source = await first.sources.add({ kind: 'ndjson', title: 'Counter', config: {}, basis: 'test' }, anna);
  await first.close();
  let acknowledged = 0;
  let stored = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const next = await ingestAndKill(source.id, (round * 7) % 23);
    // Every round: the next process finds everything that was acknowledged. Every tenth: each Item is looked for.
    expect(next.from).toBeGreaterThanOrEqual(acknowledged);
    ({ acknowledged } = next);
    if (round % 10 !== 0) continue;
    const store = await open(dataDir);
    stored = await verify(store, acknowledged);
    await store.close();
  }
  const store = await open(dataDir);
  const entries = [];
  for await (const batch of store.record.entries()) entries.push(...batch);
  expect((await verifyRecord(entries, { checkpoints: [parseCheckpoint(await store.record.checkpoint())] })).ok).toBe(
    true,
  );
  await store.close();
  expect(stored).toBeGreaterThan(rounds);
}, 600_000);
