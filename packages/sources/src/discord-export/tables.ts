import type { Author, Item } from '@vedette/contract';
import { firstRecord, csvRecords } from '../csv/records.js';
import { readTableDate } from '../csv/table-date.js';
import type { FileInput, ReadOptions, ReadResult } from '../definition.js';
import { ContentIds, shortHash } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { linksIn } from '../input/links.js';
import { textChunks } from '../input/text-chunks.js';
import { attachment, instantOf, normalizeOwn, sourceOf } from './normalize.js';
import type { DiscordChannel } from './schema.js';

/** Whether a table is what DiscordChatExporter writes. */
export function isExporterTable(head: string): boolean {
  return firstRecord(head, ',').join(',').startsWith('AuthorID,Author,Date,Content,');
}

/** Whether a table is `messages.csv` of a data package. */
export function isOwnTable(head: string): boolean {
  return firstRecord(head, ',').join(',') === 'ID,Timestamp,Contents,Attachments';
}

/** Rows of either table. Tables of the exporter do not name their channel and have no ids: both are made of the content. */
export async function* readTable(
  file: FileInput,
  options: ReadOptions,
  own: { readonly channel: DiscordChannel; readonly author: Author | undefined } | undefined,
): AsyncGenerator<ReadResult> {
  const ids = new ContentIds();
  const zone = options.zone ?? 'UTC';
  let channel = own?.channel;
  let header = true;
  for await (const row of csvRecords(textChunks(file.open()), ',')) {
    const where = `${file.name}:${String(row.line)}`;
    if ('reason' in row) {
      yield rejection(where, row.reason, row.sample);
      continue;
    }
    if (header || row.fields.every((cell) => cell === '')) {
      header = false;
      continue;
    }
    if (row.fields.length < 4) {
      yield rejection(where, `has ${String(row.fields.length)} cells, four are needed`, row.fields.join(','));
      continue;
    }
    channel ??= { id: shortHash(...row.fields.slice(0, 4)), title: undefined, isThread: false };
    const item = own === undefined ? exported(row.fields, channel, ids, zone) : ownRow(row.fields, channel, own.author);
    yield { item: options.raw === true ? { ...item, raw: row.fields } : item };
  }
}

function ownRow(fields: readonly string[], channel: DiscordChannel, author: Author | undefined): Item {
  const [ID = '', Timestamp = '', Contents = '', Attachments = ''] = fields;
  return normalizeOwn({ ID, Timestamp, Contents, Attachments }, channel, author);
}

function exported(fields: readonly string[], channel: DiscordChannel, ids: ContentIds, zone: string): Item {
  const [id = '', name = '', date = '', text = '', attachments = ''] = fields;
  const nativeId = ids.next(JSON.stringify([id, date, text]));
  const exact = /[Z\d]$/u.test(date) && /T.*(?:Z|[+-]\d\d:\d\d)$/u.test(date) ? instantOf(date) : undefined;
  const read = exact === undefined ? readTableDate(date, { zone, order: 'day-first' }) : undefined;
  const published = exact ?? read?.instant;
  const media = attachments
    .split(/,(?=https?:|[^,\s]*_Files)/u)
    .filter((url) => url.trim() !== '')
    .map((url) => attachment({ url: url.trim(), fileName: undefined }));
  const links = linksIn(text);
  const shown = name.replace(/#0{1,4}$/u, '');
  return {
    id: `discord:${channel.id}:${nativeId}`,
    source: sourceOf(channel),
    nativeId,
    kind: 'message',
    author: { ...(id === '' ? {} : { id }), ...(shown === '' ? {} : { name: shown }) },
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(read?.assumedZone === undefined ? {} : { publishedAtAssumedZone: read.assumedZone }),
    text,
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
  };
}
