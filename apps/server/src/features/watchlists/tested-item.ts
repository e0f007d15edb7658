import type { Item, Match, TestedItem } from '@vedette/contract';

const longest = 500;
const before = 120;

/**
 * An Item as a test shows it: a stretch of its text with the first place that matched, and all places in that stretch.
 * @example testedItem({ id: 'a', text: 'a gate', … }, [{ start: 2, end: 6, field: 'text', term: 'gate', via: [] }]).spans.length // 1
 */
export function testedItem(
  { id, title, text }: Pick<Item, 'id' | 'title' | 'text'>,
  spans: Match['spans'],
): TestedItem {
  const first = spans.find(({ field }) => field === 'text')?.start ?? 0;
  const from = text.length <= longest || first < longest - before ? 0 : whole(text, first - before);
  const to = whole(text, Math.min(text.length, from + longest));
  const lead = from > 0 ? '…' : '';
  const shift = lead.length - from;
  return {
    id,
    ...(title === undefined ? {} : { title: title.slice(0, whole(title, longest)) }),
    text: `${lead}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    spans: spans.flatMap((span) => {
      if (span.field === 'title') return span.end <= longest ? [span] : [];
      return span.start >= from && span.end <= to
        ? [{ ...span, start: span.start + shift, end: span.end + shift }]
        : [];
    }),
  };
}

/** The place, or the one before it where that would part a pair of surrogates. */
function whole(text: string, place: number): number {
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') ? place - 1 : Math.min(place, text.length);
}
