import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@vedette/store';
import { startPostgres } from './postgres.js';

/** What vitest hands to a global setup, as far as it is used here. */
interface TestRun {
  provide(key: 'postgresUrl' | 'embeddedTemplate', value: string): void;
}

/** Makes an empty embedded data folder: making one takes seconds, copying it does not. */
export async function makeTemplate(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vedette-template-'));
  const store = await openStore({ dataDir }, { version: '0.0.1', now: Date.now });
  await store.close();
  return dataDir;
}

/** Global setup of the `db` project: one PostgreSQL server and one empty embedded database for the whole run. */
export async function setup(run: TestRun): Promise<() => Promise<void>> {
  const [server, template] = await Promise.all([startPostgres(), makeTemplate()]);
  run.provide('postgresUrl', server.url);
  run.provide('embeddedTemplate', template);
  return async () => {
    await server.stop();
    await rm(template, { recursive: true, force: true });
  };
}
