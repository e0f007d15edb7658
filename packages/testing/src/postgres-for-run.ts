import { startPostgres } from './postgres.js';

/** What vitest hands to a global setup, as far as it is used here. */
interface TestRun {
  provide(key: 'postgresUrl', value: string): void;
}

/** Global setup of the `db` project: one PostgreSQL server for the whole run. */
export async function setup(run: TestRun): Promise<() => Promise<void>> {
  const server = await startPostgres();
  run.provide('postgresUrl', server.url);
  return () => server.stop();
}
