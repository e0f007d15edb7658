import { readWatchlist } from '@vedette/match';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonMistake } from '../src/json-mistake.js';

describe('jsonMistake', () => {
  it.each([
    ['{"a" 1}', 5, 'a colon is missing'],
    ['{"a":1 "b":2}', 7, 'a comma or } is missing'],
    ['[1,', 3, 'the text ends, and a ] is missing'],
    ['{a:1}', 1, 'a name in double quotation marks is missing'],
    ['["open]', 1, 'the text that begins here has no closing quotation mark'],
    ['["a\\x"]', 3, 'there is no such escape; a backslash is written twice'],
    ['[] []', 3, 'something stands behind the end'],
    ['', 0, 'there is nothing in it'],
  ])('%s breaks at %i', (text, offset, message) => {
    expect(jsonMistake(text)).toEqual({ offset, message });
  });

  it('says of every text what JSON.parse says of it', () => {
    const nearly = fc
      .array(fc.constantFrom(...Array.from('{}[],:"\\ ntrue10.-e\n')), { maxLength: 12 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.oneof(nearly, fc.json(), fc.string()), (text) => {
        expect(jsonMistake(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it('a watchlist of broken JSON has one mistake with its place, and the rules that are whole load', () => {
  const text = '{"rules":[\n {"id":"a" "query":"grey gate"},\n {"id":"b","query":"lantern mill"}\n]}';
  const { watchlist, findings, places } = readWatchlist(text, { format: 'json' });
  expect(findings).toEqual([{ level: 'error', line: 2, column: 12, message: 'JSON: a comma or } is missing' }]);
  expect(watchlist.rules).toEqual([{ id: 'b', query: 'lantern mill' }]);
  expect(places.get('b')).toEqual({ line: 3, column: 21 });
});
