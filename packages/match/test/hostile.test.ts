import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Processor seconds, parsing, compiling and three texts of 100,000 characters together. */
const ceiling = 5;

test('no regular expression and no query can hang: all end under the ceiling', () => {
  const script = fileURLToPath(new URL('fixtures/hostile.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 150_000 });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength(17);
  const slow = lines.filter((line) => Number(/"seconds":([\d.e-]+)/u.exec(line)?.[1]) >= ceiling);
  expect(slow).toEqual([]);
}, 160_000);
