import { resolveAddress } from '../html/address.js';
import { Children } from './children.js';
import { textOf } from './content.js';
import type { Link } from './entry-links.js';
import type { RawMedia } from './raw-feed.js';

/** Pictures, sound and films of an entry, each address once. */
export function entryMedia(children: Children, links: readonly Link[]): readonly RawMedia[] {
  const media = new Map<string, RawMedia>();
  const add = (type: string, stated: string | undefined, base: string | undefined, alt?: string): void => {
    const url = stated === undefined || stated.trim() === '' ? undefined : resolveAddress(stated, base, 'media');
    if (url === undefined || media.has(url)) return;
    media.set(url, alt === undefined || alt.trim() === '' ? { type, url } : { type, url, alt: alt.trim() });
  };
  for (const element of children.all('enclosure')) {
    const stated =
      element.attributes['url'] ?? element.attributes['href'] ?? element.attributes['rdf:resource'] ?? textOf(element);
    add(element.attributes['type'] ?? guessType(stated), stated, element.base);
  }
  for (const link of links)
    if (link.rel === 'enclosure')
      add(link.type === '' ? guessType(link.href) : link.type, link.href, undefined, link.title);
  const groups = [children, ...children.all('media:group').map((group) => new Children(group))];
  for (const group of groups) {
    for (const content of group.all('media:content')) {
      const inner = new Children(content);
      const url = content.attributes['url'];
      const alt = inner.text('media:title', 'media:description');
      add(content.attributes['type'] ?? content.attributes['medium'] ?? guessType(url ?? ''), url, content.base, alt);
      for (const thumbnail of inner.all('media:thumbnail'))
        add('image', thumbnail.attributes['url'] ?? textOf(thumbnail), thumbnail.base);
    }
    for (const thumbnail of group.all('media:thumbnail'))
      add('image', thumbnail.attributes['url'] ?? textOf(thumbnail), thumbnail.base);
  }
  for (const image of children.all('itunes:image', 'googleplay:image', 'podcast:image'))
    add('image', image.attributes['href'] ?? image.attributes['url'] ?? textOf(image), image.base);
  for (const link of children.all('itunes:link'))
    if (link.attributes['rel']?.toLowerCase() === 'image') add('image', link.attributes['href'], link.base);
  for (const image of children.all('image'))
    add('image', new Children(image).text('url') ?? image.attributes['href'] ?? textOf(image), image.base);
  const content = children.first('content');
  if (
    content?.attributes['src'] !== undefined &&
    !/^(?:text\/|x?html)|html\+|xhtml/i.test(content.attributes['type'] ?? 'text/html')
  )
    add(content.attributes['type'] ?? guessType(content.attributes['src']), content.attributes['src'], content.base);
  return [...media.values()];
}

const extensions: readonly (readonly [RegExp, string])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:$|[?#])/i, 'image'],
  [/\.(?:mp3|m4a|ogg|oga|wav|flac|aac|opus)(?:$|[?#])/i, 'audio'],
  [/\.(?:mp4|m4v|mov|webm|avi|mkv|ogv|mpe?g)(?:$|[?#])/i, 'video'],
];

/** `image`, `audio`, `video` by the name of the file, else `document`. */
export function guessType(address: string): string {
  return extensions.find(([pattern]) => pattern.test(address))?.[1] ?? 'document';
}
