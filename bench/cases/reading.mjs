import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFeeds, makePosts, makeTelegramExport } from '../corpus.mjs';

/** Posts in each form. A round reads all of them from disk. */
const sizes = { feed: 2_000, ndjson: 40_000, telegram: 40_000 };

/** @param {'feed' | 'ndjson' | 'telegram'} form */
async function writeCorpus(form) {
  const folder = await mkdtemp(join(tmpdir(), 'vedette-bench-'));
  const posts = makePosts(sizes[form]);
  const files =
    form === 'feed'
      ? makeFeeds(posts).map((content, index) => [`feed-${String(index).padStart(3, '0')}.xml`, content])
      : form === 'ndjson'
        ? [['posts.ndjson', `${posts.map((post) => JSON.stringify(post)).join('\n')}\n`]]
        : [['result.json', makeTelegramExport(posts)]];
  const paths = [];
  for (const [name, content] of files) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), content);
  }
  return { paths, close: () => rm(folder, { recursive: true }) };
}

/** @param {'feed' | 'ndjson' | 'telegram'} form */
async function readWithVedette(form) {
  const { readInputs } = await import('@vedette/sources');
  const { paths, close } = await writeCorpus(form);
  return {
    count: sizes[form],
    close,
    round: async () => {
      let items = 0;
      for await (const result of readInputs(paths)) if ('item' in result) items += 1;
      if (items !== sizes[form]) throw new Error(`read ${items} of ${sizes[form]} Items`);
    },
  };
}

/** @param {(xml: string) => unknown} parse gives the number of entries */
async function feedsWith(parse) {
  const { paths, close } = await writeCorpus('feed');
  return {
    count: sizes.feed,
    close,
    round: async () => {
      let entries = 0;
      for (const path of paths) entries += await parse(await readFile(path, 'utf8'));
      if (entries !== sizes.feed) throw new Error(`read ${entries} of ${sizes.feed} entries`);
    },
  };
}

/** @type {import('../run.mjs').Group} */
export const reading = {
  title: 'Reading',
  unit: 'entries/s',
  about:
    'From files on disk to Items. Vedette detects the kind, detects the charset, sanitises the HTML and makes plain text; the parsers beside it give the fields as they stand.',
  cases: {
    'feed: Vedette': () => readWithVedette('feed'),
    'feed: feedsmith': async () => {
      const { parseFeed } = await import('feedsmith');
      return feedsWith((xml) => parseFeed(xml).feed.items.length);
    },
    'feed: feedsmith, then sanitize-html': async () => {
      const { parseFeed } = await import('feedsmith');
      const { default: sanitizeHtml } = await import('sanitize-html');
      return feedsWith((xml) => {
        const { items } = parseFeed(xml).feed;
        for (const item of items) sanitizeHtml(item.content?.encoded ?? item.description ?? '');
        return items.length;
      });
    },
    'feed: @rowanmanning/feed-parser': async () => {
      const { parseFeed } = await import('@rowanmanning/feed-parser');
      return feedsWith((xml) => parseFeed(xml).items.length);
    },
    'feed: rss-parser': async () => {
      const { default: Parser } = await import('rss-parser');
      const parser = new Parser();
      return feedsWith(async (xml) => (await parser.parseString(xml)).items.length);
    },
    'ndjson: Vedette': () => readWithVedette('ndjson'),
    'ndjson: floor, JSON.parse of each line': async () => {
      const { paths, close } = await writeCorpus('ndjson');
      return {
        count: sizes.ndjson,
        close,
        round: async () => {
          for (const line of (await readFile(paths[0], 'utf8')).split('\n')) if (line !== '') JSON.parse(line);
        },
      };
    },
    'telegram-export: Vedette': () => readWithVedette('telegram'),
    'telegram-export: floor, JSON.parse of the file': async () => {
      const { paths, close } = await writeCorpus('telegram');
      return {
        count: sizes.telegram,
        close,
        round: async () => JSON.parse(await readFile(paths[0], 'utf8')),
      };
    },
  },
};
