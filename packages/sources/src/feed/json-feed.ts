import { resolveAddress } from '../html/address.js';
import { guessType } from './entry-media.js';
import type { Content, Person, RawEntry, RawFeed, RawMedia } from './raw-feed.js';
import { refusalOfJson } from './entry-limits.js';
import { repairJsonFeed } from './json-repair.js';

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text field; numbers and truth values count as text because real feeds give ids as such. Own properties only. */
function textField(object: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if ((typeof value === 'number' && Number.isFinite(value)) || typeof value === 'boolean') return String(value);
  }
  return undefined;
}

function listField(object: JsonObject, name: string): readonly unknown[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Reads JSON Feed 1.0 and 1.1; undefined where the text is none. A body that stops half-way gives its whole items. */
export function readJsonFeed(text: string, documentBase: string | undefined): RawFeed | undefined {
  let feed: unknown;
  const damage: RawFeed['damage'][number][] = [];
  try {
    feed = JSON.parse(text);
  } catch (error) {
    const repaired = repairJsonFeed(text, error);
    if (repaired === undefined) return undefined;
    ({ feed } = repaired);
    if (repaired.reason !== undefined) damage.push({ place: '', reason: repaired.reason, sample: '' });
  }
  if (!isObject(feed)) return undefined;
  const version = textField(feed, 'version') ?? '';
  if (!Array.isArray(feed['items']) && !version.includes('jsonfeed.org')) return undefined;
  const selfUrl = textField(feed, 'feed_url');
  const siteUrl = textField(feed, 'home_page_url');
  const base = documentBase ?? selfUrl ?? siteUrl;
  const feedLang = textField(feed, 'language');
  const feedAuthor = authorOf(feed, base);
  const entries: RawEntry[] = [];
  for (const [index, item] of listField(feed, 'items').entries()) {
    if (!isObject(item)) {
      damage.push({ place: `entry ${index + 1}`, reason: 'not a JSON object', sample: shortJson(item) });
      continue;
    }
    const reason = refusalOfJson(item);
    if (reason !== undefined) {
      damage.push({ place: `entry ${index + 1}`, reason, sample: textField(item, 'title', 'id') ?? '' });
      continue;
    }
    entries.push(readItem(item, base, feedLang, feedAuthor));
  }
  return {
    id: undefined,
    title: textField(feed, 'title'),
    siteUrl,
    selfUrl,
    lang: feedLang,
    rhythm: {},
    entries,
    damage,
  };
}

function shortJson(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : typeof value;
}

function authorOf(object: JsonObject, base: string | undefined): Person | undefined {
  const first = [...listField(object, 'authors'), object['author']].find(isObject);
  if (first === undefined)
    return typeof object['author'] === 'string' && object['author'] !== '' ? { name: object['author'] } : undefined;
  const name = textField(first, 'name');
  const url = textField(first, 'url');
  const uri = url === undefined ? undefined : resolveAddress(url, base);
  if (name === undefined && uri === undefined) return undefined;
  const mail = uri === undefined ? undefined : /^mailto:([^?]+)/i.exec(uri)?.[1];
  return {
    ...(name === undefined ? {} : { name }),
    ...(mail === undefined ? {} : { email: mail }),
    ...(uri === undefined || mail !== undefined ? {} : { uri }),
  };
}

function readItem(
  item: JsonObject,
  base: string | undefined,
  feedLang: string | undefined,
  feedAuthor: Person | undefined,
): RawEntry {
  const address = (...names: readonly string[]): string | undefined => {
    const stated = textField(item, ...names);
    return stated === undefined ? undefined : resolveAddress(stated, base);
  };
  const lang = textField(item, 'language') ?? feedLang;
  const link = address('url') ?? address('external_url');
  const html = textField(item, 'content_html');
  const plain = textField(item, 'content_text') ?? textField(item, 'summary');
  const content = (value: string | undefined, isHtml: boolean): Content | undefined =>
    value === undefined ? undefined : { value, html: isHtml, base, lang };
  const external = address('external_url');
  return {
    id: textField(item, 'id'),
    link,
    title: content(textField(item, 'title'), false),
    body: html === undefined ? content(plain, false) : content(html, true),
    author: authorOf(item, base) ?? feedAuthor,
    published: textField(item, 'date_published'),
    updated: textField(item, 'date_modified'),
    lang,
    links: external === undefined || external === link ? [] : [external],
    media: mediaOf(item, base),
    cutOff: false,
    source: item,
  };
}

function mediaOf(item: JsonObject, base: string | undefined): readonly RawMedia[] {
  const media = new Map<string, RawMedia>();
  const add = (type: string, stated: string | undefined, alt?: string): void => {
    const url = stated === undefined ? undefined : resolveAddress(stated, base, 'media');
    if (url !== undefined && !media.has(url)) media.set(url, alt === undefined ? { type, url } : { type, url, alt });
  };
  add('image', textField(item, 'image'));
  add('image', textField(item, 'banner_image'));
  for (const attachment of listField(item, 'attachments').filter(isObject)) {
    const url = textField(attachment, 'url');
    add(textField(attachment, 'mime_type') ?? guessType(url ?? ''), url, textField(attachment, 'title'));
  }
  return [...media.values()];
}
