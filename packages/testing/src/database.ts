import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { type Store, type StoreLocation, openStore } from '@vedette/store';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { makeTemplate } from './databases-for-run.js';
import { createDatabase, startPostgres } from './postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the run's PostgreSQL server, from `databases-for-run.ts` */
    postgresUrl?: string | undefined;
    /** an empty embedded data folder to be copied */
    embeddedTemplate?: string | undefined;
  }
}

/** What a test says about the store that it opens. */
export interface OpenOptions {
  /** epoch milliseconds; the real clock where missing */
  readonly now?: () => number;
  readonly version?: string;
  /** open the same data again instead of fresh ones */
  readonly location?: StoreLocation;
}

/** Databases of one engine for the tests of one block. */
export interface TestDatabases {
  readonly engine: 'embedded' | 'postgresql';
  /** An empty place for a store; removed after the test. */
  locate(): Promise<StoreLocation>;
  /** A store on an empty database (or on `location`); closed after the test, or emptied for the next. */
  open(options?: OpenOptions): Promise<Store>;
}

/**
 * Runs the same tests on the embedded engine and on PostgreSQL, each test on databases of its own.
 * @example
 * describeDatabases('a decision', (databases) => {
 *   it('stays', async () => { const store = await databases.open(); … });
 * });
 */
export function describeDatabases(name: string, tests: (databases: TestDatabases) => void): void {
  for (const [engine, make] of [
    ['embedded', embedded],
    ['PostgreSQL', postgresql],
  ] as const)
    describe(`${name} (${engine})`, () => {
      tests(make());
    });
}

/** A description on the embedded engine alone, for what only it has (folders, locks, copies). */
export function describeEmbedded(name: string, tests: (databases: TestDatabases) => void): void {
  describe(`${name} (embedded)`, () => {
    tests(embedded());
  });
}

function opener(locate: () => Promise<StoreLocation>): TestDatabases['open'] {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  return async (options = {}) => {
    const location = options.location ?? (await locate());
    const store = await openStore(location, { version: options.version ?? '0.1.0', now: options.now ?? Date.now });
    opened.push(store);
    return store;
  };
}

/** Opening the engine takes longer than a test: the first store of each test is one that is emptied in between. */
function sharedOpener(locate: () => Promise<StoreLocation>, open: TestDatabases['open']): TestDatabases['open'] {
  let now: () => number = Date.now;
  let shared: Store | undefined;
  let inUse = false;
  let dataDir: string | undefined;
  afterEach(() => {
    inUse = false;
  });
  afterAll(async () => {
    await shared?.close();
    if (dataDir !== undefined) await rm(dataDir, { recursive: true, force: true });
  });
  return async (options = {}) => {
    if (inUse || options.location !== undefined || options.version !== undefined) return await open(options);
    inUse = true;
    now = options.now ?? Date.now;
    if (shared === undefined) {
      dataDir = await mkdtemp(join(tmpdir(), 'vedette-shared-'));
      const location = await locate();
      if ('dataDir' in location) await cp(location.dataDir, dataDir, { recursive: true });
      shared = await openStore({ dataDir }, { version: '0.1.0', now: () => now() });
    } else {
      await empty(shared);
    }
    const store = shared;
    // A test may close its store; this one stays open for the next.
    return { ...store, close: () => Promise.resolve() };
  };
}

async function empty({ db }: Store): Promise<void> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = current_schema() and tablename not like 'kysely%'`.execute(db);
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))} restart identity cascade`.execute(db);
  await sql`insert into record_head (one, size, edge) values (1, 0, '[]')`.execute(db);
  await sql`insert into settings values ('version', '"0.1.0"')`.execute(db);
}

function embedded(): TestDatabases {
  let template = inject('embeddedTemplate');
  let ownTemplate: string | undefined;
  const folders: string[] = [];
  const locate = async () => {
    template ??= ownTemplate = await makeTemplate();
    const dataDir = await mkdtemp(join(tmpdir(), 'vedette-data-'));
    folders.push(dataDir);
    await cp(template, dataDir, { recursive: true });
    return { dataDir };
  };
  // Hooks after a test run last one first: the stores that `opener` closes must be closed before their folders go.
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });
  afterAll(async () => {
    if (ownTemplate !== undefined) await rm(ownTemplate, { recursive: true, force: true });
  });
  return { engine: 'embedded', locate, open: sharedOpener(locate, opener(locate)) };
}

function postgresql(): TestDatabases {
  let stop: (() => Promise<void>) | undefined;
  let url = '';
  beforeAll(async () => {
    const shared = inject('postgresUrl');
    if (shared !== undefined) {
      url = shared;
      return;
    }
    const server = await startPostgres();
    ({ url } = server);
    stop = () => server.stop();
  });
  afterAll(async () => {
    await stop?.();
  });
  const onServer = async (sql: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const made: string[] = [];
  afterEach(async () => {
    for (const database of made.splice(0)) await onServer(`drop database "${database}" with (force)`);
  });
  const locate = async () => {
    const databaseUrl = await createDatabase(url, onServer);
    made.push(new URL(databaseUrl).pathname.slice(1));
    return { databaseUrl };
  };
  return { engine: 'postgresql', locate, open: opener(locate) };
}
