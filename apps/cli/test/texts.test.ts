import { decodedSchema } from '@vedette/contract';
import { decode } from '@vedette/decode';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodedLine } from '../src/decoding/decoded-line.js';
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

  it('shows a person the text, hidden characters as tokens, marks under what was changed, and why', async () => {
    const { stdout } = await onTerminal('gr\u200bey g\u0430te\u001b[2J');
    expect(stdout.split('\n')).toEqual([
      'text   gr‹U+200B›ey gаte‹U+001B›[2J',
      '         ^^^^^^^^    ^',
      'plain  grey gate‹U+001B›[2J',
      '',
      'invisible  Invisible characters are hidden in words.',
      '  2–3  ‹U+200B› → (nothing)',
      '',
      'homoglyph  Look-alike characters, often of another script, stand in place of the real letters.',
      '  7–8  а → a',
      '',
      '',
    ]);
  });

  it('shows a person what a payload says and how sure that is', async () => {
    const { stdout } = await onTerminal(Buffer.from('the gate is open tonight').toString('base64'));
    expect(stdout).toMatch(/^reads {2}the gate is open tonight\n +\d\d % {2}base64$/mu);
  });

  it('marks wide characters over both of their columns, and no text that the terminal turns around', async () => {
    expect((await onTerminal('東京 gr\u0435y')).stdout).toContain('text   東京 grеy\n              ^\n');
    expect((await onTerminal('بـــوابة')).stdout).not.toContain('^');
  });

  it('cuts long texts to the width of the terminal, at blanks', async () => {
    const { stdout } = await onTerminal('the gate is open '.repeat(12).trim());
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(stdout).toContain('\n       ');
  });

  it('refuses what is no text and goes on', async () => {
    const stdin = '{"text":"one"}\nnot json\n{"text":7}\n{"other":1}\n\n{"id":9,"text":"two"}';
    const { status, lines, stderr } = await cli(['decode'], { stdin });
    expect(status).toBe(1);
    expect(lines.map(({ id, text }) => [id, text])).toEqual([
      [undefined, 'one'],
      ['9', 'two'],
    ]);
    expect(stderr).toMatch(/rejected -:2: is not JSON/u);
    expect(stderr).toMatch(/rejected -:3: the text \(text\) is no string/u);
    expect(stderr.match(/rejected/gu)).toHaveLength(2);
  });

  it('writes what JSON.stringify would', () => {
    fc.assert(
      fc.property(
        fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
        fc.string({ unit: 'binary' }),
        (id, text) => {
          const decoded = decode(text);
          expect(decodedLine(id, decoded)).toBe(JSON.stringify(id === undefined ? decoded : { id, ...decoded }));
        },
      ),
    );
  });
});

function onTerminal(text: string): ReturnType<typeof cli> {
  return cli(['decode', '--text', text], { terminal: true, env: { NO_COLOR: '1' } });
}

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
