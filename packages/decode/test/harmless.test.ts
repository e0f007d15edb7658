import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../src/index.js';

/** Lines of a fixture, without headings. */
function linesOf(file: string): readonly string[] {
  const text = readFileSync(new URL(`fixtures/harmless/${file}`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
}

/** What a decoding says beyond the text itself; that a hashtag may be read as its words is allowed. */
function foundIn(text: string): object {
  const { plain, disguises, readings } = decode(text);
  return {
    plain,
    disguises: disguises.filter(({ name }) => name !== 'joined'),
    readings: readings.filter(({ steps }) => steps.some((step) => step !== 'joined')),
  };
}

/** A false decoding is a false alarm on somebody's ordinary words: these lines are left exactly as they are. */
describe('ordinary text stays as it is', () => {
  test.each(linesOf('tricky.txt'))('%s', (line) => {
    expect(foundIn(line)).toEqual({ plain: line.normalize('NFC'), disguises: [], readings: [] });
  });

  test.each(linesOf('posts.txt'))('%s', (line) => {
    expect(foundIn(line)).toEqual({ plain: line.normalize('NFC'), disguises: [], readings: [] });
  });

  test.each(linesOf('human-rights.tsv'))('human rights: %s', (row) => {
    const line = row.slice(row.indexOf('\t') + 1);
    expect(foundIn(line)).toEqual({ plain: line.normalize('NFC'), disguises: [], readings: [] });
  });
});
