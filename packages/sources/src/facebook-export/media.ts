import type { Media } from '@vedette/contract';
import type { AttachedFile } from './schema.js';

const types: readonly (readonly [type: string, extensions: RegExp])[] = [
  ['image', /\.(?:jpe?g|png|gif|webp|heic|bmp)$/iu],
  ['video', /\.(?:mp4|mov|webm|m4v|3gp|avi|mkv)$/iu],
  ['audio', /\.(?:aac|m4a|mp3|ogg|opus|wav|amr)$/iu],
];

/** What an attachment is, by the end of its name. */
export function typeOfName(name: string): string {
  return types.find(([, extensions]) => extensions.test(name))?.[0] ?? 'document';
}

/** An attachment; its `uri` is a path in the export or an address. One that the export left out is named by its type alone. */
export function mediaOf(file: AttachedFile, type?: string): Media {
  const uri = file.uri?.replace(/^\.\//u, '') ?? '';
  const isAddress = /^https?:\/\//iu.test(uri);
  return {
    type: type ?? typeOfName(uri.split('?', 1)[0] ?? ''),
    ...(isAddress && URL.canParse(uri) ? { url: uri } : {}),
    ...(!isAddress && isRelative(uri) ? { file: uri } : {}),
    ...(file.description === undefined || file.description === '' ? {} : { alt: file.description }),
  };
}

function isRelative(uri: string): boolean {
  return uri !== '' && !uri.startsWith('/') && !/^[a-z]:[\\/]/iu.test(uri);
}

/** Addresses that are some. */
export function webLinks(links: readonly (string | undefined)[]): string[] {
  const found = links.filter((link) => link !== undefined && URL.canParse(link) && /^https?:/iu.test(link));
  return [...new Set(found.filter((link) => link !== undefined))];
}

/** Seconds, milliseconds or microseconds since 1970 as ISO 8601; undefined for 0 and for what no calendar has. */
export function instantOf(time: number | undefined): string | undefined {
  if (time === undefined || !Number.isFinite(time) || time <= 0) return undefined;
  const ms = time < 1e11 ? time * 1000 : time < 1e14 ? time : time / 1000;
  // behind the year 9999 ISO 8601 is written in another form
  return ms < 253_402_300_800_000 ? new Date(Math.trunc(ms)).toISOString().replace('.000Z', 'Z') : undefined;
}
