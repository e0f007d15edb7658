import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRules, formatFinding, importWatchlist, readWatchlist, writeWatchlist, type Rule } from '../src/index.js';

const lines = (text: string, file = 'list.yaml'): readonly string[] =>
  readWatchlist(text, { format: 'yaml', file }).findings.map((finding) => formatFinding(finding, file));

describe('reading YAML', () => {
  test('names each mistake with its place and lets the others load', () => {
    const text = `name: Example
rules:
  - id: r1
    query: 'grey OR'
  - id: r2
    query: gate
    severity: extreme
  - id: r3
    query: door
  - id: r3
    query: wall
  - only words
  - id: r5
    query: |
      grey
      OR (gate
    colour: red
`;
    const { watchlist } = readWatchlist(text, { format: 'yaml' });
    expect(watchlist).toEqual({ name: 'Example', rules: [{ id: 'r3', query: 'door' }] });
    expect(lines(text)).toEqual([
      'list.yaml:4:18: rule r1: OR needs a term on both sides; try: grey',
      'list.yaml:7:15: rule r2: severity is "extreme"; it must be one of low, medium, high, critical',
      'list.yaml:10:9: rule r3: the id is taken by an earlier rule, which stays',
      'list.yaml:12:5: a rule must have fields such as id and query',
      'list.yaml:16:10: rule r5: this bracket is never closed; try: grey OR gate',
      'list.yaml:17:13: rule r5: colour is no field of a rule; it is left out',
    ]);
  });

  test('an error of YAML itself costs only its rule', () => {
    const text = 'name: X\nrules:\n  - id: a\n    query: "never closed\n  - id: b\n    query: gate\n';
    const { watchlist, findings } = readWatchlist(text, { format: 'yaml' });
    expect(watchlist).toEqual({ name: 'X', rules: [{ id: 'b', query: 'gate' }] });
    expect(findings).toEqual([expect.objectContaining({ level: 'error', rule: 'a', line: 4 })]);
  });

  test('keeps numbers and dates as they were written', () => {
    const { watchlist } = readWatchlist('rules:\n  - {id: 007, query: gate, until: 2027-01-01}', {
      format: 'yaml',
      file: 'a/b.yml',
    });
    expect(watchlist).toEqual({ name: 'b', rules: [{ id: '007', query: 'gate', until: '2027-01-01' }] });
  });

  test('a file without rules is said to be one', () => {
    expect(lines('just text')).toEqual(['list.yaml:1:1: there is no list called rules']);
    expect(lines('')).toHaveLength(1);
  });
});

test('JSON has the same shape and the same findings', () => {
  const text = '{"name":"J","rules":[{"id":"a","query":"grey OR"},{"id":"b","query":"x","lang":["ar"]}]}';
  const { watchlist, findings } = readWatchlist(text, { format: 'json' });
  expect(watchlist.rules).toEqual([{ id: 'b', query: 'x', lang: ['ar'] }]);
  expect(findings).toEqual([
    { level: 'error', rule: 'a', line: 1, column: 46, message: 'OR needs a term on both sides', repair: 'grey' },
  ]);
});

test('CSV has the same columns; lists stand in one cell', () => {
  const text = 'id,query,lang,mustNot\nr1,"""grey gate"" OR",ar|en,\nr2,gate,"ar, en",a museum|a zoo\n,door,,\n';
  const { watchlist, findings } = readWatchlist(text, { format: 'csv' });
  expect(watchlist.rules).toEqual([{ id: 'r2', query: 'gate', lang: ['ar', 'en'], mustNot: ['a museum', 'a zoo'] }]);
  expect(findings.map((finding) => formatFinding(finding, 'l.csv'))).toEqual([
    'l.csv:2:19: rule r1: OR needs a term on both sides; try: "grey gate"',
    'l.csv:4:1: the rule has no id',
  ]);
});

describe('checking', () => {
  test('runs the examples and warns of rules that are not what they seem', () => {
    const rules: Rule[] = [
      { id: 'a', query: 'gate', must: ['a door'], mustNot: ['the gate'] },
      { id: 'b', query: 'gate' },
      { id: 'c', query: 'grey or gate' },
      { id: 'd', query: 'lang:ar' },
      { id: 'e', query: 'a OR b c' },
      { id: 'f', query: 'wall', until: '2026-01-01' },
    ];
    expect(
      checkRules(rules, { now: new Date('2026-02-01') }).map(
        ({ level, rule, message }) => `${level} ${rule ?? ''} ${message}`,
      ),
    ).toEqual([
      'error a must match but does not: a door',
      'error a must not match but does: the gate',
      'warning b asks the same as rule a',
      'warning c or, and, not in lower case are looked for as words; operators are upper case',
      'warning d nearly every Item matches this',
      'warning e AND binds tighter than OR; write brackets to say what is meant',
      'warning e nearly every Item matches this',
      'warning f expired on 2026-01-01 and matches nothing',
    ]);
  });
});

describe('importing', () => {
  test('takes terms, one a line', () => {
    const { watchlist, findings } = importWatchlist('grey gate\n# a comment\n#GreyGate\n+++\n', 'txt');
    expect(watchlist.rules).toEqual([
      { id: 'grey-gate', query: '"grey gate"' },
      { id: 'greygate', query: '#GreyGate' },
    ]);
    expect(findings).toEqual([expect.objectContaining({ level: 'error', line: 4 })]);
  });

  test('takes MISP warning lists', () => {
    const text = JSON.stringify({ name: 'Hosts', type: 'hostname', list: ['.example.org', 7] });
    const { watchlist, findings } = importWatchlist(text, 'misp');
    expect(watchlist).toEqual({
      name: 'Hosts',
      rules: [{ id: 'example-org', query: 'domain:example.org', basis: 'MISP warning list Hosts' }],
    });
    expect(findings).toHaveLength(1);
    expect(importWatchlist('{', 'misp').findings).toHaveLength(1);
  });
});

test('what is written is read back', () => {
  const value = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => text.trim() !== '' && text.trim() === text);
  const rule = fc.record({
    id: value,
    query: fc.constantFrom('gate', '"grey gate" -museum', 'a OR b'),
    note: value,
    must: fc.array(value, { minLength: 1, maxLength: 2 }),
  });
  fc.assert(
    fc.property(
      value,
      fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 5, minLength: 1 }),
      (name, rules) => {
        expect(readWatchlist(writeWatchlist({ name, rules }), { format: 'yaml' }).watchlist).toEqual({ name, rules });
      },
    ),
    { numRuns: 150 },
  );
});

test('no file throws, and every finding has a place', () => {
  const piece = fc.constantFrom(
    'rules:\n',
    '  - id: a\n',
    '    query: "x\n',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ':',
    '"',
    "'",
    '\n',
    '&a ',
    '*a',
    '!!binary',
    '|',
    '\t',
    'id,query\n',
    'a,b',
    ',',
    '""',
    '\0',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 }),
      fc.constantFrom('yaml' as const, 'json' as const, 'csv' as const),
      (parts, format) => {
        for (const { line, column } of readWatchlist(parts.join(''), { format }).findings) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 500 },
  );
});
