import { decodedSchema } from '@vedette/contract';
import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.js';

describe('vedette decode', () => {
  it('gives one Decoded for each line, in order, with its id where it has one', async () => {
    const { status, lines } = await cli(['decode'], { stdin: '{"id":"a","text":"ｇｒｅｙ"}\n{"text":"plain"}\n' });
    expect(status).toBe(0);
    expect(lines.map((line) => decodedSchema.parse(line).text)).toEqual(['ｇｒｅｙ', 'plain']);
    expect(lines[0]).toMatchObject({ id: 'a' });
    expect(lines[1]).not.toHaveProperty('id');
    expect(lines[1]).toMatchObject({ plain: 'plain', readings: [], disguises: [] });
  });

  it('takes a text from the call', async () => {
    const { lines } = await cli(['decode', '--text', 'the gate']);
    expect(lines).toEqual([expect.objectContaining({ text: 'the gate', plain: 'the gate' })]);
  });

  it('shows a person the text, its hidden characters made visible', async () => {
    const { stdout } = await cli(['decode', '--text', 'a\u202eb\u001b[2J'], { terminal: true, env: { NO_COLOR: '1' } });
    expect(stdout).toContain('text  a\\u{202e}b\\u{1b}[2J');
    expect(stdout).not.toContain('\u001b[2J');
  });
});

describe('vedette language', () => {
  it('gives a language for each line, by id or place', async () => {
    const { status, lines } = await cli(['language'], { stdin: '{"id":"a","text":"ⵜⴰⵎⴰⵣⵉⵖⵜ"}\n{"text":""}\n' });
    expect(status).toBe(0);
    expect(lines.map((line) => [line['id'], line['lang']])).toEqual([
      ['a', 'zgh'],
      ['-:2', 'und'],
    ]);
    for (const line of lines) expect(Object.keys(line)).toEqual(['id', 'lang', 'confidence', 'candidates']);
  });
});

describe('vedette similar', () => {
  const text = 'the grey gate opens tonight at the river';
  const at = (hour: number, id: string) =>
    JSON.stringify({ id, text, publishedAt: `2024-05-0${String(hour)}T10:00:00Z` });

  it('tells copies by cluster', async () => {
    const { lines } = await cli(['similar'], { stdin: `${at(1, 'a')}\n${at(1, 'b')}\n{"id":"c","text":"hi"}\n` });
    expect(lines).toEqual([
      { id: 'a', cluster: 'a', similarity: 0 },
      { id: 'b', cluster: 'a', similarity: 1, of: 'a' },
      { id: 'c', cluster: 'c', similarity: null },
    ]);
  });

  it('looks back as far as the window', async () => {
    const stdin = `${at(1, 'a')}\n${at(4, 'b')}\n`;
    expect((await cli(['similar', '--window', '24h'], { stdin })).lines[1]).toMatchObject({ cluster: 'b' });
    expect((await cli(['similar', '--window', '7d'], { stdin })).lines[1]).toMatchObject({ cluster: 'a' });
  });
});

it.each([['decode'], ['language'], ['similar']])('%s of nothing is nothing', async (command) => {
  expect(await cli([command], { stdin: '' })).toMatchObject({ status: 0, stdout: '', stderr: '' });
});
