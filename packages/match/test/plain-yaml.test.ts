import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainYaml } from '../src/read-plain-yaml.js';
import { readYaml } from '../src/read-yaml.js';

const text = fc.constantFrom(
  'gate',
  "'it''s'",
  '"a \\"b\\" \\u00e9"',
  'grey gate -museum',
  '007',
  '2027-01-01',
  'null',
  '~',
  'yes',
  'a: b',
  'a #b',
  '#b',
  "'#b'",
  '[en, ar]',
  '[]',
  '["a, b", c]',
  "'open",
  '"open',
  '|\n        kept\n        lines',
  '*x',
  '&a b',
  '!t x',
  "'a' b",
  '(a OR b)',
  '/x+/',
  'gat*',
  'a "b c" d',
  '',
  '{a: b}',
  'بوابة',
  '- x',
  '"\\x41"',
  '>-\n        folded\n        text',
  "'grey *gate'",
  'x, y',
  '"a" , "b"',
);
const name = fc.constantFrom('id', 'query', 'lang', 'note', 'must', 'colour', '"id"', '? x');
const field = fc.tuple(name, text).map(([key, value]) => `${key}: ${value}`.trimEnd());
const list = fc
  .array(text, { minLength: 1, maxLength: 3 })
  .map((values) => `must:\n${values.map((value) => `      - ${value}`).join('\n')}`);
const flow = fc.array(field, { minLength: 1, maxLength: 3 }).map((fields) => `{ ${fields.join(', ')} }`);
const block = fc
  .array(fc.oneof({ weight: 4, arbitrary: field }, list), { minLength: 1, maxLength: 4 })
  .map((fields) => fields.join('\n    '));
const item = fc.oneof({ weight: 4, arbitrary: block }, flow).map((fields) => `  - ${fields}`);
const odd = fc.constantFrom(
  '',
  '# comment',
  '   # comment',
  '  -',
  'other: x',
  '    more',
  '---',
  '\ttab',
  '  - only text',
  '  -x',
);
const file = fc
  .tuple(
    fc.constantFrom('', 'name: X\n', "name: 'a b'\n", '# c\n', 'name: [x]\n', '\n'),
    fc.array(fc.oneof({ weight: 6, arbitrary: item }, odd), { maxLength: 5 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([head, lines, end]) => `${head}rules:\n${lines.join('\n')}\n`.replaceAll('\n', end));

test('the reader of plain lists gives what the parser of the whole language gives, place by place', () => {
  let read = 0;
  fc.assert(
    fc.property(file, (source) => {
      const plain = readPlainYaml(source);
      if (plain === undefined) return;
      read += 1;
      const whole = readYaml(source);
      const shape = ({ rules, findings }: typeof plain) => ({
        rules: rules.map(({ start, fields }) => ({ start, fields: [...fields] })),
        errors: findings.filter(({ level }) => level === 'error').length,
      });
      expect(shape(plain)).toEqual(shape(whole));
    }),
    { numRuns: 1500 },
  );
  expect(read).toBeGreaterThan(250);
});
