import { defineConfig } from 'vitest/config';

const setupFiles = ['scripts/seed-properties.mjs'];

/**
 * Three projects: `unit` needs nothing, `db` runs every database test on the embedded engine and on PostgreSQL,
 * `e2e` drives the built product (real processes, a real browser). Tests import packages in their built form, so
 * `npm run build` comes first; `npm test` does both.
 */
export default defineConfig({
  test: {
    // Two files at once, also on a machine with two cores, where the runner would take one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: ['{packages,apps}/*/test/**/*.test.{ts,tsx}', 'demo/test/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.e2e.test.ts'],
          // Built packages are loaded by Node itself and once for all files of a worker: half of the time went there.
          isolate: false,
          server: { deps: { external: [/\/dist\//] } },
          // Properties with many runs take long on a busy machine; nothing here measures time.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          setupFiles,
          globalSetup: ['packages/testing/dist/databases-for-run.js'],
          include: ['{packages,apps}/*/test/**/*.db.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          setupFiles,
          include: ['{packages,apps}/*/test/**/*.e2e.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
