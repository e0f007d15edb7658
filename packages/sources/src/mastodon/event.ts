import type { Item } from '@vedette/contract';
import { isJsonObject } from '../input/json-object.js';
import { deletedStatus, normalizeStatus } from './normalize.js';
import { statusSchema } from './schema.js';

/** One event of a stream, whichever way it came. `payload` is JSON in a string, or the bare id of a deletion. */
export interface MastodonEvent {
  readonly event: string;
  readonly payload: string;
}

/** What an event gives: an Item, a reason why it cannot be read, or nothing where it is about something else. */
export type EventReading =
  { readonly item: Item; readonly id: string; readonly added: boolean } | { readonly reason: string } | undefined;

/** Reads `{stream, event, payload}` of a WebSocket; undefined where it is none. */
export function socketEvent(value: unknown): MastodonEvent | undefined {
  if (!isJsonObject(value) || typeof value['event'] !== 'string') return undefined;
  const { event, payload } = value;
  // old servers sent the id of a deletion as a number, some relays the payload as an object
  if (typeof payload === 'string') return { event, payload };
  return { event, payload: payload === undefined ? '' : JSON.stringify(payload) };
}

/**
 * @param host of the server
 * @param seenAt when a deletion was heard of; undefined where nothing says so
 */
export function readEvent({ event, payload }: MastodonEvent, host: string, seenAt: string | undefined): EventReading {
  if (event === 'delete') {
    const id = /^"?([^"\s]+)"?$/u.exec(payload.trim())?.[1];
    if (id === undefined) return { reason: 'a deletion names no post' };
    if (seenAt === undefined) return { reason: `nothing says when post ${id.slice(0, 50)} was deleted` };
    return { item: deletedStatus(id, host, seenAt), id, added: false };
  }
  if (event !== 'update' && event !== 'status.update') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return { reason: 'a post is not JSON: the message was cut off or damaged' };
  }
  const parsed = statusSchema.safeParse(value);
  if (!parsed.success) return { reason: 'a post has no id' };
  const item = normalizeStatus(parsed.data, host);
  if (item === undefined) return undefined;
  const editedAt = event === 'update' ? item.editedAt : (item.editedAt ?? seenAt);
  return { item: editedAt === undefined ? item : { ...item, editedAt }, id: parsed.data.id, added: event === 'update' };
}
