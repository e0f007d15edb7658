import type { Author, Item, Media } from '@vedette/contract';
import { instantOfLocalTime } from '../input/local-time.js';
import type { TelegramChat, TelegramEntity, TelegramMessage } from './schema.js';

/** What a message is read with besides itself. */
export interface MessageContext {
  readonly chat: TelegramChat;
  /** zone of local times without one */
  readonly zone: string;
  /** the forum topic that a message of this id belongs to; a forum's topics are found as they come */
  readonly topics: Map<string, string>;
}

/** One message as an Item. The text is exactly what was published: entities joined as they stand. */
export function normalizeMessage(message: TelegramMessage, context: MessageContext): Item {
  const { chat } = context;
  const nativeId = String(message.id);
  const service = message.type === 'service';
  const published = instantOf(message.date_unixtime, message.date, context.zone);
  const edited = instantOf(message.edited_unixtime, message.edited, context.zone);
  const author = authorOf(message);
  const title = service ? message.title : pollQuestion(message);
  const media = mediaOf(message);
  const links = linksOf(message);
  const thread = topicOf(message, nativeId, context.topics);
  const forwardedFrom = message.forwarded_from ?? message.forwarded_from_id;
  return {
    id: `telegram:${chat.id}:${nativeId}`,
    source: {
      kind: 'telegram-export',
      id: chat.id,
      ...(chat.name === undefined ? {} : { title: chat.name }),
    },
    nativeId,
    kind: service ? 'service' : 'message',
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { publishedAt: published.instant }),
    ...(published?.assumed === true ? { publishedAtAssumedZone: context.zone } : {}),
    ...(edited === undefined ? {} : { editedAt: edited.instant }),
    ...(title === undefined ? {} : { title }),
    text: textOf(message.text ?? message.text_entities ?? ''),
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(thread === undefined ? {} : { thread }),
    ...(message.reply_to_message_id === undefined ? {} : { replyTo: message.reply_to_message_id }),
    ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
  };
}

function textOf(text: string | readonly TelegramEntity[]): string {
  if (typeof text === 'string') return text;
  return text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

function instantOf(
  unix: string | undefined,
  local: string | undefined,
  zone: string,
): { readonly instant: string; readonly assumed: boolean } | undefined {
  if (unix !== undefined && /^\d{1,11}$/u.test(unix)) {
    // old exports write 0 for "never edited"
    return unix === '0' ? undefined : { instant: isoOf(Number(unix) * 1000), assumed: false };
  }
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/u.exec(local ?? '');
  if (parts === null || parts[1] === '1970') return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const instant = instantOfLocalTime({ year, month, day, hour, minute, second }, zone);
  return instant === undefined ? undefined : { instant: isoOf(instant), assumed: true };
}

function isoOf(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** A deleted account has an id and no name; a service message has an actor. */
function authorOf(message: TelegramMessage): Author | undefined {
  const id = message.from_id ?? message.actor_id;
  const name = message.from ?? message.actor;
  if (id === undefined && name === undefined) return undefined;
  return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
}

function pollQuestion(message: TelegramMessage): string | undefined {
  const question = message.poll?.question;
  return typeof question === 'object' ? textOf(question.text) : question;
}

function mediaOf(message: TelegramMessage): Media[] {
  const media: Media[] = [];
  if (message.photo !== undefined) media.push({ type: 'image', ...fileOf(message.photo) });
  if (message.file !== undefined) {
    media.push({
      type: mediaType(message),
      ...fileOf(message.file),
      ...(message.sticker_emoji === undefined ? {} : { alt: message.sticker_emoji }),
    });
  } else if (message.media_type !== undefined && message.photo === undefined) {
    media.push({ type: mediaType(message) });
  }
  return media;
}

/** An attachment that the export left out says so in brackets: "(File not included. Change data exporting settings …)". */
function fileOf(file: string): { readonly file?: string } {
  return file === '' || file.startsWith('(') ? {} : { file };
}

const mediaTypes: Readonly<Record<string, string>> = {
  sticker: 'sticker',
  animation: 'video',
  video_file: 'video',
  video_message: 'video',
  audio_file: 'audio',
  voice_message: 'audio',
};

function mediaType(message: TelegramMessage): string {
  const named = mediaTypes[message.media_type ?? ''];
  return named ?? /^(image|video|audio)\//u.exec(message.mime_type ?? '')?.[1] ?? 'document';
}

function linksOf(message: TelegramMessage): string[] {
  const links = new Set<string>();
  const parts = [...(message.text_entities ?? []), ...(Array.isArray(message.text) ? message.text : [])];
  for (const part of parts) {
    if (typeof part === 'string') continue;
    const written = part.type === 'text_link' ? part.href : part.type === 'link' ? part.text : undefined;
    const link = written === undefined ? undefined : absoluteLink(written);
    if (link !== undefined) links.add(link);
  }
  return [...links];
}

/** Telegram marks bare hosts (`example.org/page`) as links too. */
function absoluteLink(written: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/iu.test(written) && !/^[^/]+:\d/u.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return undefined;
  return /^(?:https?|tg|ftp):/iu.test(address) ? address : undefined;
}

/** A topic of a forum begins with a service message; what replies to it, directly or through others, is inside. */
function topicOf(message: TelegramMessage, nativeId: string, topics: Map<string, string>): string | undefined {
  if (message.action === 'topic_created') {
    topics.set(nativeId, nativeId);
    return nativeId;
  }
  const topic = message.reply_to_message_id === undefined ? undefined : topics.get(message.reply_to_message_id);
  if (topic !== undefined) topics.set(nativeId, topic);
  return topic;
}
