import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.js';
import { useScratch } from './scratch.js';

const { put } = useScratch();
const lines = '{"text":"grey gate"}\n'.repeat(100_000);
const list = 'name: List\nrules:\n  - id: gate\n    query: gate\n';

describe('somebody who stops the program', () => {
  it.each(['read', 'decode', 'match'])('is told by %s that files were not read to their end', async (command) => {
    const watchlist = command === 'match' ? ['--watchlist', put('list.yaml', list)] : [];
    const call = [command, ...watchlist, put('many.jsonl', lines)];
    const { status, stderr, stdout } = await cli(call, { stopAtOutput: true });
    expect([status, stderr]).toEqual([1, 'vedette: stopped before the end: what was given so far is not all\n']);
    expect(stdout).not.toBe('');
  });

  it('hears nothing where what is read has no end of its own', async () => {
    const { status, stderr } = await cli(['read', '-'], { stdin: lines, stopAtOutput: true });
    expect([status, stderr]).toEqual([0, '']);
  });
});
