import { describe, expect, test } from 'vitest';
import { decode } from '../src/index.js';

describe('links made unclickable are links again', () => {
  test.each([
    ['hxxps://grey-gate[.]example/join', 'https://grey-gate.example/join'],
    ['see hXXp[://]grey.gate(dot)org/x', 'see http://grey.gate.org/x'],
    ['h**p://grey{.}example', 'http://grey.example'],
    ['http[:]//a[.]b[.]example', 'http://a.b.example'],
    ['write to gate [at] grey [dot] example', 'write to gate@grey.example'],
    ['hxxp://greygate dot com', 'http://greygate.com'],
    ['grey[.com', 'grey.com'],
  ])('%s', (written, said) => {
    const { plain, disguises } = decode(written);
    expect(plain).toBe(said);
    expect(disguises.every(({ name }) => name === 'defanged')).toBe(true);
  });

  test.each([
    'x = a[.5] + b[0]',
    'I work (at) home. The dot com bubble.',
    'https://press.example/a?b=1 http://x.example',
    'see above [...] and (…) below',
    'le point de vue (point 3)',
  ])('ordinary: %s', (text) => {
    expect(decode(text)).toMatchObject({ plain: text, disguises: [] });
  });
});
