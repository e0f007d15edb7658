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
    return /"items"\s*:/.test(head) && /"(?:feed_url|home_page_url)"\s*:/.test(head) ? 0.8 : 0;
  }
  const name = firstElement(head);
  if (name !== undefined && feedRoot.test(name)) return /^(?:item|entry|channel)$/.test(name) ? 0.8 : 1;
  if (/<(?:[\w.-]+:)?(?:rss|rdf|feed)[\s>]/i.test(head.slice(0, 8192)) && name !== 'html') return 0.9;
  if (feedName.test(file.name)) return name === 'html' || name === undefined ? 0.6 : 0.3;
  return 0;
}
