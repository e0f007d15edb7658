import { resolveAddress, schemeOf, webAddress } from '../html/address.js';
import type { Children } from './children.js';
import { textOf } from './content.js';
import type { XmlElement } from './xml-tree.js';

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

/** The address of an entry: its page, else the guid that is one, else what the entry says elsewhere. */
export function entryLink(
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

const ownRels = new Set(['self', 'edit', 'edit-media', 'hub', 'next', 'previous', 'prev', 'first', 'last', 'service.edit', 'service.post', 'service.feed', 'enclosure', 'license']); // prettier-ignore

/** The other addresses of an entry, each once: comments, related pages, what it answers. */
export function furtherLinks(children: Children, links: readonly Link[], link: string | undefined): readonly string[] {
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
