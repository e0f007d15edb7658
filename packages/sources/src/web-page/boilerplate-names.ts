import { plainText, type DomElement } from './dom.js';
import { isFurniture } from './furniture.js';

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

/**
 * Words that stand beside an article as often as on a part of it (`rest hidden`, `paywall` on the paid paragraphs, a lead
 * called `teaser`): prose under such a name is text.
 */
const doubtfulWords = new Set(['hidden', 'tools', 'player', 'discussion', 'banner', 'privacy', 'teaser', 'teasers', 'paywall', 'regwall', 'subscription', 'overlay', 'widget', 'widgets', 'credits']); // prettier-ignore

/** How sure the names of an element are that it stands beside the article. */
export type Naming = 'beside' | 'doubtful' | 'none';

export function namingOf(element: DomElement): Naming {
  const names = namesOf(element);
  if (names === '' || bodyWords.test(names)) return 'none';
  let naming: Naming = 'none';
  for (const name of names.split(/\s+/).slice(0, 24)) {
    const words = wordsOf(name);
    if (words.some((word, index) => boilerplatePairs.has(`${word} ${words[index + 1] ?? ''}`))) return 'beside';
    if (words.some((word) => layoutWords.has(word))) continue;
    // long utility names (`md:flex-share-x`) say little: the first words decide
    const marks = words.slice(0, 4).filter((word) => boilerplateWords.has(word));
    if (marks.some((word) => !doubtfulWords.has(word))) return 'beside';
    if (marks.length > 0) naming = 'doubtful';
  }
  return naming;
}

/** `has-sidebar`, `widget-wrapper`: around or without the thing, not the thing. */
const layoutWords = new Set(['wrapper', 'has', 'with', 'no']);

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** Class, id and the names that test tools use. An id that repeats the heading is a place to link to and says nothing. */
function namesOf(element: DomElement): string {
  const className = typeof element.className === 'string' ? element.className : (element.getAttribute('class') ?? '');
  const heading = /^h[1-6]$/.test(element.localName) ? element : element.querySelector('h1, h2, h3, h4, h5, h6');
  const title = plainText(heading);
  const anchor = title !== '' && !isFurniture(title) && slug(title) === slug(element.id);
  return `${className} ${anchor ? '' : element.id} ${element.getAttribute('data-component') ?? ''} ${element.getAttribute('data-testid') ?? ''}`.trim();
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
