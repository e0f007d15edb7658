import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, printQuery } from '../src/index.js';

describe('mistakes', () => {
  test.each([
    ['grey OR', 5, 'grey'],
    ['(grey gate', 0, 'grey gate'],
    ['grey) gate', 4, 'grey gate'],
    ['"grey gate', 0, '"grey gate"'],
    ['“grey gate”', 0, '"grey gate"'],
    ['*gate door', 0, 'gate door'],
    ['gr*y', 0, 'gry'],
    ['fro:anna gate', 0, 'from:anna gate'],
    ['/gr(ey/', 0, String.raw`/gr\(ey/`],
    ['is:repl gate', 0, 'is:reply gate'],
    ['since:2026-1-5 gate', 0, 'since:2026-01-05 gate'],
    ['a || b', 2, 'a OR b'],
    ['بوابة، رمادية', 5, 'بوابة رمادية'],
    ['（a OR b）', 0, 'a OR b'],
    ['a near/5 b', 2, 'a NEAR/5 b'],
    ['word~2', 0, 'word~1'],
    ['a NEAR (b c)', 2, 'a b c'],
  ])('%s is named at %i and repaired', (query, start, repair) => {
    const { problems } = parseQuery(query);
    expect(problems[0]).toMatchObject({ start, repair });
    expect(parseQuery(repair).problems).toEqual([]);
  });

  test.each(['', '   ', '-gate', '+++', '()', '""', 'NOT'])('%j leaves nothing to look for', (query) => {
    const { ast, problems } = parseQuery(query);
    expect(ast).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).not.toHaveProperty('repair');
  });
});

test('chips show the parts of a query with their places', () => {
  expect(parseQuery('"grey gate" -museum').chips).toEqual([
    { kind: 'phrase', text: '"grey gate"', start: 0, end: 11 },
    {
      kind: 'not',
      text: '-museum',
      start: 12,
      end: 19,
      children: [{ kind: 'term', text: 'museum', start: 13, end: 19 }],
    },
  ]);
});

const pieces = [
  'a',
  'grey',
  '"grey gate"',
  '“x”',
  '(',
  ')',
  'OR',
  'AND',
  'NOT',
  '-',
  'NEAR/2',
  'ONEAR',
  'NEAR/',
  'gat*',
  '*x',
  'x?',
  'w~1',
  '/ab+/',
  '/(/',
  'cs:A',
  'raw:é',
  'title:',
  'from:@b',
  'via:leet',
  'via:x',
  'lang:ar',
  'is:x',
  '#Tag',
  '🔥',
  '،',
  '(((',
  'since:2026-01-01',
  'foo:bar',
  '"',
  '/',
  '~',
  'بوابة',
  '東京*',
];
const anyQuery = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

test('no text throws; places are inside; every repair loads and prints the same', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const { ast, problems } = parseQuery(query);
      expect(ast !== undefined || problems.length > 0).toBe(true);
      for (const { start, end, repair } of problems) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(query.length);
        expect(repair === undefined).toBe(ast === undefined);
      }
      if (ast === undefined) return;
      const printed = printQuery(ast);
      const again = parseQuery(printed);
      expect({ printed, problems: again.problems }).toEqual({ printed, problems: [] });
      expect(again.ast === undefined ? '' : printQuery(again.ast)).toBe(printed);
    }),
    { numRuns: 1500 },
  );
});

test('deep and long queries end', () => {
  for (const query of [
    '('.repeat(50_000),
    'NOT '.repeat(20_000),
    'a OR '.repeat(5_000),
    '"'.repeat(9_999),
    '-'.repeat(20_000),
  ]) {
    expect(parseQuery(query).problems.length).toBeGreaterThan(0);
  }
});
