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

/** Lays text out as a browser does: white space collapsed, except where it is preformatted, and breaks between blocks. */
class TextLayout {
  private readonly pieces: string[] = [];
  /** line breaks owed before the next text */
  private pending = 0;
  /** a collapsed blank owed before the next text */
  private blank = false;
  private started = false;

  get text(): string {
    return this.pieces.join('').trim();
  }

  owe(breaks: number): void {
    if (this.started) this.pending = Math.max(this.pending, breaks);
  }

  lineBreak(): void {
    if (this.started) this.pending += 1;
    this.blank = false;
  }

  cell(): void {
    this.blank = this.started;
  }

  write(text: string, preformatted: boolean): void {
    if (preformatted) {
      this.emit(text);
      return;
    }
    const collapsed = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    if (collapsed === '') return;
    const leading = collapsed.startsWith(' ');
    const core = leading ? collapsed.slice(1) : collapsed;
    if (leading) this.blank = true;
    if (core === '') return;
    const trailing = core.endsWith(' ');
    this.emit(trailing ? core.slice(0, -1) : core);
    this.blank = trailing;
  }

  private emit(text: string): void {
    if (text === '') return;
    if (this.pending > 0) this.pieces.push('\n'.repeat(this.pending));
    else if (this.blank && this.started) this.pieces.push(' ');
    this.pending = 0;
    this.blank = false;
    this.started = true;
    this.pieces.push(text);
  }
}

/**
 * Renders HTML as a reader sees it. White space is collapsed as a browser does, except inside `pre`.
 * @example readHtml('<p>a &amp;amp; b<br>c</p><p>d</p>').text // 'a &amp; b\nc\n\nd'
 */
export function readHtml(html: string): HtmlContent {
  const layout = new TextLayout();
  const links = new Set<string>();
  const media = new Map<string, { type: string; url: string; alt?: string }>();
  let preformatted = 0;
  let hidden = 0;
  let player = 'video';
  const addMedia = (type: string, url: string | undefined, alt?: string): void => {
    if (url === undefined || url === '' || media.has(url)) return;
    media.set(url, alt === undefined || alt.trim() === '' ? { type, url } : { type, url, alt: alt.trim() });
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent.has(name)) hidden += 1;
        if (name === 'br') layout.lineBreak();
        else if (name === 'td' || name === 'th') layout.cell();
        else layout.owe(breaksAround(name));
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
        if (hidden === 0) layout.write(text, preformatted > 0);
      },
      onclosetag(name) {
        if (silent.has(name)) hidden = Math.max(0, hidden - 1);
        layout.owe(breaksAround(name));
        if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(limitDepth(html));
  parser.end();
  return { text: layout.text, links: [...links], media: [...media.values()] };
}

/** Line breaks before and after an element: two make an empty line. */
function breaksAround(name: string): number {
  return paragraphs.has(name) ? 2 : blocks.has(name) ? 1 : 0;
}
