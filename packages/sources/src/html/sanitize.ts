import sanitizer from 'sanitize-html';
import { linkSchemes, mediaSchemes, resolveAddress } from './address.js';
import { limitDepth } from './limit-depth.js';

const allowedTags = [
  'a', 'abbr', 'acronym', 'address', 'article', 'aside', 'audio', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption',
  'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'details', 'dfn', 'dir', 'div', 'dl', 'dt', 'em', 'figcaption',
  'figure', 'font', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'main',
  'mark', 'menu', 'nav', 'ol', 'p', 'picture', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'section', 'small', 'source',
  'span', 'strike', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'track',
  'tt', 'u', 'ul', 'var', 'video', 'wbr',
]; // prettier-ignore

const everywhere = ['title', 'lang', 'dir', 'align', 'class', 'cite', 'datetime'];

/** Elements whose content is no text of the author: it goes with them. */
const droppedWithContent = ['script', 'style', 'applet', 'svg', 'textarea', 'select', 'option', 'template', 'object'];

/**
 * Elements that swallow what follows them as raw text, though publishers forget to close them: their tags are taken away
 * before anything is parsed, what stood inside is then sanitised like the rest.
 */
const swallowing =
  /<\/?(?:iframe|noembed|noframes|noscript|plaintext|xmp|frameset|frame|embed|object|title)(?=[\s/>])[^<>]*>/gi;

const options: sanitizer.IOptions = {
  allowedTags,
  allowedAttributes: {
    '*': everywhere,
    a: ['href', 'hreflang', 'rel', 'name'],
    img: ['src', 'srcset', 'alt', 'width', 'height', 'border', 'hspace', 'vspace'],
    source: ['src', 'srcset', 'type', 'media', 'sizes'],
    track: ['src', 'kind', 'srclang', 'label'],
    audio: ['src', 'controls', 'loop', 'muted'],
    video: ['src', 'controls', 'loop', 'muted', 'poster', 'width', 'height'],
    table: ['border', 'cellpadding', 'cellspacing', 'width', 'summary'],
    td: ['colspan', 'rowspan', 'width', 'height', 'valign', 'abbr', 'headers', 'scope'],
    th: ['colspan', 'rowspan', 'width', 'height', 'valign', 'abbr', 'headers', 'scope'],
    col: ['span', 'width'],
    colgroup: ['span', 'width'],
    ol: ['start', 'type', 'reversed'],
    ul: ['type'],
    li: ['value'],
    font: ['color', 'face', 'size'],
    time: ['datetime'],
  },
  // every address passed resolveAddress before; sanitize-html checks the schemes a second time
  allowedSchemes: [...linkSchemes],
  allowedSchemesByTag: { img: [...mediaSchemes] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite', 'poster'],
  allowProtocolRelative: false,
  nonTextTags: droppedWithContent,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  parser: { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
};

/**
 * HTML of strangers made safe: an allow-list of elements and attributes, no script, style, form, frame, object, SVG or
 * MathML, no event handlers, only addresses that {@link resolveAddress} lets pass, made absolute against `base`.
 * Sanitising the result again changes nothing.
 * @example sanitizeHtml('<p onclick=x>a<script>b</script>', undefined) // '<p>a</p>'
 */
export function sanitizeHtml(html: string, base: string | undefined): string {
  // most titles and many summaries: nothing to parse
  if (!/[<>&"]/.test(html)) return html.trim();
  let clean = sanitizeOnce(withoutSwallowers(html), base);
  // a tag that was dropped no longer closes or opens others for the next reader: look again until nothing moves
  for (let pass = 0; clean.dropped && pass < mostPasses; pass += 1) {
    const again = sanitizeOnce(clean.html, base);
    clean = { html: again.html, dropped: again.html !== clean.html };
  }
  return clean.html;
}

const allowedSet = new Set(allowedTags);
const mostPasses = 4;

function sanitizeOnce(html: string, base: string | undefined): { readonly html: string; readonly dropped: boolean } {
  let dropped = false;
  const cleaned = sanitizer(limitDepth(html), {
    ...options,
    transformTags: {
      '*': (tagName, attribs) => {
        dropped ||= !allowedSet.has(tagName);
        return { tagName, attribs: withSafeAddresses(attribs, base) };
      },
    },
  });
  return { html: cleaned.trim(), dropped };
}

/** Takes away, or makes plain text of, what would make a parser lose the words behind it. */
function withoutSwallowers(html: string): string {
  const unwrapped = html.includes('<![CDATA[') ? html.replaceAll('<![CDATA[', '').replaceAll(']]>', '') : html;
  return withoutOpenComments(unwrapped)
    .replaceAll(swallowing, '')
    .replaceAll(/<!(?!--|doctype)/gi, '&lt;!');
}

/** A comment that nobody closed ends at its first `>`, so that the words behind it are kept. */
function withoutOpenComments(html: string): string {
  const closed = html.lastIndexOf('-->');
  const open = html.indexOf('<!--', closed === -1 ? 0 : closed);
  return open === -1 ? html : html.slice(0, open) + html.slice(open).replaceAll(/<!--[^>]*>?/g, '');
}

const addressAttributes = ['href', 'src', 'cite', 'poster'] as const;

function withSafeAddresses(attribs: Record<string, string>, base: string | undefined): Record<string, string> {
  const safe = { ...attribs };
  for (const name of addressAttributes) {
    const value = safe[name];
    if (value === undefined) continue;
    const absolute = resolveAddress(value, base, name === 'href' || name === 'cite' ? 'link' : 'media');
    // a relative address without a base would point into the reader's own page
    if (absolute !== undefined) safe[name] = absolute;
    else delete safe[name];
  }
  const srcset = safe['srcset'];
  if (srcset !== undefined) {
    const candidates = resolveSrcset(srcset, base);
    if (candidates === '') delete safe['srcset'];
    else safe['srcset'] = candidates;
  }
  return safe;
}

/** Longer than any publisher's; the expressions that take a list of pictures apart are slow with very long ones. */
const longestSrcset = 16_384;

function resolveSrcset(srcset: string, base: string | undefined): string {
  if (srcset.length > longestSrcset) return '';
  return [
    ...srcset
      .trim()
      .replaceAll(/\s+/g, ' ')
      .matchAll(/\s*([^\s,][^\s]*[^\s,]|[^\s,])(?:\s+([\d.]+[wx]))?\s*(?:,|$)/g),
  ]
    .map(([, address, size]) => {
      const absolute = resolveAddress(address ?? '', base, 'media');
      return absolute === undefined ? '' : size === undefined ? absolute : `${absolute} ${size}`;
    })
    .filter((candidate) => candidate !== '')
    .join(', ');
}
