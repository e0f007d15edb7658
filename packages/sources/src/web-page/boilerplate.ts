import { plainText, type DomDocument, type DomElement } from './dom.js';

/** Elements that never hold the words of an article. */
const silentElements =
  'script, style, template, link, meta, svg, math, canvas, iframe, object, embed, applet, button, input, select, textarea, dialog, marquee, nav, menu, figcaption, audio, video, progress, [role="navigation"], [role="search"], [role="menu"], [role="menubar"], [role="dialog"], [role="alertdialog"], [role="banner"], [role="contentinfo"], [role="complementary"], [aria-modal="true"], [hidden], [itemprop="comment"]';

/**
 * Words of class names and ids that mark what stands beside an article. They are compared with whole words (`share-bar`,
 * `shareBar`), never with parts of words, so that `shared-content` or `masthead` is not hit by accident.
 */
const boilerplateWords = new Set([
  'related', 'relatedposts', 'relatedarticles', 'relatedcontent', 'relatedlinks', 'recommended', 'recommendations', 'recommendation', 'recirc', 'recirculation', 'readmore', 'seealso',
  'readnext', 'upnext', 'morefrom', 'moreon', 'morestories', 'trending', 'mostpopular', 'mostread', 'popular', 'outbrain', 'taboola', 'zergnet',
  'share', 'sharing', 'sharebar', 'sharetools', 'sharedaddy', 'socials', 'social', 'addthis', 'addtoany', 'sharethis', 'follow', 'followus',
  'newsletter', 'newsletters', 'subscribe', 'subscription', 'signup', 'optin', 'mailchimp', 'paywall', 'regwall', 'promo', 'promos', 'promotion', 'cta', 'donate', 'donation',
  'ad', 'ads', 'adv', 'advert', 'advertisement', 'advertisements', 'advertising', 'adsense', 'adslot', 'adunit', 'dfp', 'sponsor', 'sponsored', 'sponsors', 'banner',
  'comment', 'comments', 'commentlist', 'respond', 'disqus', 'discussion', 'livefyre', 'cookie', 'cookies', 'consent', 'gdpr', 'privacy',
  'breadcrumb', 'breadcrumbs', 'byline', 'authorbio', 'authorbox', 'aboutauthor', 'bio', 'caption', 'captions', 'imagecaption', 'photocaption', 'credit', 'credits', 'imagecredit',
  'tags', 'taglist', 'tagcloud', 'postmeta', 'entrymeta', 'articlemeta', 'metadata', 'meta', 'timestamp', 
  'sidebar', 'rail', 'widget', 'widgets', 'toolbar', 'tools', 'menu', 'nav', 'navbar', 'navigation', 'pagination', 'pager', 'footer', 'copyright', 'skip', 'skiplink',
  'printfriendly', 'rating', 'ratings', 'poll', 'ticker', 'marquee', 'teaser', 'teasers', 'jumplist', 'toc', 'flagged', 'modal', 'popup', 'overlay', 'lightbox', 'screenreader', 'visuallyhidden',
  'hidden', 'noprint', 'player', 'loader',
]); // prettier-ignore

const boilerplatePairs = new Set([
  'author bio', 'author box', 'about author', 'author info', 'author card', 'related posts', 'related articles', 'related stories', 'read more', 'read next',
  'see also', 'more from', 'more on', 'more stories', 'most popular', 'most read', 'up next', 'image caption', 'photo credit', 'wp caption', 'post meta', 'entry meta',
  'article meta', 'entry footer', 'post footer', 'article footer', 'post tags', 'article tags', 'entry tags', 'sr only', 'screen reader', 'visually hidden', 'sign up',
  'back top', 'print only', 'follow us', 'pull quote', 'also like', 'post nav', 'post navigation', 'nav links', 'sub nav', 'jp relatedposts', 'site header', 'site footer',
]); // prettier-ignore

/** Words that say: this is the article itself, whatever else the name holds. */
const bodyWords = /(?:article|post|entry|story|content|page)[-_]?(?:body|content|text)|articlebody|\bhentry\b/i;

function namesOf(element: DomElement): string {
  const className = typeof element.className === 'string' ? element.className : (element.getAttribute('class') ?? '');
  return `${className} ${element.id} ${element.getAttribute('data-component') ?? ''} ${element.getAttribute('data-testid') ?? ''}`.trim();
}

/** Whether the names of an element say that it stands beside the article. */
function isNamedBoilerplate(element: DomElement): boolean {
  const names = namesOf(element);
  if (names === '' || bodyWords.test(names)) return false;
  for (const name of names.split(/\s+/).slice(0, 24)) {
    const words = name
      .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word !== '');
    // long utility names (`md:flex-share-x`) say little: the first words decide
    if (
      words.slice(0, 4).some((word) => boilerplateWords.has(word)) &&
      !words.includes('wrapper') &&
      !words.includes('has') &&
      !words.includes('with') &&
      !words.includes('no')
    )
      return true;
    if (words.some((word, index) => boilerplatePairs.has(`${word} ${words[index + 1] ?? ''}`))) return true;
  }
  return false;
}

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
 * unless the page marks another element as its article; the answer says whether it does.
 */
export function removeBoilerplate(document: DomDocument): boolean {
  const { body } = document;
  if (body === null) return false;
  const lengths = contentLengths(body);
  const total = Math.max(lengths.get(body) ?? 0, 1);
  const share = (element: DomElement): number => (lengths.get(element) ?? 0) / total;
  for (const element of document.querySelectorAll(`noscript, ${silentElements}`)) {
    if (element !== body && (share(element) <= 0.5 || total < 500)) element.remove();
  }
  const article = markedArticle(document);
  for (const element of body.querySelectorAll('[class], [id], [style], [aria-hidden], aside, footer, form')) {
    if (!isBeside(element)) {
      if (element.localName === 'article' || element.localName === 'main') show(element);
      continue;
    }
    // a page that marks its article says that the rest stands beside it, also where the article is the shorter of the two
    const outside = article !== undefined && !article.contains(element) && !element.contains(article);
    if (outside || share(element) < 0.34) element.remove();
    else show(element);
  }
  return article !== undefined;
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

function isBeside(element: DomElement): boolean {
  const name = element.localName;
  if (name === 'article' || name === 'main' || name === 'body' || name === 'html') return false;
  if (name === 'aside' || name === 'footer' || name === 'form') return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  // a long paragraph is text, whatever it is called
  return isNamedBoilerplate(element) && (name !== 'p' || plainText(element).length <= 300);
}

/** Short blocks that publishers put between paragraphs, in the five languages of the house and German: the whole block. */
const furnitureWhole =
  /^(?:advertisement|advertising|ad|sponsored|story continues below(?: advertisement)?|publicité|publicidad|advertentie|anzeige|إعلان|share|shares?|tweet|pin(?: it)?|print|e-?mail|save|comments?|\d+ comments?|\d+ shares?|loading(?:\.\.\.|…)?|load more|show more|see more|view comments|leave a comment|continue reading|copy link|close|menu|back to top|related(?: (?:articles?|stories|posts|topics|coverage|content|links|news))?|recommended(?: for you| stories)?|more stories|top stories|most (?:read|popular|viewed)|trending(?: now)?|you may also like|getty images|reuters|afp|file photo)\s*:?\s*$/iu;

/** … and the beginnings of such blocks. */
const furnitureStart =
  /^(?:read (?:more|also|next|the full)\b|also read\b|see also\b|related\s*:|more (?:from|on)\b|don'?t miss\b|must read\b|watch\s*(?:now|more|the video|:)|listen\s*(?:now|:)|share (?:this|on|via)\b|follow (?:us\b|@)|like us on\b|sign up (?:for|to|now|here)\b|subscribe (?:to|now|here|today)\b|join our\b|get (?:our|the latest)\b|click here\b|tap here\b|skip to\b|copyright\b|©|\(c\) \d{4}|all rights reserved|tags?\s*:|topics?\s*:|filed under\b|posted in\b|categories\s*:|photos?\s*(?:by\b|:|credit|courtesy)|(?:image|picture|pic)s?\s*(?:by\b|:|credit|copyright|source)|(?:image|photo|media) caption|file (?:photo|picture|image)\b|(?:lire|à lire|voir) (?:aussi|également|plus)\b|partager\b|abonnez-vous\b|inscrivez-vous\b|suivez-nous\b|crédit photo|(?:leer|lee|ver) (?:también|más)\b|te puede interesar|compartir\b|suscríbete\b|síguenos\b|foto\s*:|lees (?:ook|verder|meer)\b|schrijf je in\b|bekijk ook\b|lesen sie auch\b|mehr zum thema\b|اقرأ أيضا|إقرأ أيضا|تابعنا|مواضيع ذات صلة|terms of (?:use|service)\b|privacy policy\b)/iu;

/** Whether a short block of text is furniture of the page. */
export function isFurniture(text: string): boolean {
  return text.length <= 160 && (furnitureWhole.test(text) || furnitureStart.test(text));
}

/** The share of a block's characters that are link text. */
export function linkDensity(element: DomElement): number {
  const length = plainText(element).length;
  if (length === 0) return 0;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += plainText(link).length;
  return Math.min(1, linked / length);
}
