import { describe, expect, it } from 'vitest';
import { base64Of, guessFormat } from '../src/features/watchlists/import-format.js';

describe('what a file seems to be', () => {
  it.each([
    ['list.xlsx', '', 'xlsx'],
    ['LIST.YML', 'a', 'yaml'],
    ['list.tsv', 'a\tb', 'csv'],
    ['consolidated.xml', '', 'un'],
    ['', '\uFEFF<?xml version="1.0"?><CONSOLIDATED_LIST>', 'un'],
    ['event.json', '{"Event": {"Attribute": []}}', 'misp'],
    ['warning.json', '{"name": "a", "list": ["b"]}', 'misp'],
    ['list.json', '{"name": "a", "rules": []}', 'json'],
    ['', 'name: a\nrules:\n  - id: b\n', 'yaml'],
    ['', 'id,query\na,gate\n', 'csv'],
    ['', 'Grey Gate\nthe query of the day\n', 'txt'],
    ['terms.txt', 'name: a', 'txt'],
  ])('%s %j is %s', (name, text, format) => {
    expect(guessFormat(name, text)).toBe(format);
  });
});

it('writes bytes as Base64, also many', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
