import { expect, it } from 'vitest';
import { copyKey } from '../src/copy-key.js';

it('is the same for copies that differ in case, signs and blanks, and for no other text', () => {
  expect(copyKey('The grey gate opens')).toBe(copyKey('the GREY gate: opens!'));
  expect(copyKey('The grey gate opens')).not.toBe(copyKey('The grey gate closes'));
});

it('is empty for a text that says nothing: two of them are not copies of each other', () => {
  expect(copyKey('\u{1F525}\u{1F525}')).toBe('');
});
