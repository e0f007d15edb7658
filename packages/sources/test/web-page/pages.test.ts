import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/web-page/normalize.js';
import { languagePages } from './pages/languages.js';
import { layoutPages } from './pages/layouts.js';
import { newsPages } from './pages/news.js';
import { trapPages } from './pages/traps.js';
import { f1, readabilityText } from './pages/score.js';

const pages = [...newsPages, ...layoutPages, ...languagePages, ...trapPages];
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

describe.each(pages)('$name', ({ html, body, out }) => {
  const text = oneLine(readPage(html, {})?.text ?? '');

  test('all of the article', () => {
    expect(body.filter((block) => !text.includes(oneLine(block)))).toEqual([]);
  });

  test('and nothing else', () => {
    expect(out.filter((words) => text.includes(words))).toEqual([]);
  });

  test('is never worse than Readability alone', () => {
    const expected = body.join('\n');
    expect(f1(text, expected)).toBeGreaterThanOrEqual(f1(oneLine(readabilityText(html)), expected));
  });
});

function meanScore(read: (html: string) => string): number {
  return pages.reduce((sum, { html, body }) => sum + f1(read(html), body.join('\n')), 0) / pages.length;
}

test('on all of them together, well above Readability alone', () => {
  expect(meanScore((html) => readPage(html, {})?.text ?? '')).toBeGreaterThan(0.97);
  expect(meanScore(readabilityText)).toBeLessThan(0.97);
});
