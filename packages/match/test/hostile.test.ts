import { describe, expect, it } from 'vitest';
import { compileRules } from '../src/index.js';

/** Rules that try to make matching slow. */
const rules = [
  'a NEAR/1000 a',
  'a NEAR/1000 a NEAR/1000 a',
  '(a OR b) NEAR/1000 (a OR b) NEAR/1000 (a OR b)',
  '/(a*)*b/',
  '/(a|aa)+$/',
  '/(.*.*)*x/',
  String.raw`/(\w+\s?)*$/`,
  '/(?:a?){30}a{30}/',
  '/.*a.*a.*a.*b/',
  '/([a-z]+)+[0-9]/',
  'aaaaaaaaaa~1',
  'aaa*a*a*a*b',
  'aaa?????????????b',
  '"a a a a a a a a a a"',
  '"aaa* aaa* aaa*"',
  '#aaaa',
  'a -b -c -d',
  'via:leet a',
  `${'a OR '.repeat(500)}a`,
  `${'('.repeat(90)}a${')'.repeat(90)}`,
  `"${'a '.repeat(800)}"`,
  'cs:A NEAR/1000 cs:B',
  String.raw`/[\s\S]*/`,
  String.raw`/\b/`,
  '/x*/',
].map((query, index) => ({ id: String(index), query }));

/** Texts that try the same, 20,000 characters each. */
const texts: Readonly<Record<string, string>> = {
  'one word again and again': 'a '.repeat(10_000),
  'one letter': 'a'.repeat(20_000),
  'two words': 'a b '.repeat(5_000),
  hashtags: '#aB'.repeat(6_600),
  'letters with marks': `a${'\u0301'.repeat(19_999)}`,
  'drawn-out words': 'aaabbb '.repeat(2_800),
  'lone surrogates': '\ud800'.repeat(20_000),
  emoji: '🔥a '.repeat(5_000),
  particles: 'والالالبالكال '.repeat(1_400),
};

/** How long one text may take with all the rules: far more than it does, on a machine that does much else. Milliseconds. */
const ceiling = 5_000;

describe('hostile rules and texts', () => {
  it.each(Object.entries(texts))(
    '%s end in time',
    (_name, text) => {
      const before = process.cpuUsage();
      const { matcher } = compileRules(rules);
      const matches = matcher.match({ id: 'x', text });
      const { user, system } = process.cpuUsage(before);
      const outside = matches.flatMap(({ spans }) =>
        spans.filter(({ start, end }) => start < 0 || end <= start || end > text.length),
      );
      expect(outside).toEqual([]);
      expect((user + system) / 1_000).toBeLessThan(ceiling);
    },
    60_000,
  );
});
