import { decodeHTML } from 'entities';
import type { Item } from '@vedette/contract';
import type { FileInput, ReadOptions, ReadResult } from '../definition.js';
import { ContentIds } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { textChunks } from '../input/text-chunks.js';
import { instantOfCell } from './normalize.js';

/** No comment is longer; characters. */
const longestEntry = 2 ** 20;

const dateForm = /\d{4}-\d\d-\d\d(?:T| )\d\d:\d\d:\d\d(?:\.\d+)?(?: ?UTC|Z)?/u;

/** Whether a page is the list of comments or chat messages that Takeout gave until 2023. */
export function isCommentsPage(head: string): boolean {
  const entry = /<li\b[^>]*>([\s\S]*?)<br\s*\/?>/iu.exec(head)?.[1];
  return (
    entry !== undefined && dateForm.test(entry) && /href="https?:\/\/(?:www\.)?youtube\.com\/watch\?/iu.test(entry)
  );
}

/** The comments of `my-comments.html`, the messages of `my-live-chat-messages.html`: one list entry each. */
export async function* readCommentsPage(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const ids = new ContentIds();
  let ordinal = 0;
  for await (const entry of entriesOf(textChunks(file.open()))) {
    ordinal += 1;
    const where = `${file.name}: entry ${String(ordinal)}`;
    if (entry === undefined) {
      yield rejection(where, 'is longer than 1,048,576 characters (the limit)');
      continue;
    }
    const item = normalizePageEntry(entry, ids);
    if (item === undefined) yield rejection(where, 'is no comment: it has no words behind its first line', entry);
    else yield { item: options.raw === true ? { ...item, raw: entry } : item };
  }
}

/** What stands between `<li>` and `</li>`; undefined for an entry over the limit. */
async function* entriesOf(chunks: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    for (;;) {
      const start = /<li\b[^>]*>/iu.exec(text);
      if (start === null) {
        text = text.slice(-1024);
        break;
      }
      const from = start.index + start[0].length;
      const end = /<\/li\s*>|<li\b[^>]*>/iu.exec(text.slice(from, from + longestEntry));
      if (end === null) {
        text = text.slice(start.index);
        if (text.length <= longestEntry) break;
        yield undefined;
        text = text.slice(longestEntry);
        continue;
      }
      yield text.slice(from, from + end.index);
      text = text.slice(from + end.index);
    }
  }
  const rest = /<li\b[^>]*>([\s\S]*)$/iu.exec(text)?.[1];
  if (rest !== undefined) yield rest;
}

/** Pure: one list entry as an Item. What happened, where and when stands before the first line break, the words behind it. */
export function normalizePageEntry(entry: string, ids: ContentIds): Item | undefined {
  const parts = /^([\s\S]*?)<br\s*\/?>([\s\S]*)$/iu.exec(entry);
  const [, head = '', body = ''] = parts ?? [];
  const publishedAt = instantOfCell(dateForm.exec(plainText(head))?.[0]);
  if (parts === null || publishedAt === undefined) return undefined;
  const addresses = [...head.matchAll(/href="([^"]*)"/giu)].map(([, href = '']) => decodeHTML(href));
  const query = (name: string): string | undefined =>
    addresses.flatMap((url) => (URL.canParse(url) ? (new URL(url).searchParams.get(name) ?? []) : []))[0];
  const [video, comment] = [query('v'), query('lc')];
  const text = plainText(body).trim();
  const nativeId = comment ?? ids.next(JSON.stringify([publishedAt, video ?? null, text]));
  const parent = comment?.includes('.') === true ? comment.split('.')[0] : undefined;
  const about = video === undefined ? undefined : `https://www.youtube.com/watch?v=${encodeURIComponent(video)}`;
  return {
    id: `youtube:${nativeId}`,
    source: { kind: 'google-takeout', id: 'youtube', title: 'YouTube' },
    nativeId,
    kind: comment === undefined ? 'message' : 'comment',
    ...(about === undefined
      ? {}
      : { url: comment === undefined ? about : `${about}&lc=${encodeURIComponent(comment)}` }),
    publishedAt,
    text,
    ...(video === undefined ? {} : { thread: video }),
    ...(parent === undefined ? {} : { replyTo: parent }),
  };
}

/** Breaks become line ends, tags go, references are decoded once. */
function plainText(html: string): string {
  return decodeHTML(
    html
      .replace(/\r?\n/gu, ' ')
      .replace(/<br\s*\/?>/giu, '\n')
      .replace(/<[^>]*>/gu, ''),
  );
}
