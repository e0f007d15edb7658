import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, type BackupPart, restore, type Store, verifyBackup } from '@vedette/store';
import { describeDatabases, type TestDatabases } from '@vedette/testing/database';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anna, caughtBy, entryOf, harbour, noon } from './entries.js';
import { temporaryFolder } from './temporary-folder.js';

async function all(parts: AsyncIterable<BackupPart>): Promise<BackupPart[]> {
  const found = [];
  for await (const part of parts) found.push(part);
  return found;
}

/** A store with Items in two scripts, one of them edited and decided, and its backup. */
async function backedUp(databases: TestDatabases) {
  const store = await databases.open({ now: () => noon });
  const { source, hand } = await harbour(store);
  const { alerts } = await hand([
    entryOf({ id: 'a', text: 'the grey gate opens at noon' }, { matches: [caughtBy('gate')] }),
    entryOf({ id: 'b', text: 'بوابة رمادية \u0000 "quoted" \\ 🚢' }),
  ]);
  await hand([entryOf({ id: 'b', text: 'بوابة رمادية', editedAt: '2026-03-01T12:30:00Z' })], { cursor: { line: 2 } });
  await store.decisions.decide(alerts[0]?.id ?? '', { verdict: 'false-alarm', by: anna });
  const dir = await temporaryFolder();
  return { store, source, dir, parts: await all(backup(store, dir)) };
}

async function content(store: Store) {
  const search = async (q: string) => (await store.search.page({ q, limit: 5, facets: true })).rows.map(({ id }) => id);
  return {
    items: [await store.items.get('a'), await store.items.get('b')],
    alerts: await store.alerts.list({ state: 'decided', order: 'newest', limit: 5 }),
    cursor: (await store.sources.runnable()).map(({ cursor }) => cursor),
    found: [await search('gate'), await search('بوابة'), await search('is:edited')],
    record: await store.record.checkpoint(),
  };
}

/** Changes one byte of a file of the backup. */
async function damage(file: string, at: number): Promise<() => Promise<void>> {
  const whole = await readFile(file);
  const damaged = Buffer.from(whole);
  damaged.writeUInt8(damaged.readUInt8(at) ^ 0x10, at);
  await writeFile(file, damaged);
  return () => writeFile(file, whole);
}

describeDatabases('a backup', (databases) => {
  it('brings everything back, on its own engine and on the embedded one', async () => {
    const { store, source, dir, parts } = await backedUp(databases);
    expect(await all(verifyBackup(dir))).toEqual(parts);
    const onOther = databases.engine === 'postgresql' ? [{ dataDir: await temporaryFolder() }] : [];
    for (const location of [await databases.locate(), ...onOther]) {
      const empty = await databases.open({ location });
      expect(await all(restore(empty, dir))).toEqual(parts);
      expect(await content(empty)).toEqual(await content(store));
      // A backup of what came back is the same to the byte, and new Items get numbers of their own.
      expect(await all(backup(empty, await temporaryFolder()))).toEqual(parts);
      await empty.ingest.commit({ source, entries: [entryOf({ id: 'c' })], rejected: [], at: noon });
      expect(await empty.items.count()).toBe(3);
    }
  }, 120_000);

  it('is found damaged where a single byte of any part changed, and nothing of it is restored', async () => {
    const { dir, parts } = await backedUp(databases);
    const anywhere = fc
      .constantFrom(...parts)
      .chain((part) => fc.record({ part: fc.constant(part), at: fc.nat({ max: part.bytes - 1 }) }));
    await fc.assert(
      fc.asyncProperty(anywhere, async ({ part, at }) => {
        const file = join(dir, `${part.name}.ndjson.gz`);
        const repair = await damage(file, at);
        await expect(all(verifyBackup(dir))).rejects.toMatchObject({
          code: 'damaged',
          message: expect.stringContaining(file),
        });
        await repair();
      }),
      { numRuns: 40 },
    );
    await damage(join(dir, 'record_entries.ndjson.gz'), 40);
    const empty = await databases.open({ location: await databases.locate() });
    await expect(all(restore(empty, dir))).rejects.toMatchObject({ code: 'damaged' });
    expect([await empty.items.count(), (await empty.sources.runnable()).length]).toEqual([0, 0]);
  });

  it('goes into an empty folder and comes back into an empty store only', async () => {
    const { store, dir, parts } = await backedUp(databases);
    await expect(all(backup(store, dir))).rejects.toMatchObject({ code: 'conflict' });
    await expect(all(restore(store, dir))).rejects.toMatchObject({ code: 'conflict' });
    await expect(all(verifyBackup(await temporaryFolder()))).rejects.toMatchObject({ code: 'damaged' });
    expect((await readdir(dir)).length).toBe(parts.length + 1);
  });
});
