import type { Author, Item } from '@vedette/contract';
import type { ContentIds } from '../input/content-id.js';
import type { ColumnField, ColumnPlaces } from './schema.js';
import { readTableDate, type DateOrder, type TableInstant } from './table-date.js';

/** What turning rows into Items needs besides the row. */
export interface RowContext {
  readonly places: ColumnPlaces;
  /** stable name of this shape of table */
  readonly sourceId: string;
  readonly zone: string;
  readonly order: DateOrder;
  readonly ids: ContentIds;
  /** headers by position, for `raw` */
  readonly headers: readonly string[] | undefined;
  readonly raw: boolean;
}

/** One row as an Item. The text is exactly the cell. */
export function normalizeRow(fields: readonly string[], context: RowContext): Item {
  const cell = (field: ColumnField): string | undefined => {
    const place = context.places.get(field);
    return place === undefined ? undefined : fields[place];
  };
  const filled = (field: ColumnField): string | undefined => {
    const value = cell(field)?.trim();
    return value === '' ? undefined : value;
  };
  const ownId = filled('id');
  const nativeId = ownId ?? context.ids.next(JSON.stringify(fields));
  const published = publishedOf(cell, context);
  const author = authorOf(filled);
  const title = filled('title');
  const url = absolute(filled('url'));
  const lang = filled('lang');
  const replyTo = filled('replyTo');
  return {
    id: `csv:${context.sourceId}:${nativeId}`,
    source: { kind: 'csv', id: context.sourceId },
    nativeId,
    kind: 'post',
    ...(url === undefined ? {} : { url }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { publishedAt: published.instant }),
    ...(published?.assumedZone === undefined ? {} : { publishedAtAssumedZone: published.assumedZone }),
    ...(title === undefined ? {} : { title }),
    text: cell('text') ?? '',
    ...(lang === undefined ? {} : { lang }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(context.raw ? { raw: rawOf(fields, context.headers) } : {}),
  };
}

function publishedOf(cell: (field: ColumnField) => string | undefined, context: RowContext): TableInstant | undefined {
  const whole = cell('datetime');
  const read = (text: string) => readTableDate(text, { zone: context.zone, order: context.order });
  if (whole !== undefined && whole.trim() !== '') {
    const instant = read(whole);
    if (instant !== undefined) return instant;
  }
  const date = cell('date')?.trim() ?? '';
  const time = cell('time')?.trim() ?? '';
  if (date === '') return time === '' ? undefined : read(time);
  return read(time === '' ? date : `${date} ${time}`) ?? read(date);
}

function authorOf(filled: (field: ColumnField) => string | undefined): Author | undefined {
  const [id, handle, name] = [filled('author.id'), filled('author.handle'), filled('author.name')];
  if (id === undefined && handle === undefined && name === undefined) return undefined;
  return {
    ...(id === undefined ? {} : { id }),
    ...(handle === undefined ? {} : { handle }),
    ...(name === undefined ? {} : { name }),
  };
}

function absolute(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : undefined;
}

function rawOf(fields: readonly string[], headers: readonly string[] | undefined): unknown {
  if (headers === undefined) return fields;
  return Object.fromEntries(fields.map((value, place) => [headers[place] ?? String(place + 1), value]));
}
