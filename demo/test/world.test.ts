import { itemSchema, watchlistSchema } from '@vedette/contract';
import { describe, expect, test } from 'vitest';
import {
  demoColumns,
  demoFiles,
  demoLiveItems,
  demoSources,
  demoWatchlist,
  demoWatchlistYaml,
  disguiseText,
  generateDemo,
  innocentTexts,
} from '../src/index.js';
import { hour, day } from '../src/press.js';

const now = Date.parse('2026-11-24T21:40:00Z');
const world = generateDemo({ seed: 'vedette', now });
const files = demoFiles(world);

function textOf(name: string): string {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`the demo world has no file ${name}`);
  return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
}

describe('the demo world', () => {
  test('is the same for the same seed and moment, byte by byte', () => {
    const again = demoFiles(generateDemo({ seed: 'vedette', now }));
    expect(again.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
      files.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
    const other = demoFiles(generateDemo({ seed: 'another', now }));
    expect(Buffer.from(other[0]?.bytes ?? []).equals(Buffer.from(files[0]?.bytes ?? []))).toBe(false);
  });

  test('has twelve outlets in six languages, some 700 articles and 2,500 posts, all of the last two weeks', () => {
    expect(world.outlets).toHaveLength(12);
    expect(new Set(world.outlets.map(({ lang }) => lang)).size).toBe(6);
    expect(world.articles.length).toBeGreaterThan(600);
    expect(world.posts.length).toBeGreaterThan(2400);
    for (const { publishedAt } of [...world.articles, ...world.posts]) {
      expect(publishedAt).toBeLessThanOrEqual(now);
      expect(publishedAt).toBeGreaterThan(now - 15 * day);
    }
  });

  test('names no slot that was left open', () => {
    for (const { title, paragraphs } of world.articles) expect([title, ...paragraphs].join('\n')).not.toMatch(/[{}]/u);
    for (const { text } of world.posts) expect(text).not.toMatch(/[{}]/u);
    for (const { text } of innocentTexts) expect(text).not.toMatch(/[{}]/u);
  });

  test('gives every article three to six paragraphs and a headline of its own within its outlet', () => {
    const headlines = world.articles.map(({ outlet, title }) => `${outlet.id} ${title}`);
    expect(new Set(headlines).size).toBe(headlines.length);
    for (const { paragraphs } of world.articles) {
      expect(paragraphs.length).toBeGreaterThanOrEqual(3);
      expect(paragraphs.length).toBeLessThanOrEqual(6);
    }
  });

  test('lets at least five outlets tell one story on every day, so that the front page has leads', () => {
    for (let ago = 0; ago < 14; ago += 1) {
      const tellers = new Map<string, number>();
      for (const { story } of world.articles)
        if (story.startsWith(`s${ago}-`)) tellers.set(story, (tellers.get(story) ?? 0) + 1);
      expect(Math.max(...tellers.values())).toBeGreaterThanOrEqual(5);
    }
  });

  test('has a burst on the evening of the storm', () => {
    const perHour = new Map<number, number>();
    for (const { publishedAt } of world.posts) {
      const slot = Math.floor(publishedAt / hour);
      perHour.set(slot, (perHour.get(slot) ?? 0) + 1);
    }
    const counts = [...perHour.values()].sort((a, b) => a - b);
    const usual = counts[Math.floor(counts.length / 2)] ?? 0;
    expect(counts.at(-1)).toBeGreaterThan(usual * 6);
  });
});

describe('the files of the demo world', () => {
  test('one per source, under the names that the list of sources gives', () => {
    expect(files.map(({ name, kind }) => [name, kind])).toEqual(demoSources.map(({ file, kind }) => [file, kind]));
  });

  test('XML feeds carry every article of their outlet, and nothing in them breaks the markup', () => {
    for (const outlet of world.outlets.filter(({ format }) => format !== 'json')) {
      const count = world.articles.filter((article) => article.outlet.id === outlet.id).length;
      const text = textOf(outlet.file);
      expect(text.match(/<(?:item|entry)[ >]/gu)).toHaveLength(count);
      const markup = text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/gu, '');
      expect(markup).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/u);
      const open = markup.match(/<[A-Za-z][^<>]*[^/<>]>|<[A-Za-z]>/gu) ?? [];
      const closed = markup.match(/<\/[^<>]+>/gu) ?? [];
      expect(open).toHaveLength(closed.length);
    }
  });

  test('JSON feeds carry every article of their outlet', () => {
    for (const outlet of world.outlets.filter(({ format }) => format === 'json')) {
      const feed: { items: { url: string }[] } = JSON.parse(textOf(outlet.file));
      const urls = world.articles.filter((article) => article.outlet.id === outlet.id).map(({ url }) => url);
      expect(feed.items.map(({ url }) => url).sort()).toEqual(urls.sort());
    }
  });

  test('a Telegram export keeps the text of every message, hashtags as entities', () => {
    for (const channel of world.channels.filter(({ kind }) => kind === 'telegram-export')) {
      const chat: { messages: { type: string; text: string | (string | { text: string })[] }[] } = JSON.parse(
        textOf(channel.file),
      );
      const texts = chat.messages
        .filter(({ type }) => type === 'message')
        .map(({ text }) =>
          typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
        );
      expect(texts).toEqual(world.posts.filter((post) => post.channel === channel).map(({ text }) => text));
    }
  });

  test('NDJSON lines are Items', () => {
    const lines = textOf('posts/the-square.ndjson').trimEnd().split('\n');
    expect(lines.map((line) => itemSchema.safeParse(JSON.parse(line)).success)).not.toContain(false);
  });

  test('a table begins with field names and has a row per post', () => {
    const rows = textOf('posts/plaza.csv').trimEnd().split('\r\n');
    expect(rows[0]).toBe('id;fecha y hora;autor;texto;url');
    expect(rows).toHaveLength(world.posts.filter(({ channel }) => channel.id === 'plaza').length + 1);
  });
});

describe('the movement', () => {
  const calls = world.posts.filter(({ role, lang }) => role === 'movement' && lang === 'en');

  test('repeats one English call fourteen times within two hours, in several places, the first time disguised', () => {
    const copies = calls.filter(({ publishedAt }) => publishedAt > now - 4 * hour);
    expect(copies).toHaveLength(14);
    expect(new Set(copies.map(({ channel }) => channel.id)).size).toBeGreaterThan(1);
    expect(copies[0]?.text).not.toContain('grey gate');
    expect((copies.at(-1)?.publishedAt ?? 0) - (copies[0]?.publishedAt ?? 0)).toBeLessThan(2 * hour);
  });

  test('writes the watched phrase in disguise: look-alikes, digits, wide, spaced, styled, struck through, hidden', () => {
    const written = calls.map(({ text }) => text).join('\n');
    for (const form of [
      'grеу gаtе',
      'gr3y g473',
      'ｇｒｅｙ',
      'g r e y  g a t e',
      '𝗴𝗿𝗲𝘆',
      'g̶r̶e̶y̶',
      'g\u200br\u200be\u200by',
    ])
      expect(written).toContain(form);
  });

  test('stretches Arabic words with tatweel', () => {
    expect(disguiseText('البوابة', 'tatweel')).toContain('ـ');
    expect(world.posts.some(({ lang, text }) => lang === 'ar' && text.includes('ـــ'))).toBe(true);
  });
});

describe('the watchlist', () => {
  test('is a watchlist, each rule with examples for and against', () => {
    watchlistSchema.parse(demoWatchlist);
    for (const { must, mustNot } of demoWatchlist.rules) {
      expect(must?.length).toBeGreaterThan(0);
      expect(mustNot?.length).toBeGreaterThan(0);
    }
  });

  test('hides no invisible character in its YAML', () => {
    const yaml = demoWatchlistYaml();
    expect(yaml).not.toMatch(/\p{Cf}/u);
    expect(yaml).toContain('g\\u200br\\u200be\\u200by');
    expect(yaml.match(/^ {2}- id: /gmu)).toHaveLength(demoWatchlist.rules.length);
  });

  test('comes with columns for the Live screen', () => {
    expect(demoColumns.map(({ title }) => title)).toContain('Grey Gate');
  });
});

describe('the replay', () => {
  const live = demoLiveItems(world, now);

  test('begins at once, trickles on for two minutes and bursts after ten seconds', () => {
    expect(live).toHaveLength(60);
    expect(live[0]?.afterMs).toBeLessThan(1000);
    expect(live.at(-1)?.afterMs).toBeGreaterThan(100_000);
    const burst = live.filter(({ afterMs }) => afterMs >= 10_000 && afterMs < 17_000);
    expect(burst.length).toBeGreaterThanOrEqual(14);
  });

  test('gives files under the names of the sources, in the order in which they are published', () => {
    const names = new Set(demoSources.map(({ file }) => file));
    for (const { file } of live) expect(names).toContain(file.name);
    const times = live.map(({ afterMs }) => afterMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
