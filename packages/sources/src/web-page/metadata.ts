import { resolveAddress, webAddress } from '../html/address.js';
import { plainText, type DomDocument } from './dom.js';
import type { StructuredArticle } from './json-ld.js';

/** What a page says about itself, from its head, its structured data, its microdata and its address. */
export interface PageMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly lang?: string;
  readonly canonical?: string;
  readonly siteName?: string;
  readonly images: readonly string[];
}

/** Reads the metadata; `address` is where the page came from, if that is known. */
export function readMetadata(
  document: DomDocument,
  structured: StructuredArticle | undefined,
  address: string | undefined,
): PageMetadata {
  const base = resolveAddress(document.querySelector('base[href]')?.getAttribute('href') ?? '', address) ?? address;
  const meta = metaReader(document);
  const canonicalStated =
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? meta('og:url') ?? structured?.url;
  const canonical =
    canonicalStated === undefined || canonicalStated === null || canonicalStated.trim() === ''
      ? undefined
      : webAddress(resolveAddress(canonicalStated, base));
  const images = [
    ...(structured?.images ?? []),
    meta('og:image:secure_url'),
    meta('og:image'),
    meta('twitter:image'),
    meta('twitter:image:src'),
  ]
    .map((image) => (image === undefined ? undefined : resolveAddress(image, base, 'media')))
    .filter((image) => image !== undefined);
  const published =
    structured?.published ??
    meta('article:published_time', 'og:article:published_time', 'og:published_time', 'article:published', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.date', 'dcterms.created', 'dcterms.issued', 'dc.date.created', 'pubdate', 'publishdate', 'publish_date', 'publish-date', 'publication_date', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'article.published', 'article_date_original', 'originalpublicationdate', 'citation_publication_date') ??
    markedDate(document) ??
    dateInAddress(canonical ?? address); // prettier-ignore
  const modified = structured?.modified ?? meta('article:modified_time', 'og:updated_time', 'og:modified_time', 'datemodified', 'last-modified', 'dcterms.modified', 'dc.date.modified', 'lastmod'); // prettier-ignore
  return {
    ...given('title', pageTitle(document, structured, meta)),
    ...given('author', pageAuthor(document, structured, meta)),
    ...given('published', published),
    ...given('modified', modified),
    ...given('lang', pageLanguage(document, structured, meta)),
    ...given('canonical', canonical),
    ...given(
      'siteName',
      meta('og:site_name', 'application-name', 'publisher', 'dc.publisher') ?? structured?.publisher,
    ),
    images: [...new Set(images)],
  };
}

type MetaReader = (...names: readonly string[]) => string | undefined;

function given<Key extends keyof PageMetadata>(key: Key, value: PageMetadata[Key] | undefined): Partial<PageMetadata> {
  return value === undefined || value === '' ? {} : { [key]: value };
}

function metaReader(document: DomDocument): MetaReader {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = (element.getAttribute('content') ?? '').trim();
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv'] as const) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name !== undefined && name !== '' && !values.has(name)) values.set(name, content);
    }
  }
  return (...names) => {
    for (const name of names) {
      const value = values.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function pageTitle(
  document: DomDocument,
  structured: StructuredArticle | undefined,
  meta: MetaReader,
): string | undefined {
  const headline = plainText(document.querySelector('[itemprop="headline"]'));
  const stated =
    structured?.headline ?? meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'headline', 'parsely-title');
  const heading = onlyHeading(document);
  const title = plainText(document.querySelector('title'));
  if (stated !== undefined) {
    // og:title often carries the name of the site behind a dash; the page's heading does not
    const decoded =
      plainText(document.querySelector('title')) === stated ? withoutSiteName(stated, meta('og:site_name')) : stated;
    return heading !== undefined && heading.length > 8 && decoded.startsWith(heading)
      ? heading
      : withoutSiteName(decoded, meta('og:site_name'));
  }
  if (headline !== '' && headline.length < 300) return headline;
  if (heading !== undefined) return heading;
  return title === '' ? undefined : withoutSiteName(title, meta('og:site_name'));
}

function onlyHeading(document: DomDocument): string | undefined {
  const headings = [...document.querySelectorAll('h1')]
    .map(plainText)
    .filter((text) => text !== '' && text.length < 300);
  const title = plainText(document.querySelector('title'));
  return headings.find((text) => title.includes(text)) ?? (headings.length === 1 ? headings[0] : undefined);
}

function withoutSiteName(title: string, siteName: string | undefined): string {
  const parts = title.split(/\s+[|–—·»-]\s+/);
  if (parts.length < 2) return title;
  const last = parts.at(-1) ?? '';
  const isSite = siteName !== undefined && last.toLowerCase().includes(siteName.toLowerCase());
  if (!isSite && (last.split(' ').length > 4 || !/\s[|–—·»]\s/.test(title))) return title;
  return title
    .slice(0, title.lastIndexOf(last))
    .replace(/\s+[|–—·»-]\s*$/, '')
    .trim();
}

function pageAuthor(
  document: DomDocument,
  structured: StructuredArticle | undefined,
  meta: MetaReader,
): string | undefined {
  const stated = structured?.author ?? meta('author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'byl', 'twitter:creator', 'citation_author'); // prettier-ignore
  if (stated !== undefined && !/^https?:/.test(stated)) return cleanAuthor(stated);
  for (const element of document.querySelectorAll(
    '[itemprop="author"] [itemprop="name"], [itemprop="author"], [rel="author"], .byline, .author-name, .author',
  )) {
    const text = plainText(element);
    if (text !== '' && text.length < 100) return cleanAuthor(text);
  }
  return undefined;
}

function cleanAuthor(text: string): string {
  return text
    .replace(/^(?:by|par|por|door|von|written by|بقلم)\s*:?\s+/iu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function pageLanguage(
  document: DomDocument,
  structured: StructuredArticle | undefined,
  meta: MetaReader,
): string | undefined {
  const root = document.documentElement;
  return (
    root?.getAttribute('lang') ??
    root?.getAttribute('xml:lang') ??
    meta('og:locale', 'content-language', 'language', 'dc.language', 'dcterms.language') ??
    structured?.lang
  );
}

function markedDate(document: DomDocument): string | undefined {
  const marked = document.querySelector(
    '[itemprop="datePublished"], time[pubdate], time[datetime], abbr.published, .dt-published',
  );
  const stated = marked?.getAttribute('datetime') ?? marked?.getAttribute('content') ?? marked?.getAttribute('title');
  if (stated !== null && stated !== undefined && stated.trim() !== '') return stated.trim();
  const text = plainText(
    document.querySelector(
      '[itemprop="datePublished"], time, .date, .published, .entry-date, .post-date, .article-date, .date-published',
    ),
  );
  return text === '' || text.length > 80 ? undefined : text;
}

/** `/2017/10/04/`, `/2017-10-04-`, `-20171004`: the day in an address. */
function dateInAddress(address: string | undefined): string | undefined {
  const match = /\/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)/.exec(address ?? '');
  return match === null ? undefined : `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
}
