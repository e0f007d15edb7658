import { expect, it } from 'vitest';
import { originalAddress } from '../src/features/items/original-address.js';

const url = 'https://hub.example/1';
const original = 'https://post.example/a?x=1&y=2';

it('leads from an aggregator to the outlet that it names', () => {
  expect(originalAddress({ url, forwardedFrom: 'The Post', links: [original, url], html: '<p>No link.</p>' })).toBe(
    original,
  );
});

it.each([
  ['an article of its own', { url, links: [original] }],
  ['an aggregator that names none', { url, forwardedFrom: 'The Post' }],
  [
    'a link inside the text, which is about something else',
    { url, forwardedFrom: 'The Post', links: [original], html: '<a href="https://post.example/a?x=1&amp;y=2">it</a>' },
  ],
])('stays with the address of %s', (_what, item) => {
  expect(originalAddress(item)).toBe(url);
});
