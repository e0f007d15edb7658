import { createHash } from 'node:crypto';
import type { Batch, SourceContext } from '../definition.js';
import { SourceError } from '../errors.js';
import { decodeText } from '../html/charset.js';
import { baseOfResponse } from '../http/index.js';
import { polling } from '../polling.js';
import { readPage } from './normalize.js';
import type { WebPageConfig, WebPageCursor } from './schema.js';

/** Watches one page: every pull asks once and gives the article where it is new or its words changed. */
export function watchPage(
  config: WebPageConfig,
  start: WebPageCursor | undefined,
  context: SourceContext,
): AsyncIterable<Batch<WebPageCursor>> {
  return polling(start, context, async (cursor) => pollOnce(config, cursor, context));
}

async function pollOnce(
  config: WebPageConfig,
  cursor: WebPageCursor | undefined,
  context: SourceContext,
): Promise<Batch<WebPageCursor>> {
  const response = await context.http.get(
    {
      url: config.url,
      headers: {
        accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
        ...(cursor?.etag === undefined ? {} : { 'if-none-match': cursor.etag }),
        ...(cursor?.lastModified === undefined ? {} : { 'if-modified-since': cursor.lastModified }),
      },
      maxBytes: 16 * 1024 * 1024,
    },
    context.signal,
  );
  const now = context.now();
  const nextAt = now + config.minutes * 60_000;
  if (response.status === 304 && cursor !== undefined) return { items: [], rejected: [], cursor, nextAt };
  const { text } = decodeText(response.body, { contentType: response.headers['content-type'], format: 'html' });
  const item = readPage(text, { address: baseOfResponse(response) });
  if (item === undefined)
    throw new SourceError('incompatible', `${response.url} holds no article: no title and no text was found`);
  const revision = createHash('sha256')
    .update(JSON.stringify([item.title, item.text]))
    .digest('hex')
    .slice(0, 32);
  const { etag, 'last-modified': lastModified } = response.headers;
  const next: WebPageCursor = {
    version: 1,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    revision,
  };
  if (revision === cursor?.revision) return { items: [], rejected: [], cursor: next, nextAt };
  const edited =
    cursor?.revision === undefined ? item : { ...item, editedAt: item.editedAt ?? new Date(now).toISOString() };
  return { items: [edited], rejected: [], cursor: next, nextAt };
}
