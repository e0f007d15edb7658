import { expect, it } from 'vitest';
import { headlineOf } from '../src/features/items/headline.js';

it.each([
  ['the title', { title: 'Second ferry', text: 'The council voted.' }, 'Second ferry'],
  [
    'the text where the title is blank',
    { title: ' ', text: 'The council voted.\nBy nine to four.' },
    'The council voted.',
  ],
  ['the address where there are no words', { text: '', url: 'https://courier.example/4' }, 'https://courier.example/4'],
  ['a dash where there is nothing at all', { title: '', text: '\n' }, '—'],
])('shows %s', (_name, item, headline) => {
  expect(headlineOf(item)).toBe(headline);
});

it('cuts at a word', () => {
  expect(headlineOf({ text: 'one two three' }, 8)).toBe('one two…');
});
