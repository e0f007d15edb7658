import { Children } from './children.js';
import { readContent, textOf, type ContentRule } from './content.js';
import { readDate } from './dates.js';
import { entryAuthor } from './entry-author.js';
import { entryLink, furtherLinks, readLinks } from './entry-links.js';
import { entryMedia } from './entry-media.js';
import type { Content, RawEntry } from './raw-feed.js';
import type { XmlElement } from './xml-tree.js';

const titleNames = ['title', 'dc:title', 'media:title', 'itunes:title', 'productname'] as const;

/** An element name, and whether what it holds is HTML by definition or only where it looks like it. */
const bodyNames: readonly (readonly [string, ContentRule])[] = [
  ['content:encoded', 'html'],
  ['encoded', 'html'],
  ['content', 'atom'],
  ['xhtml:body', 'html'],
  ['body', 'html'],
  ['fullitem', 'html'],
  ['content:items', 'html'],
];

const shortBodyNames: readonly (readonly [string, ContentRule])[] = [
  ['dc:description', 'rss'],
  ['dcterms:abstract', 'rss'],
  ['abstract', 'rss'],
  ['itunes:summary', 'rss'],
  ['media:description', 'rss'],
  ['googleplay:description', 'rss'],
  ['itunes:subtitle', 'rss'],
];

const publishedNames = ['pubdate', 'published', 'dcterms:issued', 'issued', 'dcterms:created', 'created', 'dcterms:date', 'dc:date', 'date', 'dc:issued', 'dc:created'] as const; // prettier-ignore
const updatedNames = ['updated', 'modified', 'dcterms:modified', 'dc:modified', 'lastmod', 'lastbuilddate'] as const;

/**
 * Reads one `item` or `entry` of any XML format. The formats are not told apart: real feeds mix them.
 * @param atom Atom's rules for text without a type
 */
export function readEntry(element: XmlElement, atom: boolean): RawEntry {
  const children = new Children(element);
  const links = readLinks(children);
  const guid = children.first('guid', 'id');
  const guidText = guid === undefined ? '' : textOf(guid);
  const link = entryLink(children, links, guid, guidText);
  const body = entryBody(children, atom);
  const title = entryTitle(children, atom);
  return {
    id: guidText === '' ? element.attributes['rdf:about']?.trim() || undefined : guidText,
    link,
    title,
    body,
    author: entryAuthor(children),
    published: dateText(children, publishedNames),
    updated: dateText(children, updatedNames) ?? element.attributes['lastmod'],
    lang: entryLang(children, body, title),
    links: furtherLinks(children, links, link),
    media: entryMedia(children, links),
    cutOff: !element.closed,
    source: undefined,
  };
}

/** The nearest statement counts: on the text itself, in the entry, on the title, around the entry. */
function entryLang(children: Children, body: Content | undefined, title: Content | undefined): string | undefined {
  const around = children.element.lang;
  const own = body?.lang === around ? undefined : body?.lang;
  const stated = own ?? children.text('dc:language', 'language');
  return stated ?? (body === undefined ? title?.lang : undefined) ?? around;
}

/** The first text that is a date: a broken `pubDate` does not hide a good `dc:date`. */
function dateText(children: Children, names: readonly string[]): string | undefined {
  return children
    .all(...names)
    .map((element) => textOf(element))
    .find((text) => readDate(text) !== undefined);
}

function entryTitle(children: Children, atom: boolean): Content | undefined {
  for (const name of titleNames) {
    for (const element of children.all(name)) {
      const content = readContent(element, atom && name === 'title' ? 'atom' : typedRule(element));
      if (content !== undefined) return content;
    }
  }
  return undefined;
}

/** An element with Atom's `type` follows Atom's rules also inside RSS. */
function typedRule(element: XmlElement): ContentRule {
  return element.attributes['type'] !== undefined || element.attributes['mode'] !== undefined ? 'atom' : 'rss';
}

function entryBody(children: Children, atom: boolean): Content | undefined {
  const found =
    firstBody(children, bodyNames, atom) ?? fullerSummary(children, atom) ?? firstBody(children, shortBodyNames, atom);
  if (found !== undefined) return found;
  for (const group of children.all('media:group', 'media:content')) {
    const content = readContent(new Children(group).first('media:description'), 'rss');
    if (content !== undefined) return content;
  }
  return undefined;
}

function firstBody(
  children: Children,
  names: readonly (readonly [string, ContentRule])[],
  atom: boolean,
): Content | undefined {
  for (const [name, rule] of names) {
    for (const element of children.all(name)) {
      const content = readContent(element, rule === 'atom' && !atom ? typedRule(element) : rule);
      if (content !== undefined) return content;
    }
  }
  return undefined;
}

/** Feeds that have both give the teaser in one of them and the text in the other, in no certain order. */
function fullerSummary(children: Children, atom: boolean): Content | undefined {
  const summary = firstBody(children, [['summary', 'atom']], atom);
  const description = firstBody(children, [['description', 'rss']], atom);
  if (summary === undefined || description === undefined) return summary ?? description;
  return description.value.length >= summary.value.length ? description : summary;
}
