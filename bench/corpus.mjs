import { pick, seeded } from './random.mjs';

/**
 * Invented text with the shape of real posts. Words are built from syllables of each language, with a few real function
 * words among them; nothing means anything. The shares are those of docs/bench.md.
 */
const languages = [
  {
    lang: 'en',
    share: 35,
    onset: 'b br d f g gr h l m n p r s st t w'.split(' '),
    nucleus: 'a e i o u ea oo'.split(' '),
    coda: ['', 'n', 'r', 'st', 'l', 'ck'],
    small: 'the of and to in is for on with at'.split(' '),
  },
  {
    lang: 'es',
    share: 20,
    onset: 'b c d f g l m n p r s t v ll'.split(' '),
    nucleus: 'a e i o u ía ó é'.split(' '),
    coda: ['', 'n', 's', 'r', 'l'],
    small: 'el la de y en que los por con una'.split(' '),
  },
  {
    lang: 'fr',
    share: 15,
    onset: 'b c ch d f g l m n p r s t v'.split(' '),
    nucleus: 'a e i o ou é è eau'.split(' '),
    coda: ['', 'n', 's', 'r', 't'],
    small: 'le la de et les des en un une pour'.split(' '),
  },
  {
    lang: 'ar',
    share: 15,
    onset: 'ب ت ج ح د ر س ش ع ف ق ك ل م ن'.split(' '),
    nucleus: ['ا', 'و', 'ي', ''],
    coda: ['', 'ن', 'ر', 'ة', 'م'],
    small: 'في من على إلى عن أن هذا هذه و ما'.split(' '),
  },
  {
    lang: 'nl',
    share: 10,
    onset: 'b d g h k l m n p r s sch t v w z'.split(' '),
    nucleus: 'a e i o oe ij ui ee'.split(' '),
    coda: ['', 'n', 'r', 't', 'k'],
    small: 'de het een van en in op met voor is'.split(' '),
  },
  {
    lang: 'ary-Latn',
    share: 5,
    onset: 'b d f h 7 3 k l m n r s t w'.split(' '),
    nucleus: 'a i o ou'.split(' '),
    coda: ['', 'n', 'r', 'sh', 't'],
    small: 'f dial wa had li kan 3la b ila m3a'.split(' '),
  },
];

const vocabularySize = 6_000;

/** @param {(typeof languages)[number]} language @param {() => number} random */
function inventWord(language, random) {
  const syllables = 1 + Math.floor(random() * 3);
  let word = '';
  for (let count = 0; count < syllables; count += 1) {
    word +=
      pick(random, language.onset) +
      pick(random, language.nucleus) +
      (count === syllables - 1 ? pick(random, language.coda) : '');
  }
  return word;
}

/** Common words come often, rare ones seldom, as in any language (Zipf). @param {readonly string[]} words @param {() => number} random */
function zipf(words, random) {
  return words[Math.floor(words.length ** random()) - 1] ?? words[0];
}

/**
 * The terms of the watchlist: one to three invented words that the posts do not use by themselves.
 * @param {number} count
 * @param {number} [seed]
 * @returns {string[]}
 */
export function makeTerms(count, seed = 11) {
  const random = seeded(seed);
  const terms = new Set();
  while (terms.size < count) {
    const language = pick(random, languages.slice(0, 5));
    const words = Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () =>
        `${inventWord(language, random)}${pick(random, language.onset)}${pick(random, language.nucleus)}${inventWord(language, random)}`,
    );
    terms.add(words.join(' '));
  }
  return [...terms];
}

/**
 * Posts of about 178 characters, 2.5 % of them with a term. The same seed gives the same posts.
 * @param {number} count
 * @param {{ seed?: number, terms?: readonly string[], prefix?: string, start?: number, stepMs?: number }} [options]
 */
export function makePosts(
  count,
  { seed = 7, terms = [], prefix = 'p', start = Date.UTC(2026, 0, 1), stepMs = 1_000 } = {},
) {
  const random = seeded(seed);
  const vocabularies = languages.map((language) => {
    const words = Array.from({ length: vocabularySize }, () => inventWord(language, random));
    return [...language.small, ...words];
  });
  const total = languages.reduce((sum, { share }) => sum + share, 0);
  return Array.from({ length: count }, (_, index) => {
    let roll = random() * total;
    const which = Math.max(
      0,
      languages.findIndex(({ share }) => (roll -= share) < 0),
    );
    const words = [];
    const wanted = 60 + random() * 236;
    for (let length = 0; length < wanted;) {
      const word = zipf(vocabularies[which], random);
      words.push(word);
      length += word.length + 1;
    }
    if (terms.length > 0 && random() < 0.025) words.splice(Math.floor(random() * words.length), 0, pick(random, terms));
    if (random() < 0.2) words.push(`#${vocabularies[which][20 + Math.floor(random() * 100)]}`);
    const text = `${words.join(' ')}${pick(random, ['.', '!', '', ' …', '?'])}`;
    const id = `${prefix}${index}`;
    return {
      id,
      source: { kind: 'ndjson', id: `bench-${which}`, title: `Bench ${languages[which].lang}` },
      nativeId: id,
      kind: 'post',
      author: { handle: `someone${Math.floor(random() * 5_000)}` },
      publishedAt: new Date(start + index * stepMs).toISOString(),
      text,
      lang: languages[which].lang,
    };
  });
}

/** @param {string} text */
function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * RSS 2.0 feeds of 50 entries with HTML in their content.
 * @param {readonly { id: string, text: string, publishedAt: string }[]} posts
 * @returns {string[]}
 */
export function makeFeeds(posts, perFeed = 50) {
  const feeds = [];
  for (let from = 0; from < posts.length; from += perFeed) {
    const entries = posts.slice(from, from + perFeed).map(
      (
        post,
      ) => `<item><title>${xml(post.text.slice(0, 60))}</title><link>https://press.example/${post.id}</link><guid>https://press.example/${post.id}</guid>
<pubDate>${new Date(post.publishedAt).toUTCString()}</pubDate><dc:creator>Staff</dc:creator>
<description>${xml(`<p>${xml(post.text)}</p>`)}</description>
<content:encoded><![CDATA[<p>${xml(post.text)}</p><p><a href="/more?id=${post.id}&amp;x=1">more</a> <img src="/i/${post.id}.jpg" alt="picture"></p>]]></content:encoded></item>`,
    );
    feeds.push(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Bench press ${feeds.length}</title><link>https://press.example/</link><description>Invented</description><language>en</language>
${entries.join('\n')}
</channel></rss>`);
  }
  return feeds;
}

/**
 * The `result.json` of a Telegram chat.
 * @param {readonly { text: string, publishedAt: string, author: { handle: string } }[]} posts
 */
export function makeTelegramExport(posts) {
  const messages = posts.map((post, index) => ({
    id: index + 1,
    type: 'message',
    date: post.publishedAt.slice(0, 19),
    date_unixtime: String(Math.floor(Date.parse(post.publishedAt) / 1000)),
    from: post.author.handle,
    from_id: `user${index % 5_000}`,
    text: index % 4 === 0 ? [{ type: 'bold', text: post.text.slice(0, 20) }, post.text.slice(20)] : post.text,
    text_entities: [{ type: 'plain', text: post.text }],
  }));
  return JSON.stringify({ name: 'Bench chat', type: 'public_channel', id: 1, messages }, null, 1);
}
