import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineScanner } from '../src/lines/line-scanner.js';

const paths = ['text', 'commit.record.text', 'title', 'a.text', 'title.text'];

/** What parsing the line says: `undefined` where it must be looked at by the reader of lines. */
function parsed(bytes: Uint8Array, path: string): { text: string | undefined; title: string | undefined } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { title } = value;
  let at: unknown = value;
  for (const key of path.split('.')) {
    if (Array.isArray(at)) return undefined;
    at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  if (at !== undefined && typeof at !== 'string') return undefined;
  return { text: at, title: typeof title === 'string' ? title : undefined };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function check(line: string | Uint8Array, path: string): boolean {
  const bytes = typeof line === 'string' ? Buffer.from(line) : Buffer.from(line);
  const scanner = new LineScanner(path);
  const end = scanner.scan(Buffer.concat([bytes, Buffer.from('\n')]), 0);
  if (end < 0) return false;
  const expected = parsed(bytes, path);
  // Whatever parsing would refuse must have been left to it.
  expect({ line: String(bytes), path, expected }).not.toEqual({ line: String(bytes), path, expected: undefined });
  expect(end).toBe(bytes.length);
  const { title } = scanner;
  const found = { text: scanner.hasText ? scanner.text.toString() : undefined, title: expected?.title };
  if (scanner.hasTitle || path.split('.')[0] !== 'title') found.title = scanner.hasTitle ? title.toString() : undefined;
  expect({ line: String(bytes), path, found }).toEqual({ line: String(bytes), path, found: expected });
  return true;
}

const key = fc.constantFrom(
  'text',
  'commit',
  'record',
  'title',
  'a',
  'nativeId',
  'Text',
  'te\\u0078t',
  '',
  '\\"text',
  'é',
  '__proto__',
);
const content = fc
  .array(
    fc.oneof(
      {
        weight: 30,
        arbitrary: fc.constantFrom(
          'a',
          'é',
          'بوابة',
          '😀',
          '\\n',
          '\\"',
          '\\\\',
          '\\/',
          '\\u00e9',
          '\\ud83d\\ude00',
          '\\ud83d',
          '\\u0000',
          ' ',
          '{',
          '}',
          ':',
          ',',
          '"text":"x"'.replaceAll('"', '\\"'),
        ),
      },
      fc.constantFrom('\\x', '\\u12', '\t', '\u0001', '\u2028', '\u007f', '"'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const string = content.map((text) => `"${text}"`);
const number = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('0', '-1', '1.5', '1e9', '-0.0E-12') },
  fc.constantFrom('01', '1.', '.5', '-', '1e', '+1', '0x1'),
);
const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('true', 'false', 'null') },
  fc.constantFrom('tru', 'nul', 'True', 'undefined', 'NaN'),
);
const blank = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('', ' ', '\t', '\r') },
  fc.constantFrom('\u00a0', '\f'),
);
const { value, object } = fc.letrec<{ value: string; object: string; array: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    string,
    string,
    number,
    word,
    tie('object'),
    tie('object'),
    tie('array'),
  ),
  object: fc
    .tuple(
      fc.array(fc.tuple(key, blank, blank, tie('value')), { maxLength: 5 }),
      blank,
      fc.constantFrom(...Array.from({ length: 30 }, () => ''), ','),
    )
    .map(
      ([members, space, extra]) =>
        `{${space}${members.map(([name, a, b, one]) => `"${name}"${a}:${b}${one}`).join(`${space},${space}`)}${extra}}`,
    ),
  array: fc
    .tuple(fc.array(tie('value'), { maxLength: 3 }), fc.constantFrom(...Array.from({ length: 15 }, () => ''), ','))
    .map(([items, extra]) => `[${items.join(',')}${extra}]`),
}));

test('a scanned line says what JSON.parse says, and what it would refuse is left to it', () => {
  let scanned = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 5, arbitrary: object }, value),
      fc.constantFrom('', '', '', ' ', '\r', 'x', '}'),
      fc.constantFrom(...paths),
      (line, end, path) => {
        if (check(line + end, path)) scanned += 1;
      },
    ),
    { numRuns: 4_000 },
  );
  expect(scanned).toBeGreaterThan(100);
});

test('lines that are good JSON of every kind are scanned', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), fc.string(), (text, other, title) => {
      const good = JSON.stringify({ id: 1, other, commit: { other, record: { text, langs: ['en'] } }, title });
      expect(check(good, 'commit.record.text')).toBe(true);
      expect(check(JSON.stringify({ text, more: [other, { text: other }] }), 'text')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a line with one byte changed is scanned only where it still says what JSON.parse says', () => {
  let scanned = 0;
  const line = Buffer.from(
    '{"a": [1, -2.5e3, {"text": "no"}], "text": "b\\u00e9 \\"é\\" 😀", "commit": {"text": null}, "title": "t"}',
  );
  fc.assert(
    fc.property(fc.nat(line.length - 1), fc.nat(127), (at, byte) => {
      const changed = Buffer.from(line);
      // Bytes that begin or continue a character stay: the caller makes sure that lines are UTF-8.
      if ((changed[at] ?? 0) >= 0x80 || byte === 0x0a) return;
      changed[at] = byte;
      if (check(changed, 'text')) scanned += 1;
    }),
    { numRuns: 3_000 },
  );
  expect(scanned).toBeGreaterThan(100);
});

test('nothing is decided where a key of the path stands twice, is escaped, or leads to something else', () => {
  for (const line of [
    '{"text":"a","text":"b"}',
    '{"text":"a","te\\u0078t":"b"}',
    '{"text":["a"]}',
    '{"text":null}',
    '{"text":{"a":1}}',
    '{"title":1,"text":"a"}',
    '["text"]',
    '"text"',
    '',
    '{"text":"a"',
    '{"text":"a"}}',
    `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`,
  ]) {
    expect(check(line, 'text')).toBe(false);
  }
  expect(check('{"commit":{"record":{}},"commit":{"record":{"text":"a"}}}', 'commit.record.text')).toBe(false);
  expect(check('{"commit":[{"record":{"text":"a"}}]}', 'commit.record.text')).toBe(false);
});

test('other objects may hold the same name', () => {
  for (const line of [
    '{"text":"a","quoted":{"text":"b"}}',
    '{"quoted":{"text":"b","title":"c"},"text":"a"}',
    '{"list":["text",{"text":"b"}],"text":"a"}',
    '{"commit":{"text":"b"},"text":"a"}',
  ]) {
    expect(check(line, 'text')).toBe(true);
  }
});
