// `npm test`: installs and builds what is missing, then runs every check. Each step runs even if one before it failed,
// so that one run names everything that is wrong. `npm test -- unit db` runs the named steps only.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded, installIfNeeded, requireNode, root, run } from './workspace.mjs';

requireNode();
const prepared = installIfNeeded() || buildIfNeeded();
if (prepared !== 0) process.exit(prepared);

const bin = (path) => join(root, 'node_modules', path);
const reports = mkdtempSync(join(tmpdir(), 'vedette-test-'));
const vitest = (project) => [
  bin('vitest/vitest.mjs'),
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reports, `${project}.json`)}`,
];
const steps = {
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  lint: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
  types: [bin('typescript/bin/tsc'), '-p', 'tsconfig.tests.json'],
  deadcode: [bin('knip/bin/knip.js')],
  unit: vitest('unit'),
  db: vitest('db'),
  e2e: vitest('e2e'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  process.stderr.write(`no such step: ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}\n`);
  process.exit(2);
}

const results = [];
for (const [name, command] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n── ${name}\n`);
  const started = performance.now();
  const status = run(process.execPath, command);
  results.push({ name, status, seconds: (performance.now() - started) / 1000 });
}

process.stdout.write('\n');
for (const { name, status, seconds } of results)
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(9)} ${seconds.toFixed(1)} s\n`);

let passed = 0;
let failed = results.filter(({ status }) => status !== 0).length;
let skipped = 0;
for (const { name, status } of results) {
  if (!['unit', 'db', 'e2e'].includes(name)) {
    passed += status === 0 ? 1 : 0;
    continue;
  }
  try {
    const report = JSON.parse(readFileSync(join(reports, `${name}.json`), 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    skipped += report.numPendingTests;
  } catch (error) {
    process.stderr.write(`${name} left no report: ${error instanceof Error ? error.message : String(error)}\n`);
    failed += status === 0 ? 1 : 0;
  }
}
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed === 0 ? 0 : 1;
