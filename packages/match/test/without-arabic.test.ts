import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules, parseQuery } from '../src/index.js';
import { mayMatchArabic } from '../src/may-match-arabic.js';
import { matchEveryRule } from './every-rule.js';

function asksForArabic(query: string): boolean {
  const { ast } = parseQuery(query);
  if (ast === undefined) throw new RangeError(`${query} cannot be read`);
  return mayMatchArabic(ast);
}

test.each([
  '"grey gate" -museum',
  'gat* NEAR/3 hello~1',
  'raw:été OR #GreyGate',
  'gate via:leet',
  '/gr[ae]y\\s+gates?/',
  'title:"grey gate" lang:ar',
])('%s finds nothing in Arabic letters', (query) => {
  expect(asksForArabic(query)).toBe(false);
});

test.each([
  'gate OR كتاب',
  'gate -كتاب',
  'gate NEAR/3 كتاب',
  '#كتاب',
  'gat~1',
  'gate via:arabizi',
  'via:dotless gate',
  '/gr.y/',
  '/[^a]+/',
  '/\\w+ نور/',
])('%s may match Arabic letters', (query) => {
  expect(asksForArabic(query)).toBe(true);
});

const typed = [
  'wach',
  'kayn',
  'chi',
  '7aja',
  '3andkom',
  'f',
  'dar',
  'ghedda',
  'el',
  'ktab',
  'dyal',
  '3la',
  'bzaf',
  'w',
];
const plain = ['grey', 'gate', 'gr3y', 'north', '#GreyGate', 'h e l l o', 'g.a.t.e', 'wind'];
const queries = [
  'grey',
  '"grey gate"',
  'gat*',
  'hello~1',
  '#greygate',
  '/gr[ae]y gate/',
  'grey -north',
  'grey via:leet',
  'dar',
  '"wach kayn"',
  '-via:leet gate',
];

test('rules without Arabic words find the same without Arabic readings', () => {
  let hits = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...typed, ...typed, ...plain), { minLength: 3, maxLength: 12 }),
      fc.uniqueArray(fc.constantFrom(...queries), { minLength: 1 }),
      (parts, chosen) => {
        const rules = chosen.map((query) => ({ id: query, query }));
        const { matcher } = compileRules(rules);
        expect(matcher.shared.readsArabic).toBe(false);
        const item = { id: 'a', text: parts.join(' ') };
        const found = matcher.match(item);
        expect(found).toEqual(matchEveryRule(rules, item));
        hits += found.length;
      },
    ),
    { numRuns: 60 },
  );
  expect(hits).toBeGreaterThan(10);
});

test('one rule with an Arabic word brings the readings back', () => {
  const item = { id: 'a', text: 'fin kayn el ktab dyal lmadrasa 3andkom' };
  const [match] = compileRules([
    { id: 'latin', query: 'gate' },
    { id: 'arabic', query: 'كتاب' },
  ]).matcher.match(item);
  expect(match?.rule).toBe('arabic');
  expect(match?.spans[0]?.via).toEqual(['arabizi']);
});
