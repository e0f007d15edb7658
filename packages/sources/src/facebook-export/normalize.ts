import type { Item, Media, SourceKind } from '@vedette/contract';
import type { ContentIds } from '../input/content-id.js';
import { instantOf, mediaOf, webLinks } from './media.js';
import type { MetaMessage } from './schema.js';

/** The chat that messages belong to. */
export interface MetaChat {
  readonly kind: Extract<SourceKind, 'facebook-export' | 'instagram-export'>;
  /** the last part of the thread's path: it stays when a chat is archived */
  readonly id: string;
  /** as the export writes it: `inbox/marsh_walkers_7` */
  readonly thread: string;
  readonly title: string | undefined;
}

const serviceTypes = /^(?:call|subscribe|unsubscribe|payment|plan|event|admin|poll|group_?name|log)/iu;

/** One message of a chat as an Item. Strings are repaired already. */
export function normalizeMessage(message: MetaMessage, chat: MetaChat, ids: ContentIds): Item {
  const time = message.timestamp_ms ?? message.timestamp;
  const name = message.sender_name ?? message.senderName;
  const { share } = message;
  const text = message.content ?? message.text ?? share?.share_text ?? '';
  const nativeId = ids.next(JSON.stringify([chat.id, time ?? null, name ?? null, text]));
  const publishedAt = instantOf(time);
  const media = attachments(message);
  const links = webLinks([share?.link]);
  const forwardedFrom = share?.original_content_owner;
  return {
    id: `${chat.kind === 'facebook-export' ? 'facebook' : 'instagram'}:${chat.id}:${nativeId}`,
    source: { kind: chat.kind, id: chat.id, ...(chat.title === undefined ? {} : { title: chat.title }) },
    nativeId,
    kind: isService(message) ? 'service' : 'message',
    ...(name === undefined || name === '' ? {} : { author: { name } }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    text,
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    thread: chat.thread,
    ...(forwardedFrom === undefined || forwardedFrom === '' ? {} : { forwardedFrom }),
  };
}

/** Calls, joins and departures. Newer exports give no type, only what belongs to one. */
function isService(message: MetaMessage): boolean {
  return (
    serviceTypes.test(message.type ?? '') || message.call_duration !== undefined || (message.users ?? []).length > 0
  );
}

function attachments(message: MetaMessage): Media[] {
  return [
    ...(message.photos ?? []).map((file) => mediaOf(file, 'image')),
    ...(message.videos ?? []).map((file) => mediaOf(file, 'video')),
    ...(message.gifs ?? []).map((file) => mediaOf(file, 'image')),
    ...(message.audio_files ?? []).map((file) => mediaOf(file, 'audio')),
    ...(message.files ?? []).map((file) => mediaOf(file, 'document')),
    ...(message.sticker === undefined ? [] : [mediaOf(message.sticker, 'sticker')]),
    ...(message.media ?? []).map((file) => mediaOf(file)),
  ];
}
