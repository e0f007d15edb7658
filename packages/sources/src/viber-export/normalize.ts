import type { Author, Item } from '@vedette/contract';
import { readTableDate, type DateOrder } from '../csv/table-date.js';
import type { ContentIds } from '../input/content-id.js';
import { linksIn } from '../input/links.js';

/** What a row is read with besides itself. */
export interface ViberContext {
  /** hash of the first row: the same in every export of the chat */
  readonly chat: string;
  readonly zone: string;
  readonly order: DateOrder;
  readonly ids: ContentIds;
}

/** Cells by the names that `--columns` knows. */
export type ViberRow = Readonly<Record<string, string | undefined>>;

/** One row as an Item. The text is exactly the cell; a row without a writer is a line of Viber's. */
export function normalizeRow(row: ViberRow, context: ViberContext): Item {
  const text = row['text'] ?? '';
  const author = authorOf(row);
  const when = row['datetime'] ?? [row['date'], row['time']].filter((part) => part !== undefined).join(' ');
  const read = readTableDate(when.replace(/\p{Cf}/gu, ''), { zone: context.zone, order: context.order });
  const nativeId = row['id'] ?? context.ids.next(JSON.stringify([when, author?.id ?? '', author?.name ?? '', text]));
  const links = linksIn(text);
  return {
    id: `viber:${context.chat}:${nativeId}`,
    source: { kind: 'viber-export', id: context.chat },
    nativeId,
    kind: author === undefined ? 'service' : 'message',
    ...(author === undefined ? {} : { author }),
    ...(read === undefined ? {} : { publishedAt: read.instant }),
    ...(read?.assumedZone === undefined ? {} : { publishedAtAssumedZone: read.assumedZone }),
    ...(row['title'] === undefined ? {} : { title: row['title'] }),
    ...(row['url'] === undefined ? {} : { url: row['url'] }),
    text,
    ...(links.length === 0 ? {} : { links }),
  };
}

function authorOf(row: ViberRow): Author | undefined {
  const [id, name] = [row['author.id']?.trim(), row['author.name']?.trim()];
  if ((id ?? '') === '' && (name ?? '') === '') return undefined;
  return { ...((id ?? '') === '' ? {} : { id }), ...((name ?? '') === '' ? {} : { name }) };
}
