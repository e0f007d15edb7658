import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** F1 of the word shingles (four words each) of a text against the expected one: 1 is the same, 0 nothing in common. */
export function f1(text: string, expected: string): number {
  const found = shingles(text);
  const wanted = shingles(expected);
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, wanted.get(shingle) ?? 0);
  return shared === 0 ? 0 : (2 * shared) / (total(found) + total(wanted));
}

function shingles(text: string): ReadonlyMap<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let index = 0; index + 4 <= words.length; index += 1) {
    const shingle = words.slice(index, index + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** What Readability finds by itself: the mark to beat. */
export function readabilityText(html: string): string {
  const { document } = parseHTML(html);
  return new Readability(document).parse()?.textContent ?? '';
}
