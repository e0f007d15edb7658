import { decodeText } from '../html/charset.js';
import { webAddress, withoutCredentials } from '../html/address.js';
import { SourceError } from '../errors.js';
import type { Rejected } from '../definition.js';
import { wellFormed, withoutControls } from './characters.js';
import { textOf } from './content.js';
import { isElement, parseXml, type XmlElement } from './xml-tree.js';

/** One subscription of an OPML file. */
export interface OpmlFeed {
  readonly title: string;
  readonly url: string;
  readonly siteUrl?: string;
  /** names of the outlines around it, outermost first */
  readonly folders?: readonly string[];
}

/**
 * Reads the subscriptions of an OPML 1.0 or 2.0 file, folders flattened but remembered, each address once.
 * @throws SourceError `incompatible` where there is no OPML at all
 */
export function readOpml(bytes: Uint8Array): {
  readonly feeds: readonly OpmlFeed[];
  readonly rejected: readonly Rejected[];
} {
  const { text } = decodeText(bytes, { format: 'xml' });
  const root = findElement(parseXml(text, undefined).root, 'opml');
  if (root === undefined) throw new SourceError('incompatible', 'this is no OPML file: it has no <opml> element');
  const feeds: OpmlFeed[] = [];
  const rejected: Rejected[] = [];
  const seen = new Set<string>();
  let number = 0;
  const pending: { element: XmlElement; folders: readonly string[] }[] = [{ element: root, folders: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { element, folders } = next;
    const { attributes } = element;
    const name = (attributes['title'] ?? attributes['text'] ?? '').trim();
    let inner = folders;
    if (element.name === 'outline') {
      number += 1;
      const stated =
        attributes['xmlurl'] ?? (/^(?:rss|atom|feed)$/i.test(attributes['type'] ?? '') ? attributes['url'] : undefined);
      const isSubscription = stated !== undefined || /^(?:rss|atom|feed)$/i.test(attributes['type'] ?? '');
      if (isSubscription) {
        const url = webAddress(stated);
        if (url === undefined) {
          rejected.push({ where: `outline ${number}`, reason: stated === undefined || stated === '' ? 'a feed without xmlUrl' : 'xmlUrl is no http or https address', sample: `${name} ${stated ?? ''}`.trim().slice(0, 500) }); // prettier-ignore
        } else if (!seen.has(url)) {
          seen.add(url);
          const siteUrl = webAddress(attributes['htmlurl']);
          feeds.push({
            title: name === '' ? url : name,
            url,
            ...(siteUrl === undefined ? {} : { siteUrl }),
            ...(folders.length === 0 ? {} : { folders }),
          });
        }
      } else if (name !== '') inner = [...folders, name];
    }
    for (const child of element.children.toReversed())
      if (isElement(child)) pending.push({ element: child, folders: inner });
  }
  return { feeds, rejected };
}

function findElement(root: XmlElement, name: string): XmlElement | undefined {
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (element.name === name) return element;
    for (const child of element.children.toReversed()) if (isElement(child)) pending.push(child);
  }
  return undefined;
}

/** The title of an OPML file, where it has one. */
export function opmlTitle(bytes: Uint8Array): string | undefined {
  const { text } = decodeText(bytes, { format: 'xml' });
  const head = findElement(parseXml(text, undefined).root, 'head');
  const title = head === undefined ? undefined : findElement(head, 'title');
  const value = textOf(title);
  return value === '' ? undefined : value;
}

/** Writes subscriptions as OPML 2.0; folders become nested outlines. Reading the result gives the same feeds again. */
export function writeOpml(feeds: readonly OpmlFeed[], title = 'Vedette subscriptions'): string {
  const root: Folder = { folders: new Map(), feeds: [] };
  for (const feed of feeds) {
    let folder = root;
    for (const name of feed.folders ?? []) {
      let next = folder.folders.get(name);
      if (next === undefined) {
        next = { folders: new Map(), feeds: [] };
        folder.folders.set(name, next);
      }
      folder = next;
    }
    folder.feeds.push(feed);
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(title)}</title></head>`,
    '  <body>',
  ];
  writeFolder(root, '    ', lines);
  return [...lines, '  </body>', '</opml>', ''].join('\n');
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly feeds: OpmlFeed[];
}

function writeFolder(folder: Folder, indent: string, lines: string[]): void {
  for (const { title, url, siteUrl } of folder.feeds) {
    const site = siteUrl === undefined ? '' : ` htmlUrl="${escapeXml(siteUrl)}"`;
    lines.push(
      `${indent}<outline type="rss" text="${escapeXml(title)}" title="${escapeXml(title)}" xmlUrl="${escapeXml(withoutCredentials(url))}"${site}/>`,
    );
  }
  for (const [name, inner] of folder.folders) {
    lines.push(`${indent}<outline text="${escapeXml(name)}" title="${escapeXml(name)}">`);
    writeFolder(inner, `${indent}  `, lines);
    lines.push(`${indent}</outline>`);
  }
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function escapeXml(text: string): string {
  return wellFormed(withoutControls(text)).replaceAll(/[&<>"'\n\r\t]/g, (char) => references[char] ?? char);
}
