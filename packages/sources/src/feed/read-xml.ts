import { Children } from './children.js';
import { entryAuthor } from './entry-author.js';
import { pageLink, readLinks } from './entry-links.js';
import { readEntry } from './read-entry.js';
import { readContent, textOf } from './content.js';
import { refusalOfXml } from './entry-limits.js';
import { readHtml } from '../html/to-text.js';
import { sanitizeHtml } from '../html/sanitize.js';
import type { Content, PublisherRhythm, RawEntry, RawFeed } from './raw-feed.js';
import { isElement, maxXmlDepth, parseXml, type XmlDocument, type XmlElement } from './xml-tree.js';

const entryNames: ReadonlySet<string> = new Set(['item', 'entry']);
const rootNames: ReadonlySet<string> = new Set(['rss', 'rdf:rdf', 'rdf', 'feed', 'channel', 'rdf:channel']);

/** Reads a feed of any XML format; undefined where the document is none. */
export function readXmlFeed(text: string, documentBase: string | undefined): RawFeed | undefined {
  let document = parseXml(text, documentBase);
  let outline = outlineOf(document.root);
  if (outline === undefined) return undefined;
  let head = readHead(outline);
  if (documentBase === undefined) {
    const ownBase = head.selfUrl ?? head.siteUrl ?? firstAddress(head.id);
    // a second pass, now that the feed has said where it lives
    if (ownBase !== undefined) {
      document = parseXml(text, ownBase);
      outline = outlineOf(document.root) ?? outline;
      head = readHead(outline);
    }
  }
  return readOutline(outline, head, document);
}

function firstAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
}

interface Outline {
  readonly container: XmlElement;
  readonly entries: readonly XmlElement[];
  readonly atom: boolean;
}

/** Finds the feed's head and its entries wherever they are: in the channel, beside it, or without either. */
function outlineOf(root: XmlElement): Outline | undefined {
  const entries: XmlElement[] = [];
  let top: XmlElement | undefined;
  let channel: XmlElement | undefined;
  let page = false;
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (element.name === 'html' && top === undefined) page = true;
    if (entryNames.has(element.name)) {
      entries.push(element);
      continue;
    }
    if (rootNames.has(element.name)) top ??= element;
    if (element.name === 'channel' || element.name === 'rdf:channel') channel ??= element;
    if (element.name.startsWith('xhtml:') || element.name === 'textinput') continue;
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index];
      if (child !== undefined && isElement(child)) pending.push(child);
    }
  }
  // a web page may hold elements of any name; it is a feed only where a feed is wrapped in it
  if (top === undefined && (page || entries.length === 0)) return undefined;
  if (page && entries.length === 0) return undefined;
  const container = channel ?? top ?? root;
  return { container, entries, atom: container.name === 'feed' || (top === undefined && entries[0]?.name === 'entry') };
}

type Head = Omit<RawFeed, 'entries' | 'damage'> & { readonly children: Children };

function readHead(outline: Outline): Head {
  const children = new Children(outline.container);
  const links = readLinks(children);
  const title = children.first('title', 'dc:title', 'media:title', 'itunes:title', 'productname');
  const href = outline.container.attributes['href'];
  return {
    children,
    id: children.text('id') ?? outline.container.attributes['rdf:about']?.trim(),
    title: plainTitle(readContent(title, outline.atom ? 'atom' : 'rss')),
    siteUrl: pageLink(links) ?? children.text('producturl') ?? (href === undefined ? undefined : href.trim()),
    selfUrl: links.find((link) => link.rel === 'self')?.href,
    lang: outline.container.lang ?? children.text('language', 'dc:language'),
    rhythm: readRhythm(children),
  };
}

function plainTitle(content: Content | undefined): string | undefined {
  if (content === undefined) return undefined;
  const text = content.html ? readHtml(sanitizeHtml(content.value, content.base)).text : content.value;
  const oneLine = text.replaceAll(/\s*\n\s*/g, ' ').trim();
  return oneLine === '' ? undefined : oneLine;
}

const periodMinutes: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

function readRhythm(children: Children): PublisherRhythm {
  const ttl = Number(children.text('ttl'));
  const period = periodMinutes[children.text('sy:updateperiod')?.toLowerCase() ?? ''];
  const frequency = Number(children.text('sy:updatefrequency') ?? '1');
  const hours = children
    .all('skiphours')
    .flatMap((element) => new Children(element).all('hour').map((hour) => Number(textOf(hour)) % 24));
  const days = children
    .all('skipdays')
    .flatMap((element) => new Children(element).all('day').map((day) => textOf(day).toLowerCase()));
  return {
    ...(Number.isFinite(ttl) && ttl > 0 ? { ttlMinutes: ttl } : {}),
    ...(period !== undefined && frequency > 0 ? { updateMinutes: period / frequency } : {}),
    ...(hours.length > 0 ? { skipHours: hours.filter((hour) => Number.isInteger(hour) && hour >= 0) } : {}),
    ...(days.length > 0 ? { skipDays: days } : {}),
  };
}

function readOutline(outline: Outline, { children, ...head }: Head, document: XmlDocument): RawFeed {
  const damage: RawFeed['damage'][number][] = [];
  const entries: RawEntry[] = [];
  const feedAuthor = outline.atom ? entryAuthor(children) : undefined;
  for (const [index, element] of outline.entries.entries()) {
    const place = `entry ${index + 1}`;
    const reason = refusalOfXml(element);
    if (reason !== undefined) {
      damage.push({ place, reason, sample: beginningOf(element) });
      continue;
    }
    const entry = readEntry(
      element,
      outline.atom || (element.name === 'entry' && outline.container.name !== 'channel'),
    );
    const source = new Children(element).first('source');
    const author = entry.author ?? (source === undefined ? undefined : entryAuthor(new Children(source))) ?? feedAuthor;
    entries.push({ ...entry, author, lang: entry.lang ?? head.lang });
    if (!element.closed) {
      damage.push({
        place,
        reason: 'the document ends inside this entry; what was there is kept',
        sample: beginningOf(element),
      });
    }
  }
  if (document.openAtEnd.length > 0 && outline.entries.every((element) => element.closed)) {
    damage.push({
      place: '',
      reason: `the document ends before <${document.openAtEnd[0]?.name}> does; the entries up to there are read`,
      sample: '',
    });
  }
  if (document.buriedEntry) {
    damage.push({ place: '', reason: `an entry nested deeper than ${maxXmlDepth} levels is not read`, sample: '' });
  }
  return { ...head, entries, damage };
}

function beginningOf(element: XmlElement): string {
  const children = new Children(element);
  return (children.text('title') ?? children.text('link', 'guid', 'id') ?? '').slice(0, 200);
}
