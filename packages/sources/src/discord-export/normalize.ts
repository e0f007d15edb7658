import type { Author, Item, Media } from '@vedette/contract';
import { extensionOf } from '../input/content-kind.js';
import { linksIn } from '../input/links.js';
import type { Attachment, DiscordChannel, ExporterMessage, PackageMessage, Sticker } from './schema.js';

/** What people write; every other type (joins, pins, calls, boosts) is a line of Discord's. */
const written = new Set(['Default', 'Reply', 'ChatInputCommand', 'ContextMenuCommand', '0', '19', '20', '23']);

/** One message of DiscordChatExporter as an Item; mentions and emoji stand in the text as the export has them. */
export function normalizeExported(message: ExporterMessage, channel: DiscordChannel): Item {
  const { id: nativeId, forwardedMessage: forwarded, reference } = message;
  const service = !written.has(message.type);
  const text = message.content === '' && forwarded !== undefined ? forwarded.content : message.content;
  const reply = message.type === 'Reply' || message.type === '19' ? reference?.messageId : undefined;
  const published = instantOf(message.timestamp);
  const edited = instantOf(message.timestampEdited);
  const author = authorOf(message);
  const media = [...mediaOf(message), ...(forwarded === undefined ? [] : mediaOf(forwarded))];
  const links = [...new Set([...linksIn(text), ...message.embeds.flatMap(({ url }) => linksIn(url ?? ''))])];
  const title = text === '' ? message.embeds.find((embed) => embed.title !== undefined)?.title : undefined;
  return {
    id: `discord:${channel.id}:${nativeId}`,
    source: sourceOf(channel),
    nativeId,
    kind: service ? 'service' : 'message',
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(edited === undefined ? {} : { editedAt: edited }),
    ...(title === undefined ? {} : { title }),
    text,
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(channel.isThread ? { thread: channel.id } : {}),
    ...(reply === undefined ? {} : { replyTo: reply }),
    ...(forwarded === undefined ? {} : { forwardedFrom: reference?.channelId ?? 'unknown' }),
  };
}

/** One message of a data package: its times are UTC, and everything in it was written by the account's owner. */
export function normalizeOwn(message: PackageMessage, channel: DiscordChannel, author: Author | undefined): Item {
  const published = instantOf(message.Timestamp);
  const media = message.Attachments.split(/\s+/u)
    .filter((url) => url !== '')
    .map((url) => attachment({ url, fileName: undefined }));
  const links = linksIn(message.Contents);
  return {
    id: `discord:${channel.id}:${message.ID}`,
    source: sourceOf(channel),
    nativeId: message.ID,
    kind: 'message',
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { publishedAt: published }),
    text: message.Contents,
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
  };
}

export function sourceOf(channel: DiscordChannel): Item['source'] {
  return {
    kind: 'discord-export',
    id: channel.id,
    ...(channel.title === undefined ? {} : { title: channel.title }),
  };
}

/** ISO with or without a zone; without one it is UTC. */
export function instantOf(written: string | undefined): string | undefined {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*\s*(Z|[+-]\d\d:?\d\d)?/u.exec(written ?? '');
  if (found === null) return undefined;
  const [, date = '', time = '', zone = 'Z'] = found;
  const at = Date.parse(`${date}T${time}${zone}`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().replace('.000Z', 'Z');
}

function authorOf({ author }: ExporterMessage): Author | undefined {
  if (author === undefined) return undefined;
  const name = author.nickname ?? author.name;
  return {
    ...(author.id === undefined ? {} : { id: author.id }),
    ...(author.name === undefined ? {} : { handle: author.name }),
    ...(name === undefined ? {} : { name }),
  };
}

function mediaOf(message: {
  readonly attachments: readonly Attachment[];
  readonly stickers: readonly Sticker[];
}): Media[] {
  return [
    ...message.attachments.map(attachment),
    ...message.stickers.map(({ name, sourceUrl }) => ({
      type: 'sticker',
      ...placeOf(sourceUrl),
      ...(name === undefined ? {} : { alt: name }),
    })),
  ];
}

/** An attachment that the exporter saved has the path of its file where others have an address. */
export function attachment({ url, fileName }: Attachment): Media {
  const place = placeOf(url);
  const name = fileName ?? /\/([^/?#]+)(?:[?#].*)?$/u.exec(url ?? '')?.[1];
  return { type: typeOf(name ?? ''), ...(name === undefined ? {} : { file: name }), ...place };
}

function placeOf(url: string | undefined): { readonly url?: string; readonly file?: string } {
  if (url === undefined || url === '') return {};
  if (/^https?:\/\//iu.test(url)) return { url };
  try {
    return { file: decodeURIComponent(url).replaceAll('\\', '/') };
  } catch {
    return { file: url }; // a percent sign that is part of the name
  }
}

const extensions: Readonly<Record<string, string>> = {
  image: 'jpg jpeg png gif webp heic bmp svg avif',
  video: 'mp4 mov webm mkv avi m4v',
  audio: 'mp3 ogg oga opus wav m4a flac aac',
};

function typeOf(name: string): string {
  const extension = extensionOf(name);
  return Object.entries(extensions).find(([, list]) => list.split(' ').includes(extension))?.[0] ?? 'document';
}
