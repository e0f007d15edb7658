import { isJsonObject, type JsonObject } from '../input/json-object.js';

/** One change of a record, whichever version of the wire it came by. */
export interface CommitEvent {
  readonly type: 'commit';
  readonly did: string;
  /** microseconds since 1970 */
  readonly timeUs: number;
  /** the place in the stream: a sequence number, or the time where the server gives none */
  readonly place: number;
  readonly rev: string;
  readonly operation: string;
  readonly collection: string;
  readonly rkey: string;
  readonly record: JsonObject | undefined;
}

/** What one message of a Jetstream says. `other` moves the place only. */
export type JetstreamEvent =
  | CommitEvent
  | { readonly type: 'other'; readonly place: number; readonly timeUs: number }
  | { readonly type: 'info'; readonly name: string; readonly message: string }
  | { readonly type: 'error'; readonly name: string; readonly message: string };

const v2Message = 'network.bsky.jetstream.subscribeEvents#';

/** Reads one parsed message of Jetstream v1 or v2; undefined where it is neither. */
export function readEvent(value: unknown): JetstreamEvent | undefined {
  if (!isJsonObject(value)) return undefined;
  const type = value['$type'];
  if (type === 'message') return isJsonObject(value['payload']) ? v2Event(value['payload']) : undefined;
  if (type === 'error') {
    const name = value['error'];
    return typeof name === 'string' ? { type: 'error', name, message: textOf(value['message']) } : undefined;
  }
  return v1Event(value);
}

/** Whether a parsed message looks like one of Jetstream's, for recognising files. */
export function isJetstreamEvent(value: unknown): boolean {
  return readEvent(value) !== undefined;
}

function v1Event(value: JsonObject): JetstreamEvent | undefined {
  const { did, time_us: timeUs, kind, cursor, commit } = value;
  if (typeof did !== 'string' || !isPlace(timeUs) || typeof kind !== 'string') return undefined;
  const place = isPlace(cursor) ? cursor : timeUs;
  if (kind !== 'commit') return { type: 'other', place, timeUs };
  return isJsonObject(commit) ? commitOf(commit, did, timeUs, place) : undefined;
}

function v2Event(payload: JsonObject): JetstreamEvent | undefined {
  const { $type: type, seq, did, time, name } = payload;
  if (typeof type !== 'string' || !type.startsWith(v2Message)) return undefined;
  const kind = type.slice(v2Message.length);
  if (kind === 'info')
    return typeof name === 'string' ? { type: 'info', name, message: textOf(payload['message']) } : undefined;
  const timeUs = microseconds(time);
  if (!isPlace(seq) || timeUs === undefined) return undefined;
  if (kind !== 'commit') return { type: 'other', place: seq, timeUs };
  return typeof did === 'string' ? commitOf(payload, did, timeUs, seq) : undefined;
}

function commitOf(commit: JsonObject, did: string, timeUs: number, place: number): CommitEvent | undefined {
  const { rev, operation, collection, rkey, record } = commit;
  if (typeof operation !== 'string' || typeof collection !== 'string' || typeof rkey !== 'string') return undefined;
  return {
    type: 'commit',
    did,
    timeUs,
    place,
    rev: textOf(rev),
    operation,
    collection,
    rkey,
    record: isJsonObject(record) ? record : undefined,
  };
}

/** RFC 3339 with six digits behind the second, as microseconds. */
function microseconds(time: unknown): number | undefined {
  if (typeof time !== 'string') return undefined;
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) return undefined;
  const beyond = /\.\d{3}(\d{1,3})/u.exec(time)?.[1] ?? '';
  return milliseconds * 1000 + Number(beyond.padEnd(3, '0'));
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
