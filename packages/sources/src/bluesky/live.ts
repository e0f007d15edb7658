import type { Item } from '@vedette/contract';
import type { Batch, MessageSocket, Rejected, SocketMessage, SourceContext } from '../definition.js';
import { SourceError } from '../errors.js';
import { isJsonObject } from '../input/json-object.js';
import { dictionaryAddress, streamAddress, usualOverlapUs, wireOf } from './address.js';
import { frameReader, type FrameReader } from './dictionary.js';
import { readEvent } from './event.js';
import { normalizeCommit } from './normalize.js';
import { leastTimeCursor, type BlueskyConfig, type BlueskyCursor } from './schema.js';

/** Messages without a post move the cursor at most this seldom: each move is a transaction. */
const quietMessages = 2_000;
const quietMs = 5_000;

/**
 * Follows a Jetstream from the cursor on, until it ends or breaks. Both versions replay from the cursor, inclusive: an
 * Item may come again with the same id and state, and none is left out.
 */
export async function* watchJetstream(
  config: BlueskyConfig,
  start: BlueskyCursor | undefined,
  context: SourceContext,
): AsyncGenerator<Batch<BlueskyCursor>> {
  if (context.signal.aborted) return;
  const opened = await connect(config, start, context);
  const place = new Place(start);
  let rejected: Rejected[] = [...opened.gaps];
  let lastMoved = context.now();
  let quiet = 0;
  try {
    for await (const messages of opened.socket.messages) {
      const items: Item[] = [];
      let timeUs = 0;
      for (const message of messages) {
        const read = readMessage(message, opened.reader, config.url);
        if ('rejected' in read) rejected.push(read.rejected);
        else {
          place.move(read.place);
          timeUs = Math.max(timeUs, read.timeUs);
          if (read.item !== undefined) items.push(read.item);
        }
      }
      quiet += messages.length;
      const now = context.now();
      const { cursor } = place;
      if (cursor === undefined) continue;
      if (items.length === 0 && rejected.length === 0 && quiet < quietMessages && now - lastMoved < quietMs) continue;
      yield { items, rejected, cursor, ...(timeUs === 0 ? {} : { lagMs: Math.max(0, now - timeUs / 1000) }) };
      rejected = [];
      quiet = 0;
      lastMoved = now;
    }
  } catch (error) {
    const last = context.signal.aborted ? undefined : place.atEnd();
    if (last !== undefined) yield { items: [], rejected, cursor: last };
    throw error;
  }
  const last = place.atEnd();
  if (last !== undefined) yield { items: [], rejected, cursor: last };
}

const leastOverlapUs = 1_000;

/** How far the stream was read. */
class Place {
  private at: number | undefined;
  private moved = false;
  /** how far events came behind a later one, microseconds */
  private disorderUs = 0;

  constructor(private readonly start: BlueskyCursor | undefined) {
    this.at = start?.at;
  }

  move(place: number): void {
    if (this.at === undefined || place > this.at) {
      this.at = place;
      this.moved = true;
    } else if (place >= leastTimeCursor && this.moved) {
      this.disorderUs = Math.max(this.disorderUs, this.at - place);
    }
  }

  get cursor(): BlueskyCursor | undefined {
    const { at, start } = this;
    if (at === undefined) return undefined;
    if (at < leastTimeCursor) return { version: 1, at };
    if (!this.moved && start !== undefined) return start;
    const nearer = start?.overlapUs;
    // after connections that broke too soon the overlap grows back step by step
    if (nearer !== undefined && nearer < usualOverlapUs) {
      return { version: 1, at, overlapUs: Math.min(usualOverlapUs, Math.max(leastOverlapUs, 2 * nearer)) };
    }
    return { version: 1, at, overlapUs: Math.max(usualOverlapUs, 2 * this.disorderUs) };
  }

  /**
   * Where to go on when the connection has ended. One that broke before it came to anything new is followed by one that
   * begins nearer, so that a server that breaks soon is got past. Undefined where nothing changes.
   */
  atEnd(): BlueskyCursor | undefined {
    const { start } = this;
    const overlapUs = start?.overlapUs ?? usualOverlapUs;
    if (this.moved) return this.cursor;
    if (start === undefined || start.at < leastTimeCursor || overlapUs === 0) return undefined;
    return { ...start, overlapUs: Math.floor(overlapUs / 2) };
  }
}

interface Opened {
  readonly socket: MessageSocket;
  readonly reader: FrameReader | undefined;
  /** what the server does not keep any more */
  readonly gaps: readonly Rejected[];
}

async function connect(
  config: BlueskyConfig,
  cursor: BlueskyCursor | undefined,
  context: SourceContext,
): Promise<Opened> {
  const reader = await dictionaryOf(config, context);
  try {
    return { socket: await dial(config, cursor, reader, context), reader, gaps: [] };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.error === 'UnknownZstdDictionary') {
      context.log('info', 'the server changed its dictionary; going on without compression');
      return { socket: await dial(config, cursor, undefined, context), reader: undefined, gaps: [] };
    }
    if (refusal?.error !== 'CursorTooOld' || cursor === undefined) throw described(error, refusal);
    return afterGap(config, cursor.at, refusal.message, reader, context);
  }
}

/** The server keeps nothing as old as the cursor: it goes on where the server begins, and the gap is told. */
async function afterGap(
  config: BlueskyConfig,
  at: number,
  said: string,
  reader: FrameReader | undefined,
  context: SourceContext,
): Promise<Opened> {
  const floor = Math.max(...[...said.matchAll(/\d{1,15}/gu)].map(([digits]) => Number(digits)));
  const from = floor > at ? floor : undefined;
  const upTo = from === undefined ? 'now' : `event ${String(from)}`;
  const reason = `the server no longer keeps what came after event ${String(at)} (CursorTooOld): there is a gap up to ${upTo}`;
  context.log('warn', reason);
  const socket = await dial(config, from === undefined ? undefined : { at: from }, reader, context);
  return { socket, reader, gaps: [{ where: config.url, reason, sample: said.slice(0, 500) }] };
}

function dial(
  config: BlueskyConfig,
  cursor: Pick<BlueskyCursor, 'at' | 'overlapUs'> | undefined,
  reader: FrameReader | undefined,
  context: SourceContext,
): Promise<MessageSocket> {
  const url = streamAddress(config, cursor, reader?.id);
  const protocols = wireOf(new URL(config.url)) === 'v2' ? { protocols: ['xrpc.v1.json'] } : {};
  return context.http.socket({ url, ...protocols }, context.signal);
}

/** Compression saves traffic and nothing depends on it: where the dictionary cannot be had, frames come as they are. */
async function dictionaryOf(config: BlueskyConfig, context: SourceContext): Promise<FrameReader | undefined> {
  if (!config.compress || wireOf(new URL(config.url)) === 'v1') return undefined;
  try {
    const { body } = await context.http.get({ url: dictionaryAddress(config), maxBytes: 4 * 2 ** 20 }, context.signal);
    const reader = await frameReader(body);
    if (reader === undefined) context.log('warn', 'the server sends no dictionary; going on without compression');
    return reader;
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    context.log('warn', `the dictionary of the server cannot be had (${error.message}); going on without compression`);
    return undefined;
  }
}

type ReadMessage =
  | { readonly rejected: Rejected }
  | { readonly place: number; readonly timeUs: number; readonly item: Item | undefined };

/** @throws SourceError where the server ends the stream with an error of its own */
function readMessage(message: SocketMessage, reader: FrameReader | undefined, where: string): ReadMessage {
  let text = '';
  let value: unknown;
  try {
    text = typeof message === 'string' ? message : (reader?.read(message) ?? Buffer.from(message).toString('utf8'));
    value = JSON.parse(text);
  } catch (error) {
    const reason = `a message cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : 'damaged'}`;
    return { rejected: { where, reason, sample: text.slice(0, 500) } };
  }
  const event = readEvent(value);
  if (event === undefined) {
    return { rejected: { where, reason: 'a message is no event of a Jetstream', sample: text.slice(0, 500) } };
  }
  if (event.type === 'error') {
    throw new SourceError('temporary', `${where}: the server ends the stream: ${event.name.slice(0, 100)}`);
  }
  if (event.type === 'info') {
    return { rejected: { where, reason: `the server says ${event.name.slice(0, 100)}: ${event.message.slice(0, 300)}`, sample: '' } }; // prettier-ignore
  }
  const item = event.type === 'commit' ? normalizeCommit(event) : undefined;
  return { place: event.place, timeUs: event.timeUs, item };
}

interface Refusal {
  readonly error: string;
  readonly message: string;
}

/** The error that a server names before it opens a stream. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof SourceError) || error.answer === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(error.answer);
    if (!isJsonObject(value) || typeof value['error'] !== 'string') return undefined;
    return { error: value['error'], message: typeof value['message'] === 'string' ? value['message'] : '' };
  } catch {
    return undefined; // a page for people
  }
}

function described(error: unknown, refusal: Refusal | undefined): unknown {
  if (!(error instanceof SourceError) || refusal === undefined) return error;
  const words = `${error.message} (${refusal.error.slice(0, 100)}: ${refusal.message.slice(0, 300)})`;
  return new SourceError(error.code, words, {
    cause: error,
    ...(error.until === undefined ? {} : { until: error.until }),
  });
}
