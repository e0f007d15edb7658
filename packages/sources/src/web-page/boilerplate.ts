import { namingOf } from './boilerplate-names.js';
import { plainText, type DomDocument, type DomElement } from './dom.js';

/** Elements that never hold the words of an article. */
const silentElements =
  'script, style, template, link, meta, svg, math, canvas, iframe, object, embed, applet, button, input, select, textarea, dialog, marquee, nav, menu, figcaption, audio, video, progress, [role="navigation"], [role="search"], [role="menu"], [role="menubar"], [role="dialog"], [role="alertdialog"], [role="banner"], [role="contentinfo"], [role="complementary"], [aria-modal="true"], [hidden], [itemprop="comment"]';

/** Words that stand in paragraphs: the measure of what an element would take with it. */
export function paragraphLength(root: DomElement): number {
  let length = 0;
  for (const paragraph of root.querySelectorAll('p')) length += plainText(paragraph).length;
  return length;
}

/** What every element holds in paragraphs; in all its text, on a page that uses no paragraphs. One pass. */
function contentLengths(body: DomElement): ReadonlyMap<DomElement, number> {
  const lengths = new Map<DomElement, number>();
  const add = (element: DomElement, length: number): void => {
    for (let at: DomElement | null = element; at !== null; at = at.parentElement) {
      lengths.set(at, (lengths.get(at) ?? 0) + length);
    }
  };
  for (const paragraph of body.querySelectorAll('p')) add(paragraph, plainText(paragraph).length);
  if ((lengths.get(body) ?? 0) >= 250) return lengths;
  lengths.clear();
  for (const element of body.querySelectorAll('*')) {
    if (element.localName === 'script' || element.localName === 'style') continue;
    let own = 0;
    for (const child of element.childNodes) if (child.nodeType === 3) own += plainText(child).length;
    if (own > 0) add(element, own);
  }
  return lengths;
}

/**
 * Takes out of a page what stands beside an article: menus, captions, share bars, related links, newsletters, cookie
 * notices. Nothing that holds more than a third of the page's paragraphs goes, whatever it is called,
 * unless the page marks another element as its article, which is given.
 */
export function removeBoilerplate(document: DomDocument): DomElement | undefined {
  const { body } = document;
  if (body === null) return undefined;
  const lengths = contentLengths(body);
  const total = Math.max(lengths.get(body) ?? 0, 1);
  const share = (element: DomElement): number => (lengths.get(element) ?? 0) / total;
  const captionsTell = isPictureStory(body);
  for (const element of document.querySelectorAll(`noscript, ${silentElements}`)) {
    if (captionsTell && element.localName === 'figcaption') continue;
    if (element !== body && (share(element) <= 0.5 || total < 500)) element.remove();
  }
  const article = markedArticle(document);
  for (const element of body.querySelectorAll('[class], [id], [style], [aria-hidden], aside, footer, form')) {
    // a page that marks its article says that the rest stands beside it, also where the article is the shorter of the two
    const outside = article !== undefined && !article.contains(element) && !element.contains(article);
    if (!isBeside(element, outside)) {
      if (element.localName === 'article' || element.localName === 'main') show(element);
      continue;
    }
    if (outside || share(element) < 0.34) element.remove();
    else show(element);
  }
  return article;
}

/** Pages hide their article until a script has run; no script runs here. */
function show(element: DomElement): void {
  for (const name of ['style', 'hidden', 'aria-hidden']) element.removeAttribute(name);
}

/** The element that the page itself marks as its one article. */
function markedArticle(document: DomDocument): DomElement | undefined {
  for (const selector of ['[itemprop="articleBody"]', 'article', 'main', '[role="main"]']) {
    const [first, ...others] = document.querySelectorAll(selector);
    if (first !== undefined && others.length === 0 && plainText(first).length >= 80) return first;
  }
  return undefined;
}

function isBeside(element: DomElement, outside: boolean): boolean {
  const name = element.localName;
  if (name === 'article' || name === 'main' || name === 'body' || name === 'html') return false;
  if (name === 'aside' || name === 'footer' || name === 'form') return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  const naming = namingOf(element);
  if (naming === 'none' || (naming === 'doubtful' && !outside && holdsProse(element))) return false;
  // a long paragraph is text, whatever it is called
  return name !== 'p' || plainText(element).length <= 300;
}

/** Whether an element is a paragraph of prose or holds two or more: sentences, not links or labels. */
function holdsProse(element: DomElement): boolean {
  if (element.localName === 'p') return isProse(element);
  return [...element.querySelectorAll('p')].filter(isProse).length >= 2;
}

function isProse(paragraph: DomElement): boolean {
  return plainText(paragraph).length > 80 && linkDensity(paragraph) < 0.3;
}

/** Characters in paragraphs of prose. */
export function proseLength(root: DomElement): number {
  return [...root.querySelectorAll('p')]
    .filter(isProse)
    .reduce((length, paragraph) => length + plainText(paragraph).length, 0);
}

/** A story told in pictures: its captions hold more words than its paragraphs. */
export function isPictureStory(root: DomElement): boolean {
  let captions = 0;
  let inside = 0;
  for (const caption of root.querySelectorAll('figcaption')) {
    captions += plainText(caption).length;
    inside += paragraphLength(caption);
  }
  return captions > 250 && captions > paragraphLength(root) - inside;
}

/** Characters of a link; teasers that are one link as a whole come to a few hundred. */
const longestLink = 600;

/** The share of a block's characters that are link text. */
export function linkDensity(element: DomElement): number {
  const length = plainText(element).length;
  if (length === 0) return 0;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) {
    const text = plainText(link).length;
    // a link that holds a link, or pages of text, is one that nobody closed
    if (text <= longestLink && link.parentElement?.closest('a') == null && link.querySelector('a') === null)
      linked += text;
  }
  return Math.min(1, linked / length);
}
