import { decodeText } from '../html/charset.js';
import type { Detection, FileInput } from '../definition.js';

/** The first element of a document, skipping what may stand in front of it: declaration, comments, a document type. */
export function firstElement(head: string): string | undefined {
  const clean = head.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '').replaceAll(/<\?[\s\S]*?(?:\?>|$)/g, '');
  return /<([a-z][\w.:-]*)/i.exec(clean.replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>/i, ''))?.[1]?.toLowerCase();
}

const feedRoot = /^(?:[\w.-]+:)?(?:rss|rdf|feed|channel|item|entry)$/;
const feedName = /\.(?:rss|atom|rdf|xml|cdf)$/i;

/** How sure the beginning of a file is a feed. An XML file that is a web page is claimed weakly, so that it is named. */
export function detectFeed(file: FileInput): Detection {
  const { text } = decodeText(file.head, { format: 'xml' });
  const head = text.trimStart();
  if (head.startsWith('{')) {
    if (/"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(head)) return 1;
    if (!/"items"\s*:/.test(head)) return 0;
    return /"(?:feed_url|home_page_url)"\s*:/.test(head) ? 0.8 : namesOnlyJsonFeed(head) ? 0.5 : 0;
  }
  const name = firstElement(head);
  if (name !== undefined && feedRoot.test(name)) return /^(?:item|entry|channel)$/.test(name) ? 0.8 : 1;
  if (/<(?:[\w.-]+:)?(?:rss|rdf|feed)[\s>]/i.test(head.slice(0, 8192)) && name !== 'html') return 0.9;
  if (feedName.test(file.name)) return name === 'html' || name === undefined ? 0.6 : 0.3;
  return 0;
}

const headNames = new Set(['version', 'title', 'description', 'user_comment', 'next_url', 'icon', 'favicon', 'author', 'authors', 'language', 'expired', 'hubs', 'items']); // prettier-ignore
const itemNames = new Set(['id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'summary', 'image', 'banner_image', 'date_published', 'date_modified', 'author', 'authors', 'tags', 'language', 'attachments']); // prettier-ignore

/** A JSON Feed that does not say so: a short document whose every name is one of the format's, or an extension's. */
function namesOnlyJsonFeed(head: string): boolean {
  let document: unknown;
  try {
    document = JSON.parse(head);
  } catch {
    return false; // longer than what was looked at, or not whole
  }
  if (!hasOnlyNames(document, headNames)) return false;
  const { items } = document;
  return Array.isArray(items) && items.length > 0 && items.every((item) => hasOnlyNames(item, itemNames));
}

function hasOnlyNames(value: unknown, names: ReadonlySet<string>): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((name) => name.startsWith('_') || names.has(name))
  );
}
