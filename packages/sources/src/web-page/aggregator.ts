import { plainText, type DomDocument, type DomElement } from './dom.js';

/** What a press aggregator writes about an article that it took over. */
export interface AggregatorNotice {
  /** the publication it was taken from */
  readonly publication: string;
  /** the date as written */
  readonly date: string;
  /** address of the article at its own publication */
  readonly original?: string;
  /** address of the picture above the article */
  readonly picture?: string;
  /** the element that holds the notice; the article is around it */
  readonly element: DomElement;
}

/** "Publié dans SOURCE le DATE" in the languages of the house. */
const notices: readonly RegExp[] = [
  /^Publi[ée]e? dans\s+(.{1,80}?)\s+le\s+(\d.{4,40})$/iu,
  /^Published in\s+(.{1,80}?)\s+on\s+(.{6,40})$/iu,
  /^Publicado en\s+(.{1,80}?)\s+el\s+(.{6,40})$/iu,
  /^Gepubliceerd in\s+(.{1,80}?)\s+op\s+(.{6,40})$/iu,
  /^نشر(?:ت)? في\s+(.{1,80}?)\s+(?:يوم|بتاريخ)\s+(.{6,40})$/u,
];

const toOriginal =
  /cliquez ici pour lire l.article depuis sa source|click here to read the article (?:from|at) its source|haga clic aquí para leer el artículo|klik hier om het artikel|(?:اضغط|انقر) هنا لقراءة (?:الخبر|المقال) من مصدره/iu;

const flagNotice =
  /merci d.avoir signalé|cette image sera automatiquement bloquée|thank you for (?:reporting|flagging)|this image will be (?:automatically )?blocked|شكرا على الإبلاغ|سيتم حجب هذه الصورة/iu;

/** Finds the notice of a press aggregator; undefined on any other page. */
export function findNotice(document: DomDocument): AggregatorNotice | undefined {
  for (const element of document.querySelectorAll('p, div, span, td, h2, h3, h4, small, li, time, em, i, b, strong')) {
    const text = plainText(element);
    if (text.length < 12 || text.length > 160) continue;
    for (const pattern of notices) {
      const match = pattern.exec(text);
      if (match?.[1] === undefined || match[2] === undefined || !/\d/.test(match[2])) continue;
      const original = originalAddress(document);
      const picture = pictureBefore(document, element);
      return {
        publication: match[1].trim(),
        date: match[2].replaceAll(/\s*([-/.])\s*/g, '$1').trim(),
        ...(original === undefined ? {} : { original }),
        ...(picture === undefined ? {} : { picture }),
        element,
      };
    }
  }
  return undefined;
}

/** The last picture in front of the notice that is no part of the site's own furniture. */
function pictureBefore(document: DomDocument, notice: DomElement): string | undefined {
  let picture: string | undefined;
  for (const element of document.querySelectorAll(`img, ${notice.localName}`)) {
    if (element === notice) break;
    const address = element.localName === 'img' ? (element.getAttribute('src') ?? '') : '';
    if (address !== '' && !/logo|icon|sprite|pixel|spacer|banner|avatar/i.test(address)) picture = address;
  }
  return picture;
}

function originalAddress(document: DomDocument): string | undefined {
  for (const link of document.querySelectorAll('a[href]')) {
    if (toOriginal.test(plainText(link))) return link.getAttribute('href') ?? undefined;
  }
  return undefined;
}

/**
 * Leaves of an aggregator's page only what stands between the notice and the link to the source: the ticker and the menus
 * before it and the lists behind it are no text of the article, nor are the notice and the flag message.
 */
export function keepAggregatedArticle(document: DomDocument, notice: AggregatorNotice): void {
  removeAround(notice.element, 'before', document.body);
  const end = [...document.querySelectorAll('a, p, div, span, td, center')].findLast((element) => {
    const text = plainText(element);
    return text.length < 160 && toOriginal.test(text);
  });
  if (end !== undefined) {
    removeAround(end, 'after', document.body);
    end.remove();
  }
  for (const element of document.querySelectorAll('p, div, span, li, td, center, strong, em')) {
    const text = plainText(element);
    if (text.length > 0 && text.length < 240 && flagNotice.test(text)) element.remove();
  }
  notice.element.remove();
}

/** Removes every node before or after an element, level by level up to the body. */
function removeAround(element: DomElement, side: 'before' | 'after', body: DomElement | null): void {
  let inner: DomElement = element;
  for (let parent = inner.parentElement; parent !== null && inner !== body; parent = inner.parentElement) {
    const siblings = [...parent.childNodes];
    const at = siblings.indexOf(inner);
    for (const sibling of side === 'before' ? siblings.slice(0, at) : siblings.slice(at + 1)) sibling.remove();
    inner = parent;
  }
}
