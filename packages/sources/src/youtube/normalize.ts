import { decodeHTML } from 'entities';
import type { Item, Media } from '@vedette/contract';
import { resolveAddress } from '../html/address.js';
import { sanitizeHtml } from '../html/sanitize.js';
import { readHtml } from '../html/to-text.js';
import type { YoutubeComment, YoutubeResource } from './schema.js';

/**
 * Pure: a comment, or an answer to one. The text is what was typed; the form for display is HTML and is rendered where
 * the other is missing, and says where words of the text lead.
 * @param video of the thread, where the comment does not say it itself
 */
export function normalizeComment(comment: YoutubeComment, video?: string): Item {
  const { snippet, id } = comment;
  const shown = snippet.textDisplay === undefined ? undefined : readHtml(sanitizeHtml(snippet.textDisplay, undefined));
  const videoId = snippet.videoId ?? video;
  const name = snippet.authorDisplayName ?? '';
  const channel = snippet.authorChannelId?.value;
  const publishedAt = instant(snippet.publishedAt);
  const updatedAt = instant(snippet.updatedAt);
  const links = (shown?.links ?? []).filter((link) => /^https?:/iu.test(link));
  return {
    ...identityOf(id, 'comment'),
    ...(videoId === undefined ? {} : { url: `${watchPage(videoId)}&lc=${encodeURIComponent(id)}`, thread: videoId }),
    author: {
      ...(channel === undefined ? {} : { id: channel }),
      ...(name.startsWith('@') ? { handle: name } : {}),
      ...(name === '' ? {} : { name }),
    },
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined || updatedAt === publishedAt ? {} : { editedAt: updatedAt }),
    text: snippet.textOriginal ?? shown?.text ?? '',
    ...(links.length === 0 ? {} : { links: [...new Set(links)] }),
    ...(snippet.parentId === undefined ? {} : { replyTo: snippet.parentId }),
  };
}

const pages: Readonly<Record<string, (id: string) => string>> = {
  video: watchPage,
  channel: (id) => `https://www.youtube.com/channel/${encodeURIComponent(id)}`,
  playlist: (id) => `https://www.youtube.com/playlist?list=${encodeURIComponent(id)}`,
};

/** Pure: a video, channel or playlist; undefined for anything else. A search escapes its texts, which is undone. */
export function normalizeResource(resource: YoutubeResource): Item | undefined {
  const { snippet } = resource;
  const found = typeof resource.id !== 'string';
  const kind = (typeof resource.id === 'string' ? resource.kind : resource.id.kind).replace('youtube#', '');
  const id = typeof resource.id === 'string' ? resource.id : (resource.id.videoId ?? resource.id.channelId ?? resource.id.playlistId); // prettier-ignore
  const page = pages[kind];
  if (id === undefined || page === undefined) return undefined;
  const plain = (text: string): string => (found ? decodeHTML(text) : text);
  const publishedAt = instant(snippet.publishedAt);
  const lang = snippet.defaultAudioLanguage ?? snippet.defaultLanguage;
  const owner = kind === 'channel' ? id : snippet.channelId;
  const name = plain(snippet.channelTitle ?? (kind === 'channel' ? snippet.title : ''));
  const title = plain(snippet.title);
  const media = mediaOf(snippet.thumbnails, kind === 'video' ? page(id) : undefined);
  return {
    ...identityOf(id, 'post'),
    url: page(id),
    author: { ...(owner === undefined ? {} : { id: owner }), ...(name === '' ? {} : { name }) },
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(title === '' ? {} : { title }),
    text: plain(snippet.description),
    ...(lang === undefined || lang === '' ? {} : { lang }),
    ...(media.length === 0 ? {} : { media }),
  };
}

function identityOf(id: string, kind: Item['kind']): Pick<Item, 'id' | 'source' | 'nativeId' | 'kind'> {
  return { id: `youtube:${id}`, source: { kind: 'youtube', id: 'youtube', title: 'YouTube' }, nativeId: id, kind };
}

function watchPage(id: string): string {
  return `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`;
}

function mediaOf(thumbnails: YoutubeResource['snippet']['thumbnails'], video: string | undefined): Media[] {
  const [largest] = Object.values(thumbnails ?? {})
    .filter((picture) => picture !== undefined)
    .toSorted((one, other) => other.width - one.width);
  const picture = largest === undefined ? undefined : resolveAddress(largest.url, undefined, 'media');
  return [
    ...(video === undefined ? [] : [{ type: 'video', url: video }]),
    ...(picture === undefined ? [] : [{ type: 'image', url: picture }]),
  ];
}

function instant(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
