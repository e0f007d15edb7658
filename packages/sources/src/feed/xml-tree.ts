import { Tokenizer } from 'htmlparser2';
import { schemeOf } from '../html/address.js';
import { ReferenceDecoder, withoutControls } from './characters.js';
import { takeDoctype } from './doctype.js';
import { canonicalPrefix } from './namespaces.js';

/** Text as it stands between tags, references decoded; CDATA is told apart because escaped markup differs from it. */
export interface XmlText {
  readonly text: string;
  readonly cdata: boolean;
}

export interface XmlElement {
  /** lower case, with the usual prefix of its namespace: `title`, `dc:creator`, `xhtml:div` */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | XmlText)[];
  /** address that relative addresses inside are resolved against */
  readonly base: string | undefined;
  readonly lang: string | undefined;
  /** false where the document ended before the element did */
  closed: boolean;
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** an entry began deeper than {@link maxXmlDepth} levels and outside of any other: it is no part of the tree */
  readonly buriedEntry: boolean;
  /** an `xml:base` was relative and had nothing to be resolved against */
  readonly needsBase: boolean;
  /** the document ended inside this element */
  readonly openAtEnd: readonly XmlElement[];
}

/** No feed nests deeper for a reason; what lies below keeps its text and loses its tags. */
export const maxXmlDepth = 256;

export function isElement(node: XmlElement | XmlText): node is XmlElement {
  return 'name' in node;
}

interface Open {
  readonly element: XmlElement;
  readonly rawName: string;
  readonly prefixes: ReadonlyMap<string, string>;
}

interface RawAttribute {
  readonly name: string;
  readonly value: string;
}

/** Stands for the prefix of a default namespace that nobody knows. */
const foreign = 'foreign';

const noPrefixes: ReadonlyMap<string, string> = new Map();
const entryNames: ReadonlySet<string> = new Set(['item', 'entry']);

/**
 * Builds a tree from XML that may be broken: undeclared prefixes, bare `&`, missing end tags, HTML entities, junk in front
 * and a body that stops half-way are read as far as they go. Linear in length, no recursion, never throws.
 */
export function parseXml(source: string, documentBase: string | undefined): XmlDocument {
  const prolog = takeDoctype(source);
  // an end tag that lacks only its last character ends the element all the same
  const whole = /<\/[\w.:-]{1,64}\s{0,16}$/.test(prolog.text.slice(-90)) ? `${prolog.text}>` : prolog.text;
  return new TreeBuilder(whole, new ReferenceDecoder(prolog.entities), documentBase).build();
}

class TreeBuilder {
  private readonly root: XmlElement;
  private readonly stack: Open[] = [];
  private readonly openCounts = new Map<string, number>();
  private top: Open;
  /** names of the elements below the limit that are open, with how often */
  private readonly overflow = new Map<string, number>();
  private buriedEntry = false;
  private needsBase = false;
  private tagName = '';
  private attributes: RawAttribute[] = [];
  private attributeName = '';
  private attributeValue = '';

  constructor(
    private readonly source: string,
    private readonly references: ReferenceDecoder,
    documentBase: string | undefined,
  ) {
    this.root = { name: '#document', attributes: {}, children: [], base: documentBase, lang: undefined, closed: true };
    this.top = { element: this.root, rawName: '', prefixes: noPrefixes };
  }

  build(): XmlDocument {
    const { source } = this;
    const tokenizer = new Tokenizer(
      { xmlMode: true, decodeEntities: false },
      {
        onopentagname: (from, to) => {
          this.tagName = source.slice(from, to).toLowerCase();
          this.attributes = [];
        },
        onattribname: (from, to) => {
          this.attributeName = source.slice(from, to).toLowerCase();
          this.attributeValue = '';
        },
        onattribdata: (from, to) => {
          this.attributeValue += source.slice(from, to);
        },
        onattribend: () => {
          this.attributes.push({ name: this.attributeName, value: this.attributeValue });
        },
        onopentagend: () => this.open(false),
        onselfclosingtag: () => this.open(true),
        onclosetag: (from, to) => this.close(source.slice(from, to).trim().toLowerCase()),
        ontext: (from, to) => this.text(this.references.decode(source.slice(from, to)), false),
        oncdata: (from, to, offset) => this.text(source.slice(from, to - offset), true),
        oncomment: ignore,
        ondeclaration: ignore,
        onprocessinginstruction: ignore,
        onattribentity: ignore,
        ontextentity: ignore,
        onend: ignore,
      },
    );
    tokenizer.write(source);
    tokenizer.end();
    const openAtEnd = this.stack.map((open) => open.element);
    for (const element of openAtEnd) element.closed = false;
    return { root: this.root, buriedEntry: this.buriedEntry, needsBase: this.needsBase, openAtEnd };
  }

  private text(text: string, cdata: boolean): void {
    if (text !== '') this.top.element.children.push({ text: withoutControls(text), cdata });
  }

  private open(selfClosing: boolean): void {
    const rawName = this.tagName;
    const prefixes = this.prefixesWith(this.attributes);
    const name = canonicalName(rawName, prefixes);
    // a forgotten end tag may be what made it deep
    if (entryNames.has(name)) this.closeForgottenEntry(name);
    if (this.stack.length >= maxXmlDepth) {
      this.buriedEntry ||= entryNames.has(name) && !this.stack.some((open) => entryNames.has(open.element.name));
      if (!selfClosing) this.overflow.set(rawName, (this.overflow.get(rawName) ?? 0) + 1);
      return;
    }
    const parent = this.top.element;
    const attributes = this.readAttributes(prefixes);
    const element: XmlElement = {
      name,
      attributes,
      children: [],
      // CDF has its own attribute, without a namespace
      base: this.baseOf(attributes['xml:base'] ?? (name === 'channel' ? attributes['base'] : undefined), parent.base),
      lang: attributes['xml:lang'] ?? parent.lang,
      closed: true,
    };
    parent.children.push(element);
    if (selfClosing) return;
    this.top = { element, rawName, prefixes };
    this.stack.push(this.top);
    this.openCounts.set(rawName, (this.openCounts.get(rawName) ?? 0) + 1);
  }

  private close(rawName: string): void {
    const below = this.overflow.get(rawName) ?? 0;
    if (below > 0) {
      this.overflow.set(rawName, below - 1);
      return;
    }
    if ((this.openCounts.get(rawName) ?? 0) === 0) return; // an end tag without a start
    this.overflow.clear();
    while (this.stack.length > 0) {
      if (this.pop() === rawName) return;
    }
  }

  private pop(): string {
    const open = this.stack.pop();
    if (open === undefined) return '';
    this.openCounts.set(open.rawName, (this.openCounts.get(open.rawName) ?? 1) - 1);
    this.top = this.stack.at(-1) ?? { element: this.root, rawName: '', prefixes: noPrefixes };
    return open.rawName;
  }

  /** An item that starts inside an item means that somebody forgot the end tag. */
  private closeForgottenEntry(name: string): void {
    const at = this.stack.findLastIndex((open) => open.element.name === name);
    if (at === -1) return;
    if (
      this.stack.slice(at + 1).some((open) => open.element.name === 'content' || open.element.name.startsWith('xhtml:'))
    )
      return;
    this.overflow.clear();
    while (this.stack.length > at) this.pop();
  }

  private prefixesWith(attributes: readonly RawAttribute[]): ReadonlyMap<string, string> {
    const inherited = this.top.prefixes;
    let own: Map<string, string> | undefined;
    for (const { name, value } of attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const prefix = name === 'xmlns' ? '' : name.slice(6);
      // an unknown namespace keeps the prefix that the feed gave it; an unknown default one is foreign inside an entry
      const unknown = prefix === '' && value.trim() !== '' && this.stack.length > 2 ? foreign : prefix;
      own ??= new Map(inherited);
      own.set(prefix, canonicalPrefix(value) ?? unknown);
    }
    return own ?? inherited;
  }

  private readAttributes(prefixes: ReadonlyMap<string, string>): Record<string, string> {
    const read = new Map<string, string>();
    for (const { name, value } of this.attributes) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      const canonical = name.indexOf(':') <= 0 ? name : canonicalName(name, prefixes);
      if (!read.has(canonical)) read.set(canonical, this.references.decode(value));
    }
    return Object.fromEntries(read);
  }

  private baseOf(stated: string | undefined, inherited: string | undefined): string | undefined {
    if (stated === undefined || stated.trim() === '') return inherited;
    const scheme = schemeOf(stated);
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https' && scheme !== 'ftp') return inherited;
    if (scheme === undefined && inherited === undefined) {
      this.needsBase = true;
      return inherited;
    }
    try {
      return new URL(stated.trim(), inherited).href;
    } catch {
      return inherited; // no address: the surrounding base stays in force
    }
  }
}

function canonicalName(rawName: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = rawName.indexOf(':');
  const prefix = colon === -1 ? '' : rawName.slice(0, colon);
  const local = colon === -1 ? rawName : rawName.slice(colon + 1);
  const canonical = prefixes.get(prefix) ?? wellKnownPrefix(prefix);
  return canonical === '' ? local : `${canonical}:${local}`;
}

/** Prefixes that stand for the feed's own elements also where nobody declared them. */
function wellKnownPrefix(prefix: string): string {
  return prefix === 'atom' || prefix === 'atom10' || prefix === 'a10' || prefix === 'rss' ? '' : prefix;
}

function ignore(): void {
  // comments, declarations and processing instructions carry no entry
}
