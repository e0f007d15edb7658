import { createHash } from 'node:crypto';
import type { Item } from '@vedette/contract';
import type { Batch, SourceContext } from '../definition.js';
import { SourceError } from '../errors.js';
import { decodeText } from '../html/charset.js';
import { polling } from '../polling.js';
import { readChannelPage, type ChannelPage } from './normalize.js';
import type { TelegramWebConfig, TelegramWebCursor } from './schema.js';

/** Messages whose last state is remembered, so that edits and deletions are seen: what the newest pages show. */
const mostSeen = 120;

/**
 * Watches a channel by its public page. Every pull asks for one page: the newest, then back through older ones until
 * what was given before, or at first `pages` of them. The cursor keeps what is still to be asked for.
 */
export function watchChannel(
  config: TelegramWebConfig,
  start: TelegramWebCursor | undefined,
  context: SourceContext,
): AsyncIterable<Batch<TelegramWebCursor>> {
  return polling(start, context, async (cursor) => {
    const before = cursor?.gap?.before;
    const page = await ask(config, before, context);
    return cursor?.gap === undefined
      ? newestPage(config, cursor, page, context.now())
      : olderPage(config, { ...cursor, gap: cursor.gap }, page, context.now());
  });
}

function newestPage(
  config: TelegramWebConfig,
  cursor: TelegramWebCursor | undefined,
  page: ChannelPage,
  now: number,
): Batch<TelegramWebCursor> {
  const { items, seen } = compare(cursor, page, now);
  const numbers = page.messages.map((message) => message.number);
  const known = cursor?.newest ?? 0;
  const lowest = Math.min(...numbers);
  const pages = cursor === undefined ? config.pages - 1 : config.pages;
  const older = numbers.length > 0 && page.before !== undefined && lowest > known + 1 && pages > 0;
  return {
    items,
    rejected: [],
    cursor: {
      version: 1,
      newest: Math.max(known, ...numbers),
      ...(older ? { gap: { before: Math.min(lowest, page.before ?? lowest), after: known, pages } } : {}),
      seen,
    },
    nextAt: older ? now : now + config.minutes * 60_000,
  };
}

function olderPage(
  config: TelegramWebConfig,
  cursor: TelegramWebCursor & { readonly gap: NonNullable<TelegramWebCursor['gap']> },
  page: ChannelPage,
  now: number,
): Batch<TelegramWebCursor> {
  const { gap, ...rest } = cursor;
  const fresh = page.messages.filter(({ number }) => number < gap.before && number > gap.after);
  const lowest = Math.min(gap.before, ...fresh.map((message) => message.number));
  const before = Math.min(lowest, page.before ?? lowest);
  const pages = gap.pages - 1;
  const more = fresh.length > 0 && page.before !== undefined && before > gap.after + 1 && before < gap.before;
  const rejected =
    more && pages === 0 && gap.after > 0
      ? [{ where: config.url, reason: `more than ${String(config.pages)} pages were missed: there is a gap between messages ${String(gap.after)} and ${String(before)}`, sample: '' }] // prettier-ignore
      : [];
  const older = more && pages > 0;
  return {
    items: fresh.map((message) => message.item),
    rejected,
    cursor: { ...rest, ...(older ? { gap: { before, after: gap.after, pages } } : {}) },
    nextAt: older ? now : now + config.minutes * 60_000,
  };
}

/** What is new, changed or gone on the newest page. */
function compare(
  cursor: TelegramWebCursor | undefined,
  page: ChannelPage,
  now: number,
): { readonly items: readonly Item[]; readonly seen: TelegramWebCursor['seen'] } {
  const seen = new Map(cursor?.seen);
  const seenAt = new Date(now).toISOString();
  const numbers = page.messages.map((message) => message.number);
  const shown = new Set(numbers);
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  const items: Item[] = [];
  for (const number of seen.keys()) {
    // only between two messages that are shown is what is missing known to be gone
    if (shown.has(number) || number < lowest || number > highest || page.channel === undefined) continue;
    seen.delete(number);
    items.push(deletedMessage(page, number, seenAt));
  }
  for (const { number, item } of page.messages) {
    const state = hashOf(item);
    const before = seen.get(number);
    seen.delete(number);
    seen.set(number, state);
    if (before === undefined ? number > (cursor?.newest ?? -1) : before !== state)
      items.push(before === undefined ? item : { ...item, editedAt: seenAt });
  }
  return { items, seen: [...seen].slice(-mostSeen) };
}

function deletedMessage(page: ChannelPage, number: number, at: string): Item {
  const channel = page.channel ?? '';
  const nativeId = `${channel}/${String(number)}`;
  const [first] = page.messages;
  return {
    id: `telegram-web:${channel.toLowerCase()}:${String(number)}`,
    source: first?.item.source ?? { kind: 'telegram-web', id: channel },
    nativeId,
    kind: 'post',
    url: `https://t.me/${nativeId}`,
    deletedAt: at,
    text: '',
  };
}

/** Addresses of pictures carry tokens that change from answer to answer, and are no edit. */
function hashOf(item: Item): string {
  const { title, text, links, media } = item;
  const state = JSON.stringify([title, text, links, media?.map((one) => [one.type, one.alt])]);
  return createHash('sha256').update(state).digest('hex').slice(0, 16);
}

async function ask(
  config: TelegramWebConfig,
  before: number | undefined,
  context: SourceContext,
): Promise<ChannelPage> {
  const url = new URL(config.url);
  if (before !== undefined) url.searchParams.set('before', String(before));
  const response = await context.http.get(
    { url: url.href, headers: { accept: 'text/html', 'accept-language': 'en' }, maxBytes: 16 * 2 ** 20 },
    context.signal,
  );
  const { text } = decodeText(response.body, { contentType: response.headers['content-type'], format: 'html' });
  const page = readChannelPage(text);
  // without a preview the page of the channel itself comes, which has no messages
  if (!page.isPreview || !/\/s\//u.test(new URL(response.url).pathname)) {
    const words = `${config.url}: the channel has no public preview, or there is none of this name; ask its owner for an export, or read one with telegram-export`;
    throw new SourceError('incompatible', words);
  }
  return page;
}
