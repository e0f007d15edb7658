import { Parser } from 'htmlparser2';
import { limitDepth } from './limit-depth.js';

/** What one pass over sanitised HTML finds. */
export interface HtmlContent {
  /** plain text: entities decoded once, blocks on lines of their own, paragraphs with an empty line between */
  readonly text: string;
  readonly links: readonly string[];
  readonly media: readonly { readonly type: string; readonly url: string; readonly alt?: string }[];
}

const blocks = new Set([
  'address', 'article', 'aside', 'caption', 'center', 'dd', 'details', 'dir', 'div', 'dt', 'figcaption', 'figure', 'footer',
  'header', 'hr', 'li', 'main', 'menu', 'nav', 'option', 'section', 'summary', 'tr', 'tbody', 'thead', 'tfoot', 'form',
]); // prettier-ignore
const paragraphs = new Set(['p', 'blockquote', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ol', 'ul', 'pre', 'table']);
const silent = new Set(['script', 'style', 'template', 'svg', 'textarea', 'select', 'head', 'title', 'rp']);

/**
 * Renders HTML as a reader sees it. White space is collapsed as a browser does, except inside `pre`.
 * @example readHtml('<p>a &amp;amp; b<br>c</p><p>d</p>').text // 'a &amp; b\nc\n\nd'
 */
export function readHtml(html: string): HtmlContent {
  const pieces: string[] = [];
  const links = new Set<string>();
  const media = new Map<string, { type: string; url: string; alt?: string }>();
  let preformatted = 0;
  let hidden = 0;
  let pending = 0; // line breaks owed before the next text
  let blank = false; // a collapsed blank owed before the next text
  let started = false;

  const owe = (breaks: number): void => {
    if (started) pending = Math.max(pending, breaks);
  };
  const emit = (text: string): void => {
    if (text === '') return;
    if (pending > 0) pieces.push('\n'.repeat(pending));
    else if (blank && started) pieces.push(' ');
    pending = 0;
    blank = false;
    started = true;
    pieces.push(text);
  };
  const write = (text: string): void => {
    if (preformatted > 0) {
      emit(text);
      return;
    }
    const collapsed = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    if (collapsed === '') return;
    const leading = collapsed.startsWith(' ');
    const core = leading ? collapsed.slice(1) : collapsed;
    if (leading) blank = true;
    if (core === '') return;
    const trailing = core.endsWith(' ');
    emit(trailing ? core.slice(0, -1) : core);
    blank = trailing;
  };
  const addMedia = (type: string, url: string | undefined, alt?: string): void => {
    if (url === undefined || url === '' || media.has(url)) return;
    media.set(url, alt === undefined || alt.trim() === '' ? { type, url } : { type, url, alt: alt.trim() });
  };
  let player = 'video';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent.has(name)) hidden += 1;
        if (name === 'br') {
          if (started) pending += 1;
          blank = false;
        } else if (paragraphs.has(name)) owe(2);
        else if (blocks.has(name)) owe(1);
        else if (name === 'td' || name === 'th') blank = started;
        if (name === 'pre') preformatted += 1;
        if (name === 'a' && attributes['href'] !== undefined) links.add(attributes['href']);
        if (name === 'img') addMedia('image', attributes['src'], attributes['alt']);
        if (name === 'video' || name === 'audio') {
          player = name;
          addMedia(name, attributes['src']);
        }
        if (name === 'source') addMedia(attributes['type'] ?? player, attributes['src']);
      },
      ontext(text) {
        if (hidden === 0) write(text);
      },
      onclosetag(name) {
        if (silent.has(name)) hidden = Math.max(0, hidden - 1);
        if (paragraphs.has(name)) owe(2);
        else if (blocks.has(name)) owe(1);
        if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(limitDepth(html));
  parser.end();
  return { text: pieces.join('').trim(), links: [...links], media: [...media.values()] };
}
