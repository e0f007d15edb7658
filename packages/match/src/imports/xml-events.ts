/** A piece of an XML text: a tag, or text between tags with its entities decoded. `offset` in UTF-16 units. */
export type XmlEvent =
  | { readonly type: 'open'; readonly name: string; readonly attributes: string; readonly offset: number }
  | { readonly type: 'close'; readonly name: string; readonly offset: number }
  | { readonly type: 'text'; readonly text: string; readonly offset: number };

const piece =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[?!][^>]*>?|<\/([^\s>]+)[^>]*>|<([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|[^<]+|</gu;

/**
 * The tags and texts of an XML text in order; prefixes of names are left out. Document types are passed over: entities that
 * a file defines itself are never expanded. Takes what is there: a text that is not well formed gives what can be read.
 * @example Array.from(xmlEvents('<a>x</a>'), ({ type }) => type) // ['open', 'text', 'close']
 */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  for (const found of xml.matchAll(piece)) {
    const [whole, data, closing, opening, attributes = '', empty] = found;
    const offset = found.index;
    if (opening !== undefined) {
      const name = localName(opening);
      yield { type: 'open', name, attributes, offset };
      if (empty === '/') yield { type: 'close', name, offset };
    } else if (closing !== undefined) {
      yield { type: 'close', name: localName(closing), offset };
    } else if (data !== undefined) {
      yield { type: 'text', text: data, offset };
    } else if (!whole.startsWith('<')) {
      yield { type: 'text', text: decoded(whole), offset };
    }
  }
}

/** The value of an attribute, with its entities decoded. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|\s)(?:\w+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decoded(value);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? '\ufffd' : String.fromCodePoint(point);
    },
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
