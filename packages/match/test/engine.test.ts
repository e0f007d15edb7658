import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules, parseQuery } from '../src/index.js';
import { naiveMatch } from './naive-matcher.js';

const vocabulary = [
  'grey',
  'gate',
  'gates',
  'gat',
  'north',
  'wind',
  'Été',
  'ete',
  'بوابة',
  'والبوابة',
  'للبيت',
  'بيت',
  'المدينة',
  'مدينة',
];
const word = fc.constantFrom(...vocabulary);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ', ', '-', "'", '\n')), { maxLength: 16 })
  .map((parts) => parts.flat().join(''));
const term = fc.oneof(
  word,
  fc.constantFrom('gat*', 'gate?', 'gate~1', 'bو', 'wind~1', 'مدي*'),
  fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `"${words.join(' ')}"`),
);
const near = fc
  .tuple(
    term,
    fc.constantFrom('NEAR/0', 'NEAR/2', 'ONEAR/1', 'ONEAR'),
    fc.oneof(
      term,
      fc.tuple(term, term).map(([a, b]) => `(${a} OR ${b})`),
    ),
  )
  .map((parts) => parts.join(' '));
const { query } = fc.letrec<{ query: string; leaf: string }>((tie) => ({
  leaf: fc.oneof({ weight: 3, arbitrary: term }, near),
  query: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tie('leaf'),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a}) (${b})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} OR ${b})`),
    fc.tuple(tie('leaf'), tie('query')).map(([a, b]) => `${a} -(${b})`),
  ),
}));

test('the engine finds what the naive matcher finds, no place more or less', () => {
  fc.assert(
    fc.property(
      fc.array(query, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }),
      (queries, items) => {
        const { matcher, problems } = compileRules(queries.map((one, index) => ({ id: String(index), query: one })));
        expect(problems).toEqual([]);
        for (const [title, body] of items) {
          const matches = new Map(
            matcher.match({ id: 'x', title, text: body }).map(({ rule, spans }) => [rule, spans]),
          );
          for (const [index, one] of queries.entries()) {
            const { ast } = parseQuery(one);
            const expected = ast === undefined ? undefined : naiveMatch(ast, { title, text: body });
            const spans = matches.get(String(index));
            const found = spans && new Set(spans.map(({ field, start, end }) => `${field} ${start} ${end}`));
            expect({ query: one, title, body, found }).toEqual({ query: one, title, body, found: expected });
          }
        }
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);
