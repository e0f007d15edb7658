import { expect, test } from 'vitest';
import { checkRules, type Rule } from '../src/index.js';

const codes = (...rules: readonly (string | Partial<Rule>)[]): readonly string[] =>
  checkRules(
    rules.map((rule, index): Rule => ({
      id: `r${String(index)}`,
      query: '',
      ...(typeof rule === 'string' ? { query: rule } : rule),
    })),
    { now: new Date('2026-06-01T12:00:00Z') },
  ).map(({ rule, code }) => `${rule ?? ''} ${code ?? ''}`);

test.each([
  'lantern -lantern',
  '(lantern gate) -lantern',
  'lantern since:2026-02-01 until:2026-01-01',
  'lantern kind:post kind:article',
  'lantern lang:ar lang:fr',
  '(lantern -lantern) OR (gate -gate)',
])('%s can never match', (query) => {
  expect(codes(query)).toEqual(['r0 never-matches']);
});

test.each([
  'lantern -museum',
  'lantern lang:ar lang:ar-MA',
  '(lantern -lantern) OR (gate -wall)',
  'lantern since:2026-01-01 until:2026-01-01',
])('%s may match', (query) => {
  expect(codes(query)).toEqual([]);
});

test('a rule of one language that asks for another never matches', () => {
  expect(codes({ query: 'lantern lang:fr', lang: ['ar'] })).toEqual(['r0 never-matches']);
  expect(codes({ query: 'lantern lang:ar', lang: ['ar-MA'] })).toEqual([]);
});

test.each(['lang:ar', '-museum OR lantern', 'a', '/.*/', 'kind:post -museum'])(
  '%s matches nearly everything',
  (query) => {
    expect(codes(query)).toEqual(['r0 matches-most']);
  },
);

test('everyday words of five languages are named, alone or as one of several', () => {
  expect(codes('house', 'maison', 'casa -museum', 'haus', 'lantern OR huis')).toEqual(
    [0, 1, 2, 3, 4].map((index) => `r${String(index)} everyday-word`),
  );
  expect(codes('house lantern', '"the house"', 'lantern')).toEqual([]);
});

test('the same in another order, and a part of another, are found', () => {
  expect(
    codes('grey lantern', 'Lantern AND grey', 'lantern OR "grey gate"', '"grey GATE"', {
      query: 'grey lantern',
      lang: ['ar'],
    }),
  ).toEqual(['r1 same-as-another', 'r3 part-of-another']);
});

test('operators in lower case get a repair', () => {
  expect(checkRules([{ id: 'r', query: 'lantern or "this or that" not museum' }])[0]).toMatchObject({
    code: 'lower-case-operator',
    repair: 'lantern OR "this or that" NOT museum',
  });
});

test('days that are past or near are named', () => {
  expect(
    codes(
      { query: 'lantern', until: '2026-05-31' },
      { query: 'kettle', until: '2026-06-10' },
      { query: 'notebooks', until: '2027-01-01' },
    ),
  ).toEqual(['r0 expired', 'r1 expires-soon']);
});
