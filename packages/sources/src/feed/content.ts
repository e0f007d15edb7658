import { Buffer } from 'node:buffer';
import type { Content } from './raw-feed.js';
import { isElement, type XmlElement, type XmlText } from './xml-tree.js';

const htmlTags = new Set([
  'a', 'abbr', 'acronym', 'address', 'article', 'aside', 'audio', 'b', 'bdo', 'big', 'blockquote', 'body', 'br', 'button',
  'caption', 'center', 'cite', 'code', 'dd', 'del', 'dfn', 'dir', 'div', 'dl', 'dt', 'em', 'embed', 'figcaption', 'figure',
  'font', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hr', 'html', 'i', 'iframe', 'img', 'input',
  'ins', 'kbd', 'label', 'li', 'link', 'map', 'mark', 'meta', 'nav', 'nobr', 'noscript', 'object', 'ol', 'p', 'param', 'pre', 'q', 's',
  'samp', 'script', 'section', 'select', 'small', 'source', 'span', 'strike', 'strong', 'style', 'sub', 'sup', 'svg', 'table',
  'tbody', 'td', 'textarea', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'video', 'wbr', 'math', 'applet',
  'blink', 'marquee', 'frame', 'frameset', 'base', 'bgsound', 'xml', 'layer', 'ilayer', 'xss', 'isindex', 'details', 'summary', 'picture',
]); // prettier-ignore

/**
 * RSS does not say whether its text is HTML. It is, where it holds a tag of HTML or a reference that is left after the
 * feed's own references were decoded.
 * @example looksLikeHtml('a &lt; b') // true; looksLikeHtml('1 < 2') // false
 */
function looksLikeHtml(text: string): boolean {
  if (/&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});/i.test(text)) return true;
  for (const [, name] of text.matchAll(/<\/?([a-z][a-z0-9]{0,15})(?=[\s/>])/gi)) {
    if (name !== undefined && htmlTags.has(name.toLowerCase())) return true;
  }
  return text.includes('<!--') || text.includes('<![CDATA[');
}

/** All text inside an element, tags left out. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const pieces: string[] = [];
  const pending: (XmlElement | XmlText)[] = element.children.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!isElement(node)) pieces.push(node.text);
    else for (const child of node.children.toReversed()) pending.push(child);
  }
  return pieces.join('').trim();
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (char) => escapes[char] ?? char);
}

/**
 * The markup inside an element, written as HTML. `literalText` decides what text between the tags is: escaped (XHTML) or
 * markup itself (RSS and `type="html"`, where text *is* HTML).
 */
function markupOf(element: XmlElement, literalText: boolean): string {
  const pieces: string[] = [];
  const pending: (XmlElement | XmlText | string)[] = element.children.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') pieces.push(node);
    else if (!isElement(node)) pieces.push(literalText ? node.text : escaped(node.text));
    else {
      const name = node.name.slice(node.name.indexOf(':') + 1);
      if (!/^[a-z][a-z0-9-]*$/.test(name)) {
        for (const child of node.children.toReversed()) pending.push(child);
        continue;
      }
      pieces.push(`<${name}${attributesOf(node, element.base)}>`);
      if (voidElements.has(name) && node.children.length === 0) continue;
      pending.push(`</${name}>`);
      for (const child of node.children.toReversed()) pending.push(child);
    }
  }
  return pieces.join('').trim();
}

const voidElements = new Set([
  'area',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'wbr',
]);

function attributesOf(element: XmlElement, outerBase: string | undefined): string {
  let text = '';
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!/^[a-z][a-z0-9:-]*$/.test(name) || name === 'xml:base') continue;
    const attribute = name === 'xml:lang' ? 'lang' : name;
    text += ` ${attribute}="${escaped(insideBase(attribute, value, element.base, outerBase))}"`;
  }
  return text;
}

/** An address below an inner `xml:base` is resolved here, because the sanitiser knows only the outer base. */
function insideBase(attribute: string, value: string, base: string | undefined, outerBase: string | undefined): string {
  if (base === undefined || base === outerBase || !['href', 'src', 'cite', 'poster'].includes(attribute)) return value;
  try {
    return new URL(value, base).href;
  } catch {
    return value; // the sanitiser judges it as it stands
  }
}

function decodeBase64(text: string): string | undefined {
  const compact = text.replaceAll(/\s+/g, '');
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // a picture or another file: no text
  }
}

function mediaType(type: string | undefined, fallback: string): string {
  const lower = (type ?? fallback).split(';', 1)[0]?.trim().toLowerCase() ?? fallback;
  if (lower === 'text' || lower === '') return 'text/plain';
  if (lower === 'html') return 'text/html';
  return lower === 'xhtml' ? 'application/xhtml+xml' : lower;
}

/** Whether an element is Atom's text construct (its type is stated, plain by default) or RSS (HTML where it looks like it). */
export type ContentRule = 'atom' | 'rss' | 'html';

/**
 * Reads a text construct: Atom 1.0 `type`, Atom 0.3 `type` and `mode` (xml, escaped, base64), RSS text that may be HTML,
 * markup that nobody escaped. Undefined where there is no text (empty, binary, content elsewhere).
 */
export function readContent(element: XmlElement | undefined, rule: ContentRule): Content | undefined {
  if (element === undefined) return undefined;
  const { base, lang } = element;
  const content = (value: string, html: boolean): Content | undefined =>
    value === '' ? undefined : { value, html, base, lang };
  const type = mediaType(element.attributes['type'], rule === 'html' ? 'text/html' : 'text/plain');
  const mode = element.attributes['mode']?.trim().toLowerCase();
  const hasMarkup = element.children.some(isElement);
  const xmlType = type.endsWith('/xml') || type.endsWith('+xml');
  if (
    mode === 'base64' ||
    (rule === 'atom' && !hasMarkup && !type.startsWith('text/') && !xmlType && type.includes('/'))
  ) {
    const decoded = decodeBase64(textOf(element));
    const stated = textOf(element);
    // a picture or another file is no text; words under a type that nobody knows are
    if (decoded === undefined)
      return mode === 'base64' || /^[A-Za-z0-9+/=\s]{64,}$/.test(stated)
        ? undefined
        : content(stated, looksLikeHtml(stated));
    return content(decoded.trim(), type === 'text/html' || type === 'application/xhtml+xml');
  }
  if (rule === 'atom') {
    if (type === 'application/xhtml+xml' || (hasMarkup && type !== 'text/html')) {
      return content(withoutOuterDiv(element, markupOf(element, false)), true);
    }
    if (type === 'text/html') return content(markupOf(element, !hasMarkup || holdsEscapedTags(element)), true);
    return content(textOf(element), false);
  }
  if (!hasMarkup) {
    const text = textOf(element);
    if (type === 'application/xhtml+xml') return content(escaped(text), true);
    return content(text, rule === 'html' || looksLikeHtml(text));
  }
  return content(markupOf(element, holdsEscapedTags(element)), true);
}

/** Escaped tags or CDATA beside naked ones: then the text is markup, not text about markup. */
function holdsEscapedTags(element: XmlElement): boolean {
  return element.children.some((child) => !isElement(child) && (child.cdata || /<\/?[a-z][^<>]*>/i.test(child.text)));
}

/** Atom's XHTML comes in one `div` that is no part of the content. */
function withoutOuterDiv(element: XmlElement, markup: string): string {
  const parts = element.children.filter((child) => isElement(child) || child.text.trim() !== '');
  const [only] = parts;
  if (parts.length !== 1 || only === undefined || !isElement(only)) return markup;
  if (only.name !== 'xhtml:div' && only.name !== 'div') return markup;
  return markup
    .replace(/^<div[^>]*>/, '')
    .replace(/<\/div>$/, '')
    .trim();
}
