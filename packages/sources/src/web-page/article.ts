import { Readability } from '@mozilla/readability';
import { isPictureStory, linkDensity, paragraphLength, proseLength, removeBoilerplate } from './boilerplate.js';
import { isFurniture } from './furniture.js';
import { parsePage, plainText, type DomDocument, type DomElement } from './dom.js';
import type { StructuredArticle } from './json-ld.js';

/** Readability with the parts that are used; its own types need the browser's library. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this package compiles without the browser's library
const ArticleReader = Readability as unknown as new (
  document: DomDocument,
  options: {
    readonly maxElemsToParse: number;
    readonly charThreshold: number;
    readonly keepClasses: boolean;
    readonly disableJSONLD: boolean;
  },
) => { parse(): { readonly content?: string | null } | null };

/** Elements of a page that the extraction looks at; a page with more is read by density alone. */
const mostElements = 30_000;
const shortArticle = 250;

export interface ArticleHints {
  readonly title: string | undefined;
  readonly structured: StructuredArticle | undefined;
}

/** The article's markup, not sanitised, or undefined where a page has none. */
export interface ArticleContent {
  readonly html: string;
  readonly by: 'readability' | 'density' | 'structured-data';
}

/**
 * Finds the article of a page: Readability on a page that was freed of furniture, then a precision pass over its blocks;
 * where Readability finds little, the densest part of the page; where the page shows nothing, the body that its
 * structured data carries.
 */
export function extractArticle(html: string, hints: ArticleHints): ArticleContent | undefined {
  const structuredBody = hints.structured?.body ?? '';
  const read = readabilityRoot(html);
  const refined = read === undefined ? undefined : refine(read, hints);
  const readLength = refined === undefined ? 0 : plainText(refined).length;
  const expected = Math.max(shortArticle, structuredBody.length * 0.5);
  if (refined !== undefined && readLength >= expected) return { html: refined.innerHTML, by: 'readability' };
  const dense = densestRoot(html);
  const denseRefined = dense === undefined ? undefined : refine(dense, hints);
  const denseLength = denseRefined === undefined ? 0 : plainText(denseRefined).length;
  if (structuredBody.length >= shortArticle && structuredBody.length > 1.3 * Math.max(readLength, denseLength)) {
    return { html: paragraphsOf(structuredBody), by: 'structured-data' };
  }
  if (denseRefined !== undefined && denseLength > 1.5 * readLength)
    return { html: denseRefined.innerHTML, by: 'density' };
  if (refined !== undefined && readLength > 0) return { html: refined.innerHTML, by: 'readability' };
  return denseRefined !== undefined && denseLength > 0 ? { html: denseRefined.innerHTML, by: 'density' } : undefined;
}

function readabilityRoot(html: string): DomElement | undefined {
  const page = parsePage(html);
  const marked = removeBoilerplate(page);
  const available = page.body === null ? 0 : paragraphLength(page.body);
  const stated = marked === undefined ? undefined : { html: marked.innerHTML, prose: proseLength(marked) };
  const cleaned = runReadability(page);
  // Readability takes one part of an article whose parts stand beside one another
  if (stated !== undefined && stated.prose > 1.1 * (cleaned === undefined ? 0 : proseLength(cleaned)))
    return parsePage(stated.html).body ?? undefined;
  const cleanedLength = cleaned === undefined ? 0 : paragraphLength(cleaned);
  if (cleaned !== undefined && cleanedLength >= 0.9 * available && (stated !== undefined || cleanedLength > 1000))
    return cleaned;
  const asItIs = runReadability(parsePage(html));
  const fullLength = asItIs === undefined ? 0 : paragraphLength(asItIs);
  // what the cleaning took must be small, or it took the article
  return cleaned !== undefined && cleanedLength >= 0.7 * fullLength ? cleaned : asItIs;
}

function runReadability(document: DomDocument): DomElement | undefined {
  try {
    const article = new ArticleReader(document, {
      maxElemsToParse: mostElements,
      charThreshold: 500,
      keepClasses: true,
      disableJSONLD: true,
    }).parse();
    if (article === null || typeof article.content !== 'string' || article.content === '') return undefined;
    return parsePage(`<html><head></head><body>${article.content}</body></html>`).body ?? undefined;
  } catch {
    return undefined; // too many elements, or a page that Readability cannot walk: the densest part is taken instead
  }
}

const blockSelector = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, td, dd, dt, pre, figcaption, div, section, span';

/** The precision pass: takes blocks out of what was found that are no words of the article. */
function refine(root: DomElement, hints: ArticleHints): DomElement {
  const length = plainText(root).length;
  const captionsTell = isPictureStory(root);
  for (const element of root.querySelectorAll(
    'figcaption, nav, footer, aside, form, button, noscript, iframe, script, style',
  )) {
    if (captionsTell && element.localName === 'figcaption') continue;
    if (plainText(element).length < 0.3 * length) element.remove();
  }
  removeLinkLists(root, length);
  for (const block of root.querySelectorAll(blockSelector)) {
    const text = plainText(block);
    if (text === '' || block.querySelector('p, li, div, table, h2, h3') !== null) continue;
    if (isFurniture(text) && (text.length < 60 || linkDensity(block) > 0.3)) block.remove();
  }
  removeEdges(root, hints);
  removeOutsideStructured(root, hints.structured?.body ?? '');
  return root;
}

/** Lists in which every point is a link are menus, not text; two points or more. */
function removeLinkLists(root: DomElement, length: number): void {
  for (const list of root.querySelectorAll('ul, ol')) {
    const points = [...list.querySelectorAll('li')];
    if (points.length < 2 || isAnnounced(list)) continue;
    const linked = points.filter((point) => linkDensity(point) > 0.8).length;
    if (linked / points.length > 0.8 && plainText(list).length < 0.3 * length) list.remove();
  }
}

/** "Three places to begin:": the list is what the sentence in front of it promised. */
function isAnnounced(list: DomElement): boolean {
  const before = list.previousElementSibling;
  const text = plainText(before);
  return before?.localName === 'p' && /[:：]$/.test(text) && !isFurniture(text);
}

/** The title, by-lines and dates at the beginning, and headings that nothing follows at the end. */
function removeEdges(root: DomElement, hints: ArticleHints): void {
  const title = normalised(hints.title ?? '');
  const blocks = leafBlocks(root);
  for (const block of blocks.slice(0, 6)) {
    const text = plainText(block);
    const isTitle = title !== '' && normalised(text) === title;
    const isByline =
      text.length < 120 &&
      /^(?:by|par|por|door|von|بقلم|كتب)[\s:]+\p{L}[\p{L}.'’-]*(?:[\s,&|]+[\p{L}.'’-]+){0,7}$/iu.test(text) &&
      !/[.!?]$/.test(text);
    const isDate =
      text.length < 80 &&
      /^(?:published|updated|posted|publié|publicado|gepubliceerd|last updated|le|on)?\s*:?\s*[\p{L}.,]*\s*\d{1,4}[\s\p{L}\d:/.,|–-]*(?:\d{4}|\d{1,2}:\d{2})[\s\p{L}\d:()+|-]*$/iu.test(
        text,
      ) &&
      !/[!?]$/.test(text);
    if (isTitle || isByline || isDate) block.remove();
  }
  for (const block of leafBlocks(root).toReversed().slice(0, 8)) {
    const heading = /^h[1-6]$/.test(block.localName);
    if (!heading && !(linkDensity(block) > 0.9 && plainText(block).length < 200)) break;
    block.remove();
  }
}

function leafBlocks(root: DomElement): DomElement[] {
  return [...root.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, div, time, span')].filter(
    (block) =>
      plainText(block) !== '' &&
      block.querySelector('p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, div') === null &&
      (block.localName !== 'span' || block.parentElement === root),
  );
}

function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Where the structured data carries the whole body and mostly agrees with what was found, a block without a word sequence
 * of it is no part of the article.
 */
function removeOutsideStructured(root: DomElement, body: string): void {
  if (body.length < 600) return;
  const stated = new Set(shingles(plainText(parsePage(body).body)));
  const found = shingles(plainText(root));
  if (found.length === 0 || stated.size === 0) return;
  const shared = found.filter((shingle) => stated.has(shingle)).length;
  // below that, the two are different texts (a summary, another version): no judge
  if (shared / found.length < 0.6 || shared / stated.size < 0.8) return;
  for (const block of leafBlocks(root)) {
    const own = shingles(plainText(block));
    if (own.length >= 4 && !own.some((shingle) => stated.has(shingle))) block.remove();
  }
}

function shingles(text: string): string[] {
  const words = normalised(text)
    .split(' ')
    .filter((word) => word !== '');
  return words.length < 4 ? [] : words.slice(3).map((_, index) => words.slice(index, index + 4).join(' '));
}

/** The element whose own paragraphs hold most text; used where Readability finds nothing. */
function densestRoot(html: string): DomElement | undefined {
  const document: DomDocument = parsePage(html);
  removeBoilerplate(document);
  const { body } = document;
  if (body === null) return undefined;
  const marked =
    document.querySelector('[itemprop="articleBody"]') ??
    document.querySelector('article') ??
    document.querySelector('main');
  if (marked !== null && plainText(marked).length > shortArticle && linkDensity(marked) < 0.4) return marked;
  const scores = new Map<DomElement, number>();
  for (const block of body.querySelectorAll('p, pre, blockquote, li, td, div')) {
    if (block.querySelector('p, pre, blockquote, div, table') !== null) continue;
    const text = plainText(block);
    const density = linkDensity(block);
    if (text.length < 40 || density > 0.5) continue;
    const score = text.length * (1 - density);
    for (
      let parent = block.parentElement, share = 1;
      parent !== null && share > 0.2;
      parent = parent.parentElement, share *= 0.7
    ) {
      scores.set(parent, (scores.get(parent) ?? 0) + score * share);
    }
  }
  let best: DomElement | undefined;
  for (const [element, score] of scores) if (best === undefined || score > (scores.get(best) ?? 0)) best = element;
  return best ?? (plainText(body).length > 0 && linkDensity(body) < 0.5 ? body : undefined);
}

function paragraphsOf(body: string): string {
  if (/<(?:p|br|div)[\s>]/i.test(body)) return body;
  return body
    .split(/\n\s*\n|\r?\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(
      (paragraph) =>
        `<p>${paragraph
          .trim()
          .replaceAll(/&(?![a-z#]\w*;)/gi, '&amp;')
          .replaceAll('<', '&lt;')}</p>`,
    )
    .join('\n');
}
