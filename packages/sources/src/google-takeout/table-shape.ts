/** What a column of YouTube's tables holds. */
export type YouTubeColumn = 'id' | 'channel' | 'time' | 'price' | 'parent' | 'post' | 'video' | 'text' | 'top';

/** Where the columns stand, whether the first row is a header, and what the rows are. */
export interface YouTubeTable {
  readonly places: ReadonlyMap<YouTubeColumn, number>;
  readonly hasHeader: boolean;
  readonly rows: 'comments' | 'live-chat' | 'posts';
}

const channelForm = /^UC[\w-]{22}$/u;
const timeForm = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?$/u;
const videoForm = /^[\w-]{11}$/u;
const priceForm = /^(?:\d+(?:\.\d+)?)?$/u;
const segmentForm = /^\s*\{\s*"(?:takeoutSegments|text)"\s*:/u;

const english: ReadonlyMap<string, YouTubeColumn> = new Map([
  ['comment id', 'id'],
  ['live chat id', 'id'],
  ['channel id', 'channel'],
  ['comment create timestamp', 'time'],
  ['live chat create timestamp', 'time'],
  ['post create timestamp', 'time'],
  ['price', 'price'],
  ['parent comment id', 'parent'],
  ['top-level comment id', 'top'],
  ['post id', 'post'],
  ['video id', 'video'],
  ['comment text', 'text'],
  ['live chat text', 'text'],
  ['post text', 'text'],
]);

/**
 * Recognises a table of comments, live chat or posts. Names of columns follow the language of the account, so what is not
 * English is told by what stands in the columns: `UC…` is a channel, a date a date, JSON parts the text. `sample` are the first rows.
 */
export function youTubeTable(sample: readonly (readonly string[])[]): YouTubeTable | undefined {
  const [first] = sample;
  if (first === undefined || first.length < 4) return undefined;
  const named = namedPlaces(first);
  if (named !== undefined) return named;
  const hasHeader = !first.some((cell) => channelForm.test(cell) || timeForm.test(cell));
  const rows = sample.slice(hasHeader ? 1 : 0).filter((row) => row.length === first.length);
  const places = placesByContent(rows, first.length);
  if (places === undefined) return undefined;
  return { places, hasHeader, rows: kindOf(places, first, hasHeader, rows) };
}

function namedPlaces(header: readonly string[]): YouTubeTable | undefined {
  const places = new Map<YouTubeColumn, number>();
  const names = header.map((cell) =>
    cell
      .replace(/^\uFEFF/u, '')
      .trim()
      .toLowerCase(),
  );
  names.forEach((name, place) => {
    const column = english.get(name);
    if (column !== undefined && !places.has(column)) places.set(column, place);
  });
  if (!places.has('text') || !places.has('time')) return undefined;
  const rows = names.includes('live chat text') ? 'live-chat' : names.includes('post text') ? 'posts' : 'comments';
  if (rows === 'posts') movePostId(places);
  return { places, hasHeader: true, rows };
}

function placesByContent(rows: readonly (readonly string[])[], width: number): Map<YouTubeColumn, number> | undefined {
  const places = new Map<YouTubeColumn, number>();
  const columns = Array.from({ length: width }, (_, place) => rows.map((row) => row[place] ?? ''));
  const free = (place: number): boolean => ![...places.values()].includes(place);
  const find = (column: YouTubeColumn, fits: (cells: readonly string[]) => boolean): void => {
    const place = columns.findIndex((cells, index) => free(index) && fits(cells));
    if (place >= 0) places.set(column, place);
  };
  if (rows.length === 0) return undefined;
  find('channel', (cells) => mostly(cells, channelForm));
  find('time', (cells) => mostly(cells, timeForm));
  if (!places.has('channel') || !places.has('time')) return undefined;
  find('text', (cells) => mostly(cells, segmentForm));
  find('price', (cells) => cells.every((cell) => priceForm.test(cell)) && cells.some((cell) => cell !== ''));
  const ids = columns.findIndex((cells, index) => free(index) && mostly(cells, /^[\w.-]{20,}$/u));
  if (ids >= 0) places.set('id', ids);
  find(
    'video',
    (cells) => cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || videoForm.test(cell)),
  );
  find('post', (cells) => filledWith(cells, /^Ugk[\w-]{10,}$/u));
  find('parent', (cells) => filledWith(cells, /^Ug[\w-]{10,}$/u));
  find('top', (cells) => filledWith(cells, /^Ug[\w-]{10,}$/u));
  if (!places.has('text')) placeOfPlainText(columns, free, places);
  if (!places.has('text') || !places.has('id')) return undefined;
  movePostId(places, columns);
  return places;
}

/** Tables of 2021 and 2022 hold plain text: the widest column that is left. */
function placeOfPlainText(
  columns: readonly (readonly string[])[],
  free: (place: number) => boolean,
  places: Map<YouTubeColumn, number>,
): void {
  let widest = { place: -1, length: 0 };
  columns.forEach((cells, place) => {
    const length = cells.reduce((sum, cell) => sum + cell.length, 0);
    if (free(place) && length > widest.length) widest = { place, length };
  });
  if (widest.place >= 0) places.set('text', widest.place);
}

/** A post is known by its own id. */
function movePostId(places: Map<YouTubeColumn, number>, columns?: readonly (readonly string[])[]): void {
  const post = places.get('post');
  if (!places.has('id') && post !== undefined) {
    places.set('id', post);
    places.delete('post');
  }
  if (columns === undefined || places.has('video')) return;
  const id = places.get('id');
  const cells = id === undefined ? [] : (columns[id] ?? []);
  if (filledWith(cells, /^Ugk[\w-]{10,}$/u)) places.delete('parent');
}

function kindOf(
  places: ReadonlyMap<YouTubeColumn, number>,
  first: readonly string[],
  hasHeader: boolean,
  rows: readonly (readonly string[])[],
): YouTubeTable['rows'] {
  const id = places.get('id') ?? 0;
  if (!places.has('video') && rows.every((row) => (row[id] ?? '').startsWith('Ugk'))) return 'posts';
  if (places.has('parent') || places.has('post') || places.has('top')) return 'comments';
  // nobody answered: a table of comments is wider by the column of the parent, whose name repeats that of the id
  if (first.length <= 6) return 'live-chat';
  const unplaced = first.map((_, place) => place).filter((place) => ![...places.values()].includes(place));
  const currency = unplaced.some((place) => rows.some((row) => /^[A-Z]{3}$/u.test(row[place] ?? '')));
  if (currency) return 'live-chat';
  return !hasHeader || unplaced.some((place) => sharesWord(first[place] ?? '', first[id] ?? ''))
    ? 'comments'
    : 'live-chat';
}

function sharesWord(one: string, other: string): boolean {
  const [short, long] = [one.toLowerCase(), other.toLowerCase()].toSorted((a, b) => a.length - b.length);
  const words = (short ?? '').match(/\p{L}{2,}/gu) ?? [];
  return words.some(
    (word) => (long ?? '').includes(word.slice(0, Math.max(2, Math.min(word.length, 6)))) && !word.startsWith('id'),
  );
}

function mostly(cells: readonly string[], form: RegExp): boolean {
  const fitting = cells.filter((cell) => form.test(cell)).length;
  return fitting > 0 && fitting * 10 >= cells.length * 8;
}

function filledWith(cells: readonly string[], form: RegExp): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => form.test(cell));
}
