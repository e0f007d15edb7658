import type { Item } from '@vedette/contract';
import type { Batch, Rejected, SourceContext } from '../definition.js';
import { SourceError } from '../errors.js';
import { serverSentEvents } from '../http/server-sent-events.js';
import { isJsonObject } from '../input/json-object.js';
import { polling } from '../polling.js';
import { lookupAddress, streamingAddress, timelineAddress } from './address.js';
import { readEvent, socketEvent, type MastodonEvent } from './event.js';
import { normalizeStatus } from './normalize.js';
import { statusSchema, type MastodonConfig, type MastodonCursor } from './schema.js';

/** Servers send a heartbeat every 15 s. */
const idleMs = 60_000;
/** Pages of 40 posts asked for after a gap before the rest of it is told as lost. */
const mostPages = 200;

/**
 * Follows a timeline. The stream is opened first; what was missed since the cursor is then asked for page by page, and
 * what the stream brought meanwhile comes behind it. An account cannot be streamed and is asked again and again.
 */
export function watchMastodon(
  config: MastodonConfig,
  start: MastodonCursor | undefined,
  context: SourceContext,
): AsyncIterable<Batch<MastodonCursor>> {
  return config.timeline === 'account' ? watchAccount(config, start, context) : watchStream(config, start, context);
}

async function* watchStream(
  config: MastodonConfig,
  start: MastodonCursor | undefined,
  context: SourceContext,
): AsyncGenerator<Batch<MastodonCursor>> {
  if (context.signal.aborted) return;
  const events = config.transport === 'sse' ? await sseEvents(config, context) : await socketEvents(config, context);
  let cursor = start;
  if (cursor?.newest !== undefined) {
    for await (const batch of missed(config, cursor, undefined, context)) {
      ({ cursor } = batch);
      yield batch;
    }
  }
  const { host } = new URL(config.url);
  for await (const group of events) {
    const items: Item[] = [];
    const rejected: Rejected[] = [];
    let newest = cursor?.newest;
    for (const event of group) {
      const reading = readEvent(event, host, new Date(context.now()).toISOString());
      if (reading === undefined) continue;
      if ('reason' in reading)
        rejected.push({ where: config.url, reason: reading.reason, sample: event.payload.slice(0, 500) }); // prettier-ignore
      else {
        items.push(reading.item);
        if (reading.added) newest = later(newest, reading.id);
      }
    }
    if (items.length === 0 && rejected.length === 0) continue;
    cursor = cursorAt(newest);
    yield { items, rejected, cursor };
  }
}

function cursorAt(newest: string | undefined): MastodonCursor {
  return newest === undefined ? { version: 1 } : { version: 1, newest };
}

async function sseEvents(
  config: MastodonConfig,
  context: SourceContext,
): Promise<AsyncIterable<readonly MastodonEvent[]>> {
  const url = streamingAddress(config);
  const { chunks } = await context.http.stream(
    { url, headers: { accept: 'text/event-stream', ...authorization(context) }, idleMs },
    context.signal,
  );
  async function* events(): AsyncGenerator<readonly MastodonEvent[]> {
    for await (const { event, data } of serverSentEvents(chunks)) yield [{ event, payload: data }];
  }
  return events();
}

async function socketEvents(
  config: MastodonConfig,
  context: SourceContext,
): Promise<AsyncIterable<readonly MastodonEvent[]>> {
  const url = streamingAddress(config);
  const socket = await context.http.socket({ url, headers: authorization(context), idleMs }, context.signal);
  async function* events(): AsyncGenerator<readonly MastodonEvent[]> {
    for await (const messages of socket.messages) {
      yield messages.map((message) => {
        const text = typeof message === 'string' ? message : Buffer.from(message).toString('utf8');
        return eventIn(text);
      });
    }
  }
  return events();
}

function eventIn(text: string): MastodonEvent {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { event: 'update', payload: text }; // rejected as a post that cannot be read, with what came
  }
  if (isJsonObject(value) && typeof value['error'] === 'string')
    throw new SourceError('unauthorised', `the server refuses the stream: ${value['error'].slice(0, 200)}`);
  return socketEvent(value) ?? { event: '', payload: '' };
}

/** What is newer than the cursor, oldest first, a batch a page. */
async function* missed(
  config: MastodonConfig,
  start: MastodonCursor,
  account: string | undefined,
  context: SourceContext,
): AsyncGenerator<Batch<MastodonCursor>> {
  let cursor = start;
  for (let page = 0; page < mostPages; page += 1) {
    const batch = await askPage(config, cursor, account, context);
    if (batch.cursor.newest === cursor.newest) return;
    ({ cursor } = batch);
    yield batch;
  }
  const reason = `more than ${String(mostPages * 40)} posts were missed; those after ${cursor.newest ?? ''} are left out`;
  yield { items: [], rejected: [{ where: config.url, reason, sample: '' }], cursor };
}

async function askPage(
  config: MastodonConfig,
  cursor: MastodonCursor | undefined,
  account: string | undefined,
  context: SourceContext,
): Promise<Batch<MastodonCursor>> {
  const url = timelineAddress(config, cursor?.newest, account);
  const listed = await askJson(url, context);
  if (!Array.isArray(listed)) throw new SourceError('incompatible', `${url} gives no list of posts`);
  const { host } = new URL(config.url);
  const items: Item[] = [];
  const rejected: Rejected[] = [];
  let newest = cursor?.newest;
  for (const value of listed) {
    const parsed = statusSchema.safeParse(value);
    if (!parsed.success) {
      rejected.push({ where: url, reason: 'a post has no id', sample: (JSON.stringify(value) ?? '').slice(0, 500) });
      continue;
    }
    newest = later(newest, parsed.data.id);
    const item = normalizeStatus(parsed.data, host);
    if (item !== undefined) items.unshift(item); // pages come newest first
  }
  return { items, rejected, cursor: cursorAt(newest) };
}

async function* watchAccount(
  config: MastodonConfig,
  start: MastodonCursor | undefined,
  context: SourceContext,
): AsyncGenerator<Batch<MastodonCursor>> {
  let account: string | undefined;
  yield* polling<MastodonCursor>(start, context, async (cursor) => {
    account ??= await accountOf(config, context);
    const batch = await askPage(config, cursor, account, context);
    const more = cursor !== undefined && batch.cursor.newest !== cursor.newest;
    return { ...batch, nextAt: more ? context.now() : context.now() + config.minutes * 60_000 };
  });
}

async function accountOf(config: MastodonConfig, context: SourceContext): Promise<string> {
  const url = lookupAddress(config);
  const value = await askJson(url, context);
  if (isJsonObject(value) && typeof value['id'] === 'string') return value['id'];
  throw new SourceError('incompatible', `${url} names no account ${config.name ?? ''}`);
}

async function askJson(url: string, context: SourceContext): Promise<unknown> {
  const response = await context.http.get(
    { url, headers: { accept: 'application/json', ...authorization(context) }, maxBytes: 16 * 2 ** 20 },
    context.signal,
  );
  try {
    return JSON.parse(Buffer.from(response.body).toString('utf8'));
  } catch (cause) {
    throw new SourceError('incompatible', `${response.url} does not answer with JSON`, { cause });
  }
}

function authorization(context: SourceContext): Readonly<Record<string, string>> {
  const token = context.secret('mastodon_token');
  return token === undefined || token === '' ? {} : { authorization: `Bearer ${token}` };
}

/** Ids are numbers in strings, too large for a number. */
function later(one: string | undefined, other: string): string {
  if (one === undefined) return other;
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return one > other ? one : other;
}
