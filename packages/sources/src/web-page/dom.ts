import { parseHTML } from 'linkedom';
import { limitAttributes } from '../html/limit-attributes.js';
import { limitDepth } from '../html/limit-depth.js';

/** The few parts of the DOM that the extraction uses; this package compiles without the browser's library. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode> & { readonly length: number };
  readonly parentElement: DomElement | null;
  remove(): void;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly className: unknown;
  readonly id: string;
  readonly children: Iterable<DomElement> & { readonly length: number };
  readonly nextElementSibling: DomElement | null;
  innerHTML: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  removeAttribute(name: string): void;
  readonly previousElementSibling: DomElement | null;
  closest(selector: string): DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number };
  contains(other: DomNode): boolean;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  readonly title: string;
}

/** Three line breaks say no more than two, and Readability is slow with hundreds. */
const breakRuns = /(?:<br\s{0,4}\/?>\s{0,64}){3,}/gi;

/** Elements that make raw text of whatever follows until somebody closes them; they hold no words of an article. */
const swallowing = /<\/?(?:iframe|noembed|noframes|plaintext|xmp)(?=[\s/>])[^<>]*>/gi;

/** Parses a page. Deep nesting is flattened first, because tree builders are slow with it. */
export function parsePage(html: string): DomDocument {
  // linkedom wants a root element; a fragment gets one
  const compact = html.replaceAll(swallowing, '').replaceAll(breakRuns, '<br><br>');
  const page = /<html[\s>]/i.test(compact.slice(0, 100_000)) ? compact : inPage(compact);
  const document = parseDocument(limitDepth(page));
  if (document.documentElement?.localName === 'html') return document;
  // an attribute that is never closed swallows the root: what is left becomes a page's body, or an empty page
  const wrapped = parseDocument(limitDepth(inPage(compact)));
  return wrapped.documentElement?.localName === 'html' ? wrapped : parseDocument(inPage(''));
}

/** Parses a page whose every line break counts; a fragment gets a page around it. */
export function parseExactly(html: string): DomDocument {
  return parseDocument(limitDepth(/<html[\s>]/i.test(html.slice(0, 100_000)) ? html : inPage(html)));
}

function inPage(body: string): string {
  return `<!doctype html><html><head></head><body>${body}</body></html>`;
}

function parseDocument(page: string): DomDocument {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- linkedom's types need the browser's library, which this package compiles without
  const { document } = parseHTML(limitAttributes(page)) as unknown as { document: DomDocument };
  return document;
}

/** Visible text with white space collapsed. */
export function plainText(node: DomNode | null | undefined): string {
  return (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
