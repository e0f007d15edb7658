import { expect, it } from 'vitest';
import { limitAttributes, maxAttributes } from '../../src/html/limit-attributes.js';
import { parsePage } from '../../src/web-page/dom.js';

const attributes = (count: number): string =>
  Array.from({ length: count }, (_, n) => `a${String(n)}="${String(n)}>"`).join(' ');

it('leaves tags of a usual size alone', () => {
  const html = `<p class="a" title='b>c'>one</p><br/><i ${attributes(maxAttributes)}>two</i>`;
  expect(limitAttributes(html)).toBe(html);
});

it('keeps the first attributes, the text and what follows', () => {
  const html = `<p ${attributes(maxAttributes + 3)}>one</p><img ${attributes(maxAttributes + 1)}/><b id="x">two</b>`;
  expect(limitAttributes(html)).toBe(
    `<p ${attributes(maxAttributes)} >one</p><img ${attributes(maxAttributes)} ><b id="x">two</b>`,
  );
});

it('makes a page of one tag with 300,000 attributes cheap to parse', () => {
  const document = parsePage(`<html><body><p ${attributes(300_000)}>words</p><p>more</p></body></html>`);
  expect(document.querySelectorAll('p').length).toBe(2);
  expect(document.body?.textContent).toContain('words');
});
