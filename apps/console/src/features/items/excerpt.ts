import type { ItemSummary, Span } from '@vedette/contract';
import type { Mark } from '../../ui/pieces.js';

/** A stretch of an Item's title or text with the places that were found in it. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * The part of an Item in which something was found: the text around the first place, the title where only that
 * matched, the beginning where no place is known. Cut between words, with dots where it was cut.
 * @param about says of a place what it means, for its tip
 * @example excerptOf(alert.lead, 120).marks[0] // { start: 5, end: 19 }
 */
export function excerptOf(
  item: Pick<ItemSummary, 'title' | 'text' | 'spans'>,
  length: number,
  about?: (span: Span) => string,
): Excerpt {
  const spans = item.spans ?? [];
  const inText = spans.filter((span) => span.field === 'text');
  const inTitle = spans.filter((span) => span.field === 'title');
  const useTitle = item.title !== undefined && (inText.length === 0 || item.text === '');
  const whole = useTitle ? (item.title ?? '') : item.text;
  const places = useTitle ? inTitle : inText;
  const first = places.reduce((least, { start }) => Math.min(least, start), whole.length);
  const from =
    first === whole.length || first < length * 0.6 ? 0 : wordStart(whole, first - Math.floor(length / 3), first);
  const to = whole.length - from <= length ? whole.length : wordEnd(whole, from + length, first);
  const lead = from > 0 ? '… ' : '';
  const shift = lead.length - from;
  return {
    text: `${lead}${whole.slice(from, to)}${to < whole.length ? ' …' : ''}`,
    marks: places
      .filter(({ start, end }) => end > from && start < to)
      .map((span) => ({
        start: Math.max(from, span.start) + shift,
        end: Math.min(to, span.end) + shift,
        ...(about === undefined ? {} : { about: about(span) }),
      })),
  };
}

/** The next beginning of a word between two places, looked for over a short stretch; never inside a surrogate pair. */
function wordStart(text: string, place: number, latest: number): number {
  const space = text.slice(place, Math.min(place + 24, latest)).search(/\s/u);
  return space >= 0 ? place + space + 1 : beforePair(text, place);
}

/** The last end of a word between two places, looked for over a short stretch; never inside a surrogate pair. */
function wordEnd(text: string, place: number, earliest: number): number {
  const from = Math.max(place - 24, earliest + 1);
  const space = text.slice(from, place).search(/\s\S*$/u);
  return space >= 0 ? from + space : beforePair(text, place);
}

function beforePair(text: string, place: number): number {
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') ? place - 1 : place;
}
