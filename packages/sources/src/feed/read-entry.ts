import { resolveAddress, schemeOf, webAddress } from '../html/address.js';
import { readContent, textOf, type ContentRule } from './content.js';
import { readDate } from './dates.js';
import { parsePerson } from './persons.js';
import type { Content, Person, RawEntry, RawMedia } from './raw-feed.js';
import { isElement, type XmlElement } from './xml-tree.js';

/** The child elements of one element, by name, in the order of the document. */
export class Children {
  private readonly byName = new Map<string, XmlElement[]>();

  constructor(readonly element: XmlElement) {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      const list = this.byName.get(child.name);
      if (list === undefined) this.byName.set(child.name, [child]);
      else list.push(child);
    }
  }

  all(...names: readonly string[]): readonly XmlElement[] {
    return names.flatMap((name) => this.byName.get(name) ?? []);
  }

  /** The first element of the first name that has any text, markup or attribute. */
  first(...names: readonly string[]): XmlElement | undefined {
    return this.all(...names).find(
      (element) => element.children.length > 0 || Object.keys(element.attributes).length > 0,
    );
  }

  text(...names: readonly string[]): string | undefined {
    for (const element of this.all(...names)) {
      const text = textOf(element);
      if (text !== '') return text;
    }
    return undefined;
  }
}

export interface Link {
  readonly rel: string;
  readonly href: string;
  /** RSS: the address was text and no attribute */
  readonly text: boolean;
  /** no relation was stated */
  readonly bare: boolean;
  readonly type: string;
  readonly title: string | undefined;
}

/** Every link of an entry or feed: Atom's `href`, and RSS's text. */
export function readLinks(children: Children): readonly Link[] {
  return children.all('link', 'xhtml:link', 'l:link').flatMap((element): Link[] => {
    const { attributes } = element;
    const stated = attributes['href'] ?? attributes['rdf:resource'] ?? textOf(element);
    const href = resolveAddress(stated, element.base);
    if (href === undefined || stated.trim() === '') return [];
    const stating = attributes['rel'] ?? attributes['l:rel'];
    const rel = (stating ?? 'alternate').trim().toLowerCase();
    return [
      {
        rel: rel.startsWith('http://www.iana.org/assignments/relation/') ? rel.slice(41) : rel,
        href,
        text: element.name === 'link' && attributes['href'] === undefined && attributes['rdf:resource'] === undefined,
        bare: stating === undefined,
        type: (attributes['type'] ?? '').toLowerCase(),
        title: attributes['title'],
      },
    ];
  });
}

/** The page that a link list stands for: the alternate in HTML first, then any alternate. */
export function pageLink(links: readonly Link[]): string | undefined {
  const alternates = links.filter((link) => link.rel === 'alternate' || link.rel === '');
  // RSS: of several links the last counts, as the established parsers read it
  const plain = alternates.some((link) => link.text)
    ? alternates.findLast((link) => link.text || link.bare)
    : undefined;
  if (plain !== undefined) return plain.href;
  const page = alternates.find((link) => link.type === '' || /html/.test(link.type)) ?? alternates[0];
  return page?.href;
}

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

function entryLink(
  children: Children,
  links: readonly Link[],
  guid: XmlElement | undefined,
  guidText: string,
): string | undefined {
  const page = pageLink(links);
  if (page !== undefined) return page;
  if (guid?.name === 'guid' && guid.attributes['ispermalink']?.trim().toLowerCase() !== 'false') {
    const permanent =
      schemeOf(guidText) === undefined && !guidText.includes('/') ? undefined : resolveAddress(guidText, guid.base);
    if (permanent !== undefined) return permanent;
  }
  const own = children.element.attributes['href'] ?? children.element.attributes['rdf:about'];
  const stated = own === undefined ? undefined : webAddress(resolveAddress(own, children.element.base));
  if (stated !== undefined) return stated;
  const original = children.text('feedburner:origlink', 'producturl', 'prodlink');
  const resolved = original === undefined ? undefined : resolveAddress(original, children.element.base);
  return (
    resolved ??
    webAddress(children.first('content')?.attributes['src']) ??
    webAddress(guid?.name === 'id' ? guidText : undefined)
  );
}

/** A person of any format: Atom's `name`, `email` and `uri`, or RSS's one line of text. */
function readPerson(element: XmlElement | undefined): Person | undefined {
  if (element === undefined) return undefined;
  const children = new Children(element);
  const described = children.first('foaf:person', 'foaf:agent');
  if (described !== undefined) return readPerson(described);
  const named = children.text('name', 'foaf:name', 'itunes:name', 'googleplay:name', 'rdf:value');
  const name = named ?? element.attributes['foaf:name'];
  const email = textOrResource(children, 'email', 'foaf:mbox', 'itunes:email', 'googleplay:email');
  const uri = textOrResource(children, 'uri', 'url', 'homepage', 'foaf:homepage');
  if (name === undefined && email === undefined && uri === undefined) return parsePerson(textOf(element));
  const resolved = uri === undefined ? undefined : resolveAddress(uri, element.base);
  const fromName = name === undefined ? undefined : parsePerson(name);
  return {
    ...fromName,
    ...(email === undefined ? {} : { email: email.replace(/^mailto:/i, '') }),
    ...(resolved === undefined ? {} : { uri: resolved }),
  };
}

function textOrResource(children: Children, ...names: readonly string[]): string | undefined {
  return children.text(...names) ?? children.first(...names)?.attributes['rdf:resource'];
}

const authorNames = ['author', 'dc:creator', 'itunes:author', 'dc:author', 'googleplay:author', 'managingeditor', 'media:credit', 'dc:contributor'] as const; // prettier-ignore

/** The author of an entry or feed; the first that has any text. */
export function entryAuthor(children: Children): Person | undefined {
  for (const name of authorNames) {
    for (const element of children.all(name)) {
      if (name === 'media:credit' && !/author|writer|reporter/i.test(element.attributes['role'] ?? '')) continue;
      const person = readPerson(element);
      if (person !== undefined) return person;
    }
  }
  return undefined;
}

const ownRels = new Set(['self', 'edit', 'edit-media', 'hub', 'next', 'previous', 'prev', 'first', 'last', 'service.edit', 'service.post', 'service.feed', 'enclosure', 'license']); // prettier-ignore

function furtherLinks(children: Children, links: readonly Link[], link: string | undefined): readonly string[] {
  const found = links.filter(({ rel, href }) => !ownRels.has(rel) && href !== link).map(({ href }) => href);
  for (const name of ['comments', 'source', 'wfw:commentrss', 'feedburner:origlink', 'thr:in-reply-to'] as const) {
    for (const element of children.all(name)) {
      const stated =
        element.attributes['url'] ?? element.attributes['href'] ?? (name === 'source' ? '' : textOf(element));
      const address = stated === '' ? undefined : webAddress(resolveAddress(stated, element.base));
      if (address !== undefined && address !== link) found.push(address);
    }
  }
  return [...new Set(found)];
}

function entryMedia(children: Children, links: readonly Link[]): readonly RawMedia[] {
  const media = new Map<string, RawMedia>();
  const add = (type: string, stated: string | undefined, base: string | undefined, alt?: string): void => {
    const url = stated === undefined || stated.trim() === '' ? undefined : resolveAddress(stated, base, 'media');
    if (url === undefined || media.has(url)) return;
    media.set(url, alt === undefined || alt.trim() === '' ? { type, url } : { type, url, alt: alt.trim() });
  };
  for (const element of children.all('enclosure')) {
    const stated =
      element.attributes['url'] ?? element.attributes['href'] ?? element.attributes['rdf:resource'] ?? textOf(element);
    add(element.attributes['type'] ?? guessType(stated), stated, element.base);
  }
  for (const link of links)
    if (link.rel === 'enclosure')
      add(link.type === '' ? guessType(link.href) : link.type, link.href, undefined, link.title);
  const groups = [children, ...children.all('media:group').map((group) => new Children(group))];
  for (const group of groups) {
    for (const content of group.all('media:content')) {
      const inner = new Children(content);
      const url = content.attributes['url'];
      const alt = inner.text('media:title', 'media:description');
      add(content.attributes['type'] ?? content.attributes['medium'] ?? guessType(url ?? ''), url, content.base, alt);
      for (const thumbnail of inner.all('media:thumbnail'))
        add('image', thumbnail.attributes['url'] ?? textOf(thumbnail), thumbnail.base);
    }
    for (const thumbnail of group.all('media:thumbnail'))
      add('image', thumbnail.attributes['url'] ?? textOf(thumbnail), thumbnail.base);
  }
  for (const image of children.all('itunes:image', 'googleplay:image', 'podcast:image'))
    add('image', image.attributes['href'] ?? image.attributes['url'] ?? textOf(image), image.base);
  for (const link of children.all('itunes:link'))
    if (link.attributes['rel']?.toLowerCase() === 'image') add('image', link.attributes['href'], link.base);
  for (const image of children.all('image'))
    add('image', new Children(image).text('url') ?? image.attributes['href'] ?? textOf(image), image.base);
  const content = children.first('content');
  if (
    content?.attributes['src'] !== undefined &&
    !/^(?:text\/|x?html)|html\+|xhtml/i.test(content.attributes['type'] ?? 'text/html')
  )
    add(content.attributes['type'] ?? guessType(content.attributes['src']), content.attributes['src'], content.base);
  return [...media.values()];
}

const extensions: readonly (readonly [RegExp, string])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:$|[?#])/i, 'image'],
  [/\.(?:mp3|m4a|ogg|oga|wav|flac|aac|opus)(?:$|[?#])/i, 'audio'],
  [/\.(?:mp4|m4v|mov|webm|avi|mkv|ogv|mpe?g)(?:$|[?#])/i, 'video'],
];

/** `image`, `audio`, `video` by the name of the file, else `document`. */
export function guessType(address: string): string {
  return extensions.find(([pattern]) => pattern.test(address))?.[1] ?? 'document';
}
