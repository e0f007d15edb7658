import { createHash } from 'node:crypto';
import type { Item, Media } from '@vedette/contract';
import { wellFormed, withoutControls } from '../feed/characters.js';
import { readDate } from '../feed/dates.js';
import { languageTag } from '../feed/normalize.js';
import { resolveAddress } from '../html/address.js';
import { sanitizeHtml } from '../html/sanitize.js';
import { readHtml } from '../html/to-text.js';
import { findNotice, keepAggregatedArticle } from './aggregator.js';
import { extractArticle } from './article.js';
import { parsePage, plainText } from './dom.js';
import { readStructuredArticle } from './json-ld.js';
import { readMetadata } from './metadata.js';

export interface PageOptions {
  /** where the page came from */
  readonly address?: string | undefined;
  readonly zone?: string | undefined;
  readonly raw?: boolean | undefined;
  readonly file?: string | undefined;
}

/** Reads a page into one Item; undefined where it holds no text at all. Never throws. */
export function readPage(html: string, options: PageOptions): Item | undefined {
  const document = parsePage(html);
  const structured = readStructuredArticle(document);
  const metadata = readMetadata(document, structured, options.address);
  const notice = findNotice(document);
  const title =
    notice === undefined ? metadata.title : (headingBefore(html, notice.element.localName) ?? metadata.title);
  let articleHtml = html;
  if (notice !== undefined) {
    keepAggregatedArticle(document, notice);
    articleHtml = `<html><head></head><body>${document.body?.innerHTML ?? ''}</body></html>`;
  }
  const article = extractArticle(articleHtml, { title, structured: notice === undefined ? structured : undefined });
  const base = options.address ?? metadata.canonical;
  const clean = sanitizeHtml(withoutControls(article?.html ?? ''), base);
  const content = readHtml(clean);
  if (content.text === '' && title === undefined) return undefined;
  const original = notice?.original === undefined ? undefined : resolveAddress(notice.original, base);
  const address = metadata.canonical ?? options.address;
  const site = siteOf(address) ?? metadata.siteName ?? 'unnamed page';
  const nativeId = address ?? sha256(`${title ?? ''}\n${content.text}`).slice(0, 32);
  const published = readDate(notice?.date ?? metadata.published, options.zone);
  const modified = readDate(metadata.modified, options.zone);
  const author = metadata.author ?? notice?.publication;
  const lang = languageTag(metadata.lang);
  const links = [...new Set([...(original === undefined ? [] : [original]), ...content.links])];
  const picture = notice?.picture === undefined ? undefined : resolveAddress(notice.picture, base, 'media');
  const media = imagesOf([...metadata.images, ...(picture === undefined ? [] : [picture])], content.media);
  return {
    id: `web-page:${sha256(`web-page\n${site}\n${nativeId}`).slice(0, 32)}`,
    source: {
      kind: 'web-page',
      id: site,
      ...(metadata.siteName === undefined ? {} : { title: tidy(metadata.siteName) }),
      ...(address === undefined ? {} : { url: address }),
      ...(options.file === undefined ? {} : { file: options.file }),
    },
    nativeId,
    kind: 'article',
    ...(address === undefined ? {} : { url: address }),
    ...(author === undefined ? {} : { author: { name: tidy(author) } }),
    ...(published === undefined ? {} : { publishedAt: published.instant }),
    ...(published?.assumedZone === undefined ? {} : { publishedAtAssumedZone: published.assumedZone }),
    ...(published !== undefined && modified !== undefined && modified.instant > published.instant
      ? { editedAt: modified.instant }
      : {}),
    ...(title === undefined ? {} : { title: tidy(title) }),
    text: tidy(content.text),
    ...(clean === '' ? {} : { html: wellFormed(clean) }),
    ...(lang === undefined ? {} : { lang }),
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links: links.map(tidy) }),
    ...(notice === undefined ? {} : { forwardedFrom: tidy(notice.publication) }),
    ...(options.raw === true ? { raw: { metadata, structured, extractedBy: article?.by } } : {}),
  };
}

/** The heading of an aggregator's article: the last one in front of the notice. */
function headingBefore(html: string, noticeName: string): string | undefined {
  const document = parsePage(html);
  const notice = findNotice(document);
  if (notice === undefined) return undefined;
  let heading: string | undefined;
  for (const element of document.querySelectorAll(`h1, h2, h3, ${noticeName}`)) {
    if (element === notice.element) break;
    const text = plainText(element);
    if (/^h[1-3]$/.test(element.localName) && text !== '' && text.length < 400) heading = text;
  }
  return heading;
}

function imagesOf(stated: readonly string[], inside: readonly Media[]): Media[] {
  const media = new Map<string, Media>();
  for (const one of [...stated.map((url): Media => ({ type: 'image', url })), ...inside]) {
    if (one.url !== undefined && !media.has(one.url)) media.set(one.url, one);
  }
  return [...media.values()];
}

function siteOf(address: string | undefined): string | undefined {
  return address === undefined || !URL.canParse(address) ? undefined : new URL(address).origin;
}

function tidy(text: string): string {
  return wellFormed(withoutControls(text)).trim();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
