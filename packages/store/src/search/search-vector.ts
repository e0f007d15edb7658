import type { Decoded, Item } from '@vedette/contract';
import { capitalCuts, findHashtags, words } from '@vedette/match';
import { storable } from '../stored-text.js';
import { metadataWords } from './metadata-words.js';

/** Positions between two ways to read a text, so that no phrase runs from one into the other. */
export const gap = 100;
/** PostgreSQL counts positions to 16,383 and keeps 256 of one word; a whole vector may take a megabyte. */
const lastPosition = 16_000;
const mostPositions = 250;
const mostBytes = 700_000;
const longestWord = 500;
/** Stands in the index where not every position could be kept. */
export const incompleteWord = 'index/incomplete';

const mostReadings = 5;

interface Readable {
  readonly published: string;
  readonly decoded: Decoded | undefined;
}

/** Every way to read one text that matching looks at: as published, plain, with hashtags cut, and its readings. */
function waysToRead({ published, decoded }: Readable): string[] {
  const ways = [published];
  if (decoded === undefined) return ways;
  if (decoded.disguises.length > 0 && decoded.plain !== published) ways.push(decoded.plain);
  const last = ways.at(-1) ?? published;
  const cuts = capitalCuts(last, findHashtags(last));
  if (cuts.length > 0) ways.push(withCuts(last, cuts));
  for (const reading of decoded.readings.slice(0, mostReadings)) ways.push(reading.text);
  return ways;
}

function withCuts(text: string, cuts: readonly { readonly start: number; readonly end: number }[]): string {
  let from = 0;
  let cut = '';
  for (const { start, end } of cuts) {
    cut += `${text.slice(from, start)} `;
    from = end;
  }
  return cut + text.slice(from);
}

class VectorBuilder {
  readonly #places = new Map<string, string[]>();
  #bytes = 0;
  #position = 1;
  incomplete = false;

  add(text: string, weight: '' | 'A'): void {
    for (const { kind, word, stripped } of words(text)) {
      this.#put(word, weight);
      for (const rest of stripped) this.#put(rest, weight);
      if (kind === 'word') this.#position += 1;
    }
    this.#position += gap;
  }

  #put(word: string, weight: string): void {
    if (word.length > longestWord) return;
    const places = this.#places.get(word);
    this.#bytes += places === undefined ? word.length * 3 + 8 : 2;
    if (this.#bytes > mostBytes || (places !== undefined && places.length >= mostPositions)) this.incomplete = true;
    if (this.#bytes > mostBytes) return;
    if (this.#position > lastPosition) this.incomplete = true;
    const place = `${Math.min(this.#position, lastPosition)}${weight}`;
    if (places === undefined) this.#places.set(word, [place]);
    else if (places.length < mostPositions && places.at(-1) !== place) places.push(place);
  }

  mark(word: string): void {
    if (word.length <= longestWord) this.#places.set(word, []);
  }

  print(): string {
    const parts: string[] = [];
    for (const [word, places] of this.#places)
      parts.push(quoted(word) + (places.length > 0 ? `:${places.join(',')}` : ''));
    return parts.join(' ');
  }
}

/** A word as a tsvector or tsquery is written. */
export function quoted(word: string): string {
  return `'${storable(word).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/**
 * The index words of an Item as the text of a `tsvector`: the same words that matching compares, in every way the texts
 * can be read, and the conditions that its metadata fulfils. Words of the title have weight A.
 */
export function searchVector(
  item: Item,
  decoded: { readonly title?: Decoded | undefined; readonly text: Decoded },
): string {
  const builder = new VectorBuilder();
  const titles = item.title === undefined ? [] : waysToRead({ published: item.title, decoded: decoded.title });
  const texts = waysToRead({ published: item.text, decoded: decoded.text });
  for (const way of titles) builder.add(way, 'A');
  for (const way of texts) builder.add(way, '');
  const plain = [item.title ?? '', item.text, decoded.title?.plain ?? '', decoded.text.plain];
  for (const word of metadataWords(
    item,
    [...new Set(plain)].filter((text) => text !== ''),
  ))
    builder.mark(word);
  if (builder.incomplete) builder.mark(incompleteWord);
  return builder.print();
}
