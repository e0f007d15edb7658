import { sources } from '@vedette/sources';
import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.js';

const commands = [
  ['start'],
  ['read'],
  ['decode'],
  ['match'],
  ['watchlist'],
  ['watchlist', 'check'],
  ['watchlist', 'import'],
  ['language'],
  ['similar'],
  ['verify'],
  ['ledger'],
  ['ledger', 'verify'],
  ['ledger', 'check-proof'],
  ['backup'],
  ['restore'],
  ['sources'],
  ['doctor'],
];

describe('help', () => {
  it.each(commands.map((words) => words.join(' ')))('of %s gives an example', async (command) => {
    const { status, stdout, stderr } = await cli([...command.split(' '), '--help']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  .*vedette ${command}`, 'u'));
  });

  it('names every command, and its example composes', async () => {
    const { stdout } = await cli(['--help']);
    for (const [command] of commands) expect(stdout).toContain(`\n  ${command ?? ''}`);
    expect(stdout).toContain('vedette read export.zip feed.xml | vedette match --watchlist list.yaml | jq .');
  });

  it('stands on stderr when nothing was asked', async () => {
    const { status, stdout, stderr } = await cli([]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: vedette');
  });
});

describe('a wrong call', () => {
  it.each([
    ['nonsense', "vedette: unknown command 'nonsense'"],
    ['read', "vedette: missing required argument 'input'"],
    ['read --nonsense x', "vedette: unknown option '--nonsense'"],
    ['read x --as poem', `there is no such kind; this build reads ${sources.map(({ kind }) => kind).join(', ')}`],
    ['read x --zone Mars/Olympus', 'it is not a time zone'],
    ['read x --columns text,colour', '"colour" is not a column'],
    ['read x --limit none', 'not a whole number'],
    ['match x', "required option '--watchlist <file>' not specified"],
    ['match x --watchlist /nonexistent/list.yaml', 'vedette: /nonexistent/list.yaml: there is no such file'],
    ['watchlist import x --as poem', 'argument'],
    ['similar x --threshold 2', 'above 0 and up to 1'],
    ['similar x --window soon', '90m, 24h, 7d'],
    ['start --port 70000', 'from 0 to 65535'],
    ['verify /nonexistent/x.wacz', 'vedette: there is no bundle at'],
    ['restore /nonexistent/copy', 'vedette: there is no backup at'],
    ['restore /nonexistent/copy --verify', 'vedette: there is no backup at'],
    ['backup copy --data /nonexistent/data', 'vedette: there is no data in'],
    ['ledger verify --data /nonexistent/data', 'vedette: there is no data in'],
    ['start --port 0 --host 192.0.2.77', 'vedette: this machine has no address 192.0.2.77'],
    ['start --port 0 --data /dev/null/data', 'vedette: the data folder /dev/null/data cannot be made'],
  ])('%s is exit 2 in words', async (call, words) => {
    const { status, stdout, stderr } = await cli(call.split(' '));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });

  it('of one command points to the help of that command', async () => {
    expect((await cli(['ledger', 'check-proof'])).stderr).toContain('see vedette ledger check-proof --help');
  });
});

it('prints its version', async () => {
  expect(await cli(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) });
});

it('lists the sources of the registry', async () => {
  const { lines } = await cli(['sources']);
  expect(lines.map((line) => line['kind'])).toEqual(sources.map(({ kind }) => kind));
  const table = lines.find((line) => line['kind'] === 'csv');
  expect(table).toMatchObject({ capabilities: { file: true, live: false } });
});
