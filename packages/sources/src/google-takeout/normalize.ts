import type { Item } from '@vedette/contract';
import type { ContentIds } from '../input/content-id.js';
import { segmentText } from './segments.js';
import type { YouTubeColumn, YouTubeTable } from './table-shape.js';

/** What a row is read with besides itself. */
export interface RowContext {
  readonly table: YouTubeTable;
  readonly ids: ContentIds;
}

/** One row of YouTube's comments, live chat or posts as an Item. */
export function normalizeRow(row: readonly string[], { table, ids }: RowContext): Item {
  const cell = (column: YouTubeColumn): string | undefined => {
    const place = table.places.get(column);
    const value = place === undefined ? undefined : row[place]?.trim();
    return value === '' ? undefined : value;
  };
  const { text, links } = segmentText(row[table.places.get('text') ?? -1] ?? '');
  const nativeId = cell('id') ?? ids.next(JSON.stringify(row));
  const channel = cell('channel');
  const publishedAt = instantOfCell(cell('time'));
  const video = cell('video');
  const post = cell('post');
  const parent = cell('parent') ?? cell('top');
  const about = video ?? post;
  const url = addressOf(table.rows, nativeId, video, post);
  const absolute = [...new Set(links)].filter((link) => URL.canParse(link) && /^https?:/iu.test(link));
  return {
    id: `youtube:${nativeId}`,
    source: { kind: 'google-takeout', id: channel ?? 'youtube', title: 'YouTube' },
    nativeId,
    kind: table.rows === 'comments' ? 'comment' : table.rows === 'posts' ? 'post' : 'message',
    ...(url === undefined ? {} : { url }),
    ...(channel === undefined ? {} : { author: { id: channel } }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    text,
    ...(absolute.length === 0 ? {} : { links: absolute }),
    ...(about === undefined ? {} : { thread: about }),
    ...(parent === undefined || parent === nativeId ? {} : { replyTo: parent }),
  };
}

function addressOf(
  rows: YouTubeTable['rows'],
  id: string,
  video: string | undefined,
  post: string | undefined,
): string | undefined {
  const [comment, about] = [encodeURIComponent(id), encodeURIComponent(video ?? post ?? '')];
  if (rows === 'posts') return `https://www.youtube.com/post/${comment}`;
  if (video !== undefined) {
    return `https://www.youtube.com/watch?v=${about}${rows === 'comments' ? `&lc=${comment}` : ''}`;
  }
  return post === undefined ? undefined : `https://www.youtube.com/post/${about}?lc=${comment}`;
}

/** `2023-09-19T17:42:53.434647+00:00`, `2020-05-06 19:32:44 UTC`: a time without a zone is UTC here. */
export function instantOfCell(cell: string | undefined): string | undefined {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/u.exec(cell ?? '');
  if (found === null) return undefined;
  const [, date = '', clock = '', fraction = '', zone = 'Z'] = found;
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/u, '$1:$2');
  const time = Date.parse(`${date}T${clock}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z');
}
