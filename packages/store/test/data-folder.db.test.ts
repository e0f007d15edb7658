import { spawnSync } from 'node:child_process';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreOptions } from '@vedette/store';
import { describeEmbedded, type TestDatabases } from '@vedette/testing/database';
import { type Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { entryOf, harbour, minute, noon } from './entries.js';
import { temporaryFolder } from './temporary-folder.js';

async function folderOf(databases: TestDatabases): Promise<string> {
  const location = await databases.locate();
  if (!('dataDir' in location)) throw new TypeError('the embedded engine has a folder');
  return location.dataDir;
}

/** Opens the folder, does something there, and closes it. */
async function within(
  dataDir: string,
  options: Partial<StoreOptions>,
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown> = () => Promise.resolve(),
): Promise<string[]> {
  const said: string[] = [];
  const log = (message: string) => said.push(message);
  const store = await openStore({ dataDir }, { version: '0.1.0', now: () => noon, log, ...options });
  try {
    await work(store);
  } finally {
    await store.close();
  }
  return said;
}

describeEmbedded('a data folder', (databases) => {
  it('belongs to one instance at a time, and is free afterwards', async () => {
    const dataDir = await folderOf(databases);
    await within(dataDir, {}, async () => {
      await expect(within(dataDir, {})).rejects.toMatchObject({
        code: 'locked',
        message: `The data folder ${dataDir} is in use by process ${process.pid}: stop that instance, or give this one another folder with --data`,
      });
    });
    expect(await within(dataDir, {})).toEqual([]);
  });

  it('is taken over from a process that died, also where its number was given to another', async () => {
    const dataDir = await folderOf(databases);
    const dead = spawnSync(process.execPath, ['--version']).pid;
    for (const pid of [dead, process.pid]) {
      const holder = { pid, started: '1', host: hostname(), token: 'left over' };
      await writeFile(join(dataDir, 'lock'), JSON.stringify(holder));
      expect(await within(dataDir, {})).toEqual([`The lock of process ${pid}, which is gone, was taken over.`]);
    }
    expect((await readdir(dataDir)).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('of a newer version is refused and left as it is', async () => {
    const dataDir = await folderOf(databases);
    await within(dataDir, { version: '9.1.0' });
    const refusal = {
      code: 'newer-version',
      message: `The data in ${dataDir} was written by Vedette 9.1.0; this is 0.1.0. Install 9.1.0 or newer, or use another data folder`,
    };
    await expect(within(dataDir, {})).rejects.toMatchObject(refusal);
    // The database says so too where the note beside it was lost.
    await writeFile(join(dataDir, 'version.json'), '{}');
    await expect(within(dataDir, {})).rejects.toMatchObject(refusal);
    await within(dataDir, { version: '9.1.0' });
  });
});

function change(n: number) {
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create table ${sql.table(`later_${n}`)} (one integer)`.execute(db);
    },
  };
}

/** Changes of tables that versions to come may bring: the first so many of them. */
function changes(count: number): NonNullable<StoreOptions['laterMigrations']> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`2099-01-0${n + 1}-later`, change(n + 1)]));
}

describeEmbedded('a change of tables', (databases) => {
  it('is made after a copy of the data; the last three copies stay, and a copy can be opened', async () => {
    const dataDir = await folderOf(databases);
    await within(dataDir, {}, async (store) => (await harbour(store)).hand([entryOf({ id: 'before' })]));
    await mkdir(join(dataDir, 'copies', '2026-02-01T00-00-00.000Z.part'), { recursive: true });
    for (let n = 1; n <= 4; n += 1) {
      const said = await within(dataDir, { laterMigrations: changes(n), now: () => noon + n * minute });
      expect(said).toEqual([expect.stringContaining(join(dataDir, 'copies', `2026-03-01T12-0${n}`))]);
    }
    expect(await within(dataDir, { laterMigrations: changes(4) })).toEqual([]);
    const copies = (await readdir(join(dataDir, 'copies'))).sort();
    expect(copies).toEqual([2, 3, 4].map((n) => `2026-03-01T12-0${n}-00.000Z`));

    // This version does not know those changes, and says so; the copy from before the second change has the first.
    await expect(within(dataDir, {})).rejects.toMatchObject({ code: 'newer-version' });
    const again = await temporaryFolder();
    await rename(join(dataDir, 'copies', copies[0] ?? ''), join(again, 'database'));
    await within(again, { laterMigrations: changes(1) }, async (store) => {
      expect((await store.items.get('before'))?.item.text).toBe('post before');
      expect((await store.check()).every(({ ok }) => ok)).toBe(true);
    });
  }, 120_000);

  it('that fails leaves the data as it was, and the copy', async () => {
    const dataDir = await folderOf(databases);
    await within(dataDir, {}, async (store) => (await harbour(store)).hand([entryOf({ id: 'before' })]));
    const failing = {
      '2099-01-01-half': {
        up: async (db: Kysely<unknown>) => {
          await sql`drop table bodies`.execute(db);
          await sql`drop table no_such_table`.execute(db);
        },
      },
    };
    await expect(within(dataDir, { laterMigrations: failing })).rejects.toMatchObject({
      code: 'damaged',
      message: 'The change of tables 2099-01-01-half failed; nothing was changed',
    });
    expect(await readdir(join(dataDir, 'copies'))).toHaveLength(1);
    await within(dataDir, {}, async ({ items }) => {
      expect((await items.get('before'))?.item.text).toBe('post before');
    });
    expect(JSON.parse(await readFile(join(dataDir, 'version.json'), 'utf8'))).toEqual({ version: '0.1.0' });
  });
});
