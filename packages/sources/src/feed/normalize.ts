import { createHash } from 'node:crypto';
import { decodeHTMLStrict } from 'entities';
import type { Item, ItemSource, Media } from '@vedette/contract';
import { webAddress, withoutCredentials } from '../html/address.js';
import { sanitizeHtml } from '../html/sanitize.js';
import { readHtml } from '../html/to-text.js';
import { wellFormed, withoutControls } from './characters.js';
import { readDate } from './dates.js';
import type { Content, Person, RawEntry, RawFeed } from './raw-feed.js';

export interface NormalizeOptions {
  /** zone of local times without one, IANA name; UTC where missing */
  readonly zone?: string | undefined;
  /** keep the foreign record under `raw` */
  readonly raw?: boolean | undefined;
  /** path under which a file was read */
  readonly file?: string | undefined;
  /** address under which the feed was asked for; used where the feed does not name itself */
  readonly address?: string | undefined;
}

/** The feed as an Item's source. Its id is what the feed says of itself, so that a file and a live feed agree. */
export function sourceOf(feed: RawFeed, options: NormalizeOptions): ItemSource {
  const id = feed.selfUrl ?? feed.id ?? feed.siteUrl ?? options.address ?? feed.title ?? 'unnamed feed';
  // an address that a reader may click; what the feed says of itself may be anything
  const url = webAddress(feed.siteUrl) ?? webAddress(feed.selfUrl) ?? webAddress(options.address);
  return {
    kind: 'feed',
    id: clean(withoutCredentials(id)),
    ...(feed.title === undefined ? {} : { title: clean(feed.title) }),
    ...(url === undefined ? {} : { url: clean(withoutCredentials(url)) }),
    ...(options.file === undefined ? {} : { file: options.file }),
  };
}

/** Stable Item id: the same feed and the same native id give the same on every machine. */
function feedItemId(sourceId: string, nativeId: string): string {
  return `feed:${sha256(`feed\n${sourceId}\n${nativeId}`).slice(0, 32)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function clean(text: string): string {
  return wellFormed(withoutControls(text)).trim();
}

/** Turns a raw entry into an Item: sanitised HTML, its plain text, absolute links and media, UTC dates. */
export function itemOf(entry: RawEntry, source: ItemSource, options: NormalizeOptions): Item {
  const body = bodyOf(entry.body);
  const title = titleOf(entry.title);
  const nativeId = clean(
    entry.id ?? entry.link ?? sha256(JSON.stringify([title, body.text, entry.published])).slice(0, 32),
  );
  const published = readDate(entry.published, options.zone);
  const updated = readDate(entry.updated, options.zone);
  const shown = published ?? updated;
  const media = mergedMedia(entry, body.media);
  const links = [...new Set([...entry.links, ...body.links])].map(clean);
  const author = authorOf(entry.author);
  const lang = languageTag(entry.lang);
  return {
    id: feedItemId(source.id, nativeId),
    source,
    nativeId,
    kind: 'article',
    ...(entry.link === undefined ? {} : { url: clean(entry.link) }),
    ...(author === undefined ? {} : { author }),
    ...(shown === undefined ? {} : { publishedAt: shown.instant }),
    ...(shown?.assumedZone === undefined ? {} : { publishedAtAssumedZone: shown.assumedZone }),
    ...(published !== undefined && updated !== undefined && updated.instant !== published.instant
      ? { editedAt: updated.instant }
      : {}),
    ...(title === '' ? {} : { title }),
    text: body.text,
    ...(body.html === undefined || body.html === '' ? {} : { html: body.html }),
    ...(lang === undefined ? {} : { lang }),
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(options.raw === true ? { raw: entry.source ?? entry } : {}),
  };
}

function titleOf(content: Content | undefined): string {
  if (content === undefined) return '';
  const text = content.html ? readHtml(sanitizeHtml(content.value, content.base)).text : content.value;
  return clean(text.replaceAll(/\s*\n\s*/g, ' '));
}

interface Body {
  readonly text: string;
  readonly html?: string;
  readonly links: readonly string[];
  readonly media: readonly Media[];
}

function bodyOf(content: Content | undefined): Body {
  if (content === undefined) return { text: '', links: [], media: [] };
  if (!content.html) return { text: clean(content.value), links: [], media: [] };
  const html = clean(sanitizeHtml(withoutControls(content.value), content.base));
  const { text, links, media } = readHtml(html);
  // references but no tag: text after all, whose line breaks are its author's
  const rendered = /<[a-z!/]/i.test(content.value) ? text : decodeHTMLStrict(content.value);
  return { text: clean(rendered), html, links, media };
}

function mergedMedia(entry: RawEntry, inside: readonly Media[]): Media[] {
  const media = new Map<string, Media>();
  for (const one of [...entry.media, ...inside]) {
    if (one.url !== undefined && !media.has(one.url)) media.set(one.url, { ...one, url: clean(one.url) });
  }
  return [...media.values()];
}

function authorOf(person: Person | undefined): Item['author'] {
  if (person === undefined) return undefined;
  const id = person.email ?? person.uri;
  const name =
    person.name === undefined
      ? undefined
      : clean(readHtml(sanitizeHtml(escapeUnlessMarkup(person.name), undefined)).text);
  if (id === undefined && (name === undefined || name === '')) return undefined;
  return { ...(id === undefined ? {} : { id: clean(id) }), ...(name === undefined || name === '' ? {} : { name }) };
}

/** A name is plain text; only where somebody put markup into it is it read as markup. */
function escapeUnlessMarkup(name: string): string {
  return /<\/?[a-z][^<>]*>|&[a-z#][\w]*;/i.test(name) ? name : name.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A language as stated, in the form of BCP 47; undefined where it is none. */
export function languageTag(stated: string | undefined): string | undefined {
  const tag = stated?.trim().replaceAll('_', '-');
  return tag !== undefined && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : undefined;
}
