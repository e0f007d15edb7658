import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/web-page/normalize.js';

const sentence = (index: number) =>
  `Sentence number ${index} of the long story tells how the town rebuilt the old harbour, with stone from the hills and timber from the north. `;
const story = (from: number, to: number, wrap = (text: string) => `<p>${text}</p>`) =>
  Array.from({ length: to - from }, (_, index) => wrap(sentence(from + index) + sentence(100 + from + index))).join(
    '\n',
  );

const before = '<div id="nav"><ul><li><a href="/a">Home</a></li><li><a href="/b">News</a></li></ul></div>';
const after = `<div class="sidebar"><h3>Popular</h3><p>${'Popular words go on and on. '.repeat(8)}</p></div><div class="comments"><p>${'A comment of a reader. '.repeat(8)}</p></div>`;
const page = (body: string, head = '') => `<html><head>${head}</head><body>${before}${body}${after}</body></html>`;

const furniture = ['Home', 'Popular', 'comment', 'Advertisement', 'Read also', 'caption', 'Share', 'offers'];

describe('whatever the layout, the whole story and nothing else', () => {
  test.each([
    [
      'each paragraph in a box with a name that sounds like furniture',
      story(0, 10, (text) => `<div class="widget text"><p>${text}</p></div>`),
    ],
    ['all of it inside one form', `<form id="page"><div class="content">${story(0, 10)}</div></form>`],
    ['hidden until a script has run', `<article style="display:none">${story(0, 10)}</article>`],
    ['line breaks and no paragraphs', `<div class="story">${story(0, 10, (text) => `${text}<br><br>`)}</div>`],
    ['a table for the layout', `<table><tr><td>${story(0, 10)}</td></tr></table>`],
    ['spans for paragraphs', `<div class="article-text">${story(0, 10, (text) => `<span>${text}</span>`)}</div>`],
    [
      'names of topics in the class of the article',
      `<div class="post category-newsletter tag-share hentry"><div class="entry-content">${story(0, 5)}<div class="wp-caption"><p class="wp-caption-text">A caption under a picture.</p></div>${story(5, 10)}<div class="sharedaddy"><h3>Share this:</h3></div></div></div>`,
    ],
    [
      'in three parts with furniture between',
      `<article><div class="lead">${story(0, 2)}</div><div class="ad">Advertisement</div><div>${story(2, 8)}</div><div class="inline"><p>Read also: <a href="/x">Another story</a></p></div><div>${story(8, 10)}</div></article>`,
    ],
    [
      'lists and quotations',
      `<article>${story(0, 4)}<h2>Steps</h2><ul><li>${sentence(4)}</li><li>${sentence(5)}</li></ul><blockquote><p>${sentence(6)}</p></blockquote><ol><li><p>${sentence(7)}</p></li></ol>${story(8, 10)}</article>`,
    ],
  ])('%s', (_, body) => {
    const text = readPage(page(body), {})?.text ?? '';
    expect(
      Array.from({ length: 10 }, (__, index) => index).filter((index) => !text.includes(`number ${index} of`)),
    ).toEqual([]);
    expect(furniture.filter((words) => text.includes(words))).toEqual([]);
  });

  test('120,000 tags of mixed kinds that nobody closed', () => {
    for (const kinds of ['<p><b><i><a href=x><font><table>', '<div><ul><li><span><section>', '<div><iframe><p>']) {
      const html = `<html><body><article>${kinds.repeat(Math.ceil(120_000 / kinds.split('<').length))}a few words`;
      expect(readPage(html, {})?.text).toBe('a few words');
    }
  });

  test('an article that is shorter than what stands beside it', () => {
    const text = readPage(page(`<article><p>${sentence(0)}</p></article>`), {})?.text;
    expect(text).toBe(sentence(0).trim());
  });

  test('a paragraph that is no part of the body in the structured data', () => {
    const articleBody = Array.from({ length: 10 }, (_, index) => sentence(index) + sentence(100 + index)).join(' ');
    const data = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody })}</script>`;
    const text =
      readPage(
        page(`<article>${story(0, 10)}<p>And a last line about our shop and its many offers.</p></article>`, data),
        {},
      )?.text ?? '';
    expect(text).toContain('number 9 of');
    expect(text).not.toContain('offers');
  });
});
