import type { Item, Media } from '@vedette/contract';
import { resolveAddress, schemeOf } from '../html/address.js';
import { sanitizeHtml } from '../html/sanitize.js';

/**
 * An Item that somebody else wrote, made as safe as one that we read ourselves: its HTML is sanitised, and addresses that
 * a reader must not follow (javascript:, data:, file: …) are left out. Its words stay to the letter.
 * @example safeItem({ ...item, url: 'javascript:alert(1)' }).url // undefined
 */
export function safeItem(item: Item): Item {
  const { url: sourceUrl, ...source } = item.source;
  const { url, media, links, html, ...rest } = item;
  const address = safeAddress(url, 'link');
  return {
    ...rest,
    source: { ...source, ...urlIfAny(safeAddress(sourceUrl, 'link')) },
    ...urlIfAny(address),
    ...(html === undefined ? {} : { html: sanitizeHtml(html, address) }),
    ...(media === undefined ? {} : { media: media.map(safeMedia) }),
    ...(links === undefined ? {} : { links: links.flatMap((link) => safeAddress(link, 'link') ?? []) }),
  };
}

function safeMedia({ url, ...rest }: Media): Media {
  return { ...rest, ...urlIfAny(safeAddress(url, 'media')) };
}

/** Other tools write addresses without a scheme, too (`example.org/a`): these lead nowhere by themselves and are kept. */
function safeAddress(address: string | undefined, use: 'link' | 'media'): string | undefined {
  if (address === undefined) return undefined;
  const bare = schemeOf(address) === undefined && /^[^\s\p{Cc}<>"'`\\]+$/u.test(address);
  return resolveAddress(address, undefined, use) ?? (bare ? address : undefined);
}

function urlIfAny(url: string | undefined): { readonly url?: string } {
  return url === undefined ? {} : { url };
}
