import type { Recognised, SourceDefinition } from '../definition.js';
import { watchYoutube } from './live.js';
import { detectYoutube, readYoutubeFile } from './read-file.js';
import { youtubeConfigSchema, youtubeCursorSchema, type YoutubeConfig, type YoutubeCursor } from './schema.js';

/** Comments and videos of YouTube through the Data API v3, and saved answers of it. */
export const youtubeSource: SourceDefinition<YoutubeConfig, YoutubeCursor> = {
  kind: 'youtube',
  title: 'YouTube (Data API)',
  capabilities: { live: true, file: true, backfill: true, edits: true, deletions: false, media: true },
  configSchema: youtubeConfigSchema,
  cursorSchema: youtubeCursorSchema,
  hosts: (config) => [new URL(config.url).hostname],
  recognise,
  detect: detectYoutube,
  read: readYoutubeFile,
  open: watchYoutube,
};

const api = 'https://www.googleapis.com/youtube/v3';
const resources = /\/youtube\/v3\/(?:search|commentThreads|comments|videos|channels|playlistItems)$/u;

/** The page of a video or channel: its comments; a request of the API: what it gives. */
function recognise(pasted: string): Recognised<YoutubeConfig> | undefined {
  if (!URL.canParse(pasted)) return undefined;
  const url = new URL(pasted);
  if (!/^https?:$/u.test(url.protocol)) return undefined;
  if (resources.test(url.pathname)) {
    url.searchParams.delete('key');
    url.searchParams.delete('pageToken');
    return found(`YouTube: ${url.pathname.split('/').at(-1) ?? ''}`, url);
  }
  const host = url.hostname.replace(/^(?:www|m|music)\./u, '');
  const video = host === 'youtu.be' ? /^\/([\w-]{6,})/u.exec(url.pathname)?.[1] : videoOn(host, url);
  if (video !== undefined) return comments(`YouTube: comments on ${video}`, { videoId: video });
  const channel = host === 'youtube.com' ? /^\/channel\/(UC[\w-]{10,})/u.exec(url.pathname)?.[1] : undefined;
  return channel === undefined
    ? undefined
    : comments(`YouTube: comments on the channel ${channel}`, { allThreadsRelatedToChannelId: channel });
}

function videoOn(host: string, url: URL): string | undefined {
  if (host !== 'youtube.com') return undefined;
  return (
    /^\/(?:shorts|live|embed)\/([\w-]{6,})/u.exec(url.pathname)?.[1] ??
    (url.pathname === '/watch' ? /^[\w-]{6,}$/u.exec(url.searchParams.get('v') ?? '')?.[0] : undefined)
  );
}

function comments(title: string, about: Readonly<Record<string, string>>): Recognised<YoutubeConfig> {
  const url = new URL(`${api}/commentThreads`);
  const all = { part: 'snippet,replies', order: 'time', maxResults: '100', textFormat: 'plainText', ...about };
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
  return found(title, url);
}

function found(title: string, url: URL): Recognised<YoutubeConfig> {
  return { title, config: youtubeConfigSchema.parse({ url: url.href }) };
}
