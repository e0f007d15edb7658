import type { Detection, FileInput, ReadOptions, ReadResult } from '../definition.js';
import { serverSentEvents } from '../http/server-sent-events.js';
import { rejection } from '../input/input-entry.js';
import { isJsonObject } from '../input/json-object.js';
import { jsonValues } from '../input/json-values.js';
import { headText } from '../input/text-chunks.js';
import { readEvent, socketEvent, type MastodonEvent } from './event.js';
import { parseJson } from '../input/parse-json.js';

const sseHead = /^(?::.*\r?\n|\r?\n)*event: ?(?:update|status\.update|delete|notification|filters_changed)\r?\n/u;
const statusFields = ['account', 'content', 'created_at', 'uri', 'spoiler_text', 'visibility'];

/** Recorded streams: server-sent events, messages of a WebSocket one a line; and answers of a timeline. */
export function detectMastodon(file: FileInput): Detection {
  const head = headText(file.head);
  if (sseHead.test(head)) return 0.95;
  if (/^\s*[[{]/u.test(head)) {
    if (/^\{[^\n]*"event":\s*"[\w.]+"[^\n]*"payload":/u.test(head) && head.includes('"stream"')) return 0.92;
    return statusFields.every((field) => head.includes(`"${field}"`)) ? 0.9 : 0;
  }
  return 0;
}

/** Reads what was recorded. Without the address of the server its host is taken from the first post that says one. */
export async function* readMastodonFile(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const head = headText(file.head);
  const place = { host: hostOf(options.baseUrl), seenAt: undefined as string | undefined };
  let number = 0;
  for await (const event of sseHead.test(head) ? serverSentEvents(file.open()) : lineEvents(file)) {
    number += 1;
    const where = `${file.name}: event ${String(number)}`;
    if ('reason' in event) {
      yield rejection(where, event.reason, event.sample);
      continue;
    }
    const payload = 'data' in event ? event.data : event.payload;
    place.host ??= hostIn(payload);
    const reading = readEvent({ event: event.event, payload }, place.host ?? 'unknown', place.seenAt);
    if (reading === undefined) continue;
    if ('reason' in reading) {
      yield rejection(where, reading.reason, payload);
      continue;
    }
    place.seenAt = latest(place.seenAt, reading.item.editedAt ?? reading.item.publishedAt);
    yield { item: options.raw === true ? { ...reading.item, raw: event } : reading.item };
  }
}

type LineEvent = MastodonEvent | { readonly reason: string; readonly sample: string };

/** A message of a WebSocket, a status, or a list of statuses as a timeline answers. */
async function* lineEvents(file: FileInput): AsyncGenerator<LineEvent> {
  for await (const one of jsonValues(file.open())) {
    if ('reason' in one) yield one;
    else yield* eventsIn(one.value);
  }
}

function* eventsIn(value: unknown): Generator<LineEvent> {
  if (Array.isArray(value)) for (const one of value) yield* eventsIn(one);
  else {
    const event = socketEvent(value);
    if (event !== undefined) yield event;
    else if (isJsonObject(value)) yield { event: 'update', payload: JSON.stringify(value) };
    else yield { reason: 'is no post', sample: (JSON.stringify(value) ?? '').slice(0, 500) };
  }
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}

/** A local account's page lies on the server itself. */
function hostIn(payload: string): string | undefined {
  const value = parseJson(payload);
  if (!isJsonObject(value) || !isJsonObject(value['account'])) return undefined;
  const { acct, url } = value['account'];
  return typeof acct === 'string' && !acct.includes('@') && typeof url === 'string' ? hostOf(url) : undefined;
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}
