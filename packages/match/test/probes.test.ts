import { decodeTracked } from '@vedette/decode';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRules, UnitString, type MatchInput } from '../src/index.js';
import { matchEveryRule } from './every-rule.js';

/** Units as the scanner of lines leaves them. */
function unitsOf(text: string): UnitString {
  const bytes = Buffer.from(`${JSON.stringify(text).slice(1)}\n`);
  const units = new UnitString();
  units.read(bytes, 0);
  return units;
}

interface Tally {
  hits: number;
  /** Texts that say more once decoded, and were cleared all the same. */
  cleared: number;
}

/** Compares clearing a text with evaluating every rule on every way to read it. */
function compare(queries: readonly string[], text: string, tally: Tally): void {
  const rules = queries.map((query, index) => ({ id: String(index), query }));
  const { matcher, problems } = compileRules(rules);
  expect(problems).toEqual([]);
  const item: MatchInput = { id: 'x', text };
  const expected = matchEveryRule(rules, item);
  const may = matcher.mayMatch(undefined, unitsOf(text));
  expect({ text, queries, cleared: !may && expected.length > 0 }).toEqual({ text, queries, cleared: false });
  expect({ text, queries, matches: matcher.match(item) }).toEqual({ text, queries, matches: expected });
  tally.hits += expected.length;
  if (!may && decodeTracked(text).readings.length > 0) tally.cleared += 1;
}

const latin = ['grey', 'gate', 'lantern', 'north', 'wind', 'mill', 'bread', 'river', 'old', 'the'];
const spoken = [
  'kteb',
  'madrasa',
  'bab',
  'rmadi',
  'souk',
  '7ouma',
  '3in',
  'sma',
  'we',
  'el',
  'w',
  'wach',
  'kayn',
  'bzaf',
];
const arabic = ['كتاب', 'مدرسة', 'باب', 'رمادي', 'سوق', 'حومة', 'عين', 'سماء', 'داعش', 'والباب'];

function queryOf(words: readonly string[]): fc.Arbitrary<string> {
  const one = fc.constantFrom(...words);
  return fc.oneof(
    one,
    fc.tuple(one, one).map(([a, b]) => `"${a} ${b}"`),
    fc.tuple(one, one).map(([a, b]) => `${a} NEAR/2 ${b}`),
    fc.tuple(one, one).map(([a, b]) => `${a} -${b}`),
    one.filter((word) => word.length > 3).map((word) => `${word.slice(0, 3)}*`),
    one.map((word) => `${word}~1`),
  );
}

describe('a text is cleared only where no reading of it can hold a word of a rule', () => {
  it('in words that lack their blanks and in hashtags', () => {
    const tally: Tally = { hits: 0, cleared: 0 };
    const piece = fc
      .array(fc.constantFrom(...latin), { minLength: 1, maxLength: 3 })
      .chain((parts) =>
        fc.constantFrom(
          parts.join(''),
          parts.join(' '),
          `#${parts.join('')}`,
          `#${parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}`,
          `#${parts.join('_')}2026`,
          parts.join('').replace('a', 'á'),
        ),
      );
    fc.assert(
      fc.property(
        fc.array(queryOf([...latin, 'mouse', 'keyboard', 'رمادي']), { minLength: 1, maxLength: 3 }),
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        (queries, parts) => {
          compare(queries, `we went to see ${parts.join(' and ')} with all of them`, tally);
        },
      ),
      { numRuns: 150 },
    );
    expect(tally.hits).toBeGreaterThan(30);
    expect(tally.cleared).toBeGreaterThan(3);
  }, 60_000);

  it('in Arabic that is typed in Latin letters', () => {
    const tally: Tally = { hits: 0, cleared: 0 };
    const words = fc.array(fc.constantFrom(...spoken, 'grey', 'gate', 'da3ech'), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(queryOf([...arabic, 'grey', 'gate', 'حليب', 'نافذة']), { minLength: 1, maxLength: 3 }),
        words,
        (queries, parts) => {
          compare(queries, `wach kayn ${parts.join(' ')} dyal 3andkom`, tally);
        },
      ),
      { numRuns: 150 },
    );
    expect(tally.hits).toBeGreaterThan(20);
    expect(tally.cleared).toBeGreaterThan(3);
  }, 60_000);
});
