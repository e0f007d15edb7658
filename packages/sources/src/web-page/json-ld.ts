import type { DomDocument } from './dom.js';

/** What a page says of its article in schema.org terms. */
export interface StructuredArticle {
  readonly headline?: string;
  readonly body?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly lang?: string;
  readonly url?: string;
  readonly images: readonly string[];
}

type JsonObject = Readonly<Record<string, unknown>>;

const articleType =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|Report|Review|SocialMediaPosting|DiscussionForumPosting|Recipe|OpinionNewsArticle)$/;
const mostNodes = 20_000;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the first article among a page's JSON-LD blocks. Broken blocks are passed over: publishers often break them. */
export function readStructuredArticle(document: DomDocument): StructuredArticle | undefined {
  let best: JsonObject | undefined;
  for (const script of document.querySelectorAll(
    'script[type="application/ld+json"], script[type="application/ld+json; charset=utf-8"]',
  )) {
    for (const article of articlesIn(parsedJson(script.textContent ?? ''))) {
      if (best === undefined || textOf(article['articleBody']).length > textOf(best['articleBody']).length)
        best = article;
    }
  }
  return best === undefined ? undefined : structured(best);
}

function parsedJson(text: string): unknown {
  const clean = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>);?\s*$/, '');
  try {
    return JSON.parse(clean);
  } catch {
    try {
      // raw line breaks inside strings are the commonest fault
      return JSON.parse(clean.replaceAll(/[\u0000-\u001F]+/g, ' ')); // oxlint-disable-line no-control-regex -- they are what JSON forbids
    } catch {
      return undefined; // not JSON: the page's other signals are used
    }
  }
}

function articlesIn(root: unknown): JsonObject[] {
  const found: JsonObject[] = [];
  const pending: unknown[] = [root];
  for (let count = 0; pending.length > 0 && count < mostNodes; count += 1) {
    const node = pending.shift();
    if (Array.isArray(node)) pending.push(...(node as unknown[]).slice(0, 1000));
    else if (isObject(node)) {
      const types = [node['@type']].flat();
      if (types.some((type) => typeof type === 'string' && articleType.test(type))) found.push(node);
      for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'hasPart']) {
        if (isObject(node[name]) || Array.isArray(node[name])) pending.push(node[name]);
      }
    }
  }
  return found;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value))
    return value
      .filter((part) => typeof part === 'string')
      .join('\n')
      .trim();
  return '';
}

function namesOf(value: unknown): string {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .map((one) => (isObject(one) ? textOf(one['name']) : textOf(one)))
    .filter((name) => name !== '' && name.length < 200 && !/^https?:/.test(name))
    .join(', ');
}

function addressesOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .map((one) => (isObject(one) ? textOf(one['url']) || textOf(one['contentUrl']) : textOf(one)))
    .filter((address) => address !== '');
}

function structured(article: JsonObject): StructuredArticle {
  const field = (name: keyof StructuredArticle, value: string): Partial<StructuredArticle> =>
    value === '' ? {} : { [name]: value };
  return {
    ...field('headline', textOf(article['headline']) || textOf(article['name'])),
    ...field('body', textOf(article['articleBody']) || textOf(article['text'])),
    ...field('author', namesOf(article['author']) || namesOf(article['creator'])),
    ...field('publisher', namesOf(article['publisher'])),
    ...field('published', textOf(article['datePublished']) || textOf(article['dateCreated'])),
    ...field('modified', textOf(article['dateModified'])),
    ...field('lang', textOf(article['inLanguage'])),
    ...field('url', textOf(article['url'])),
    images: addressesOf(article['image']),
  };
}
