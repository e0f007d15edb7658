import { expect, it } from 'vitest';
import { pastedOf, queryFor } from '../src/app/pasted.js';
import { headlineOf } from '../src/features/items/headline.js';
import { webAddress } from '../src/features/items/web-address.js';

it.each([
  ['https://courier.example/news/4?x=1', 'address'],
  ['hxxps://courier.example', 'address'],
  ['courier.example/feed', 'address'],
  ['بوابة.example', 'address'],
  ['@grey_gate', 'handle'],
  ['@vera@social.example', 'handle'],
  ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'id'],
  ['article-1234', 'id'],
  ['grey gate', 'words'],
  ['harbour', 'words'],
] as const)('takes %s for %s', (text, kind) => {
  expect(pastedOf(`  ${text}\n`).kind).toBe(kind);
});

it('asks for an address as a whole, and cannot be led out of the phrase', () => {
  expect(queryFor(pastedOf('hxxp://a.example/"x'))).toBe('url:"http://a.example/x"');
});

it('cuts a long headline at a word', () => {
  expect(headlineOf({ text: 'Harbour council votes for a second ferry' }, 24)).toBe('Harbour council votes…');
  expect(headlineOf({ title: 'Short', text: 'Long text' })).toBe('Short');
});

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'https://user:pass@a.example/',
  'not an address',
])('does not open %s', (url) => {
  expect(webAddress(url)).toBeUndefined();
});

it('opens a web address', () => {
  expect(webAddress('https://courier.example/news/4')).toBe('https://courier.example/news/4');
});
