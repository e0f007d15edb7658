import type { Item } from '@vedette/contract';

/**
 * Where an article can be read at its source: the original of a page that took it over from somewhere else (an aggregator),
 * where that page names it, else the Item's own address. The link to the original is the first of such an Item's links,
 * and the only one that is no part of its text.
 * @example originalAddress({ url: 'https://hub.example/1', forwardedFrom: 'The Post', links: ['https://post.example/a'] })
 */
export function originalAddress(item: Pick<Item, 'url' | 'forwardedFrom' | 'links' | 'html'>): string | undefined {
  const [first] = item.links ?? [];
  if (item.forwardedFrom === undefined || first === undefined) return item.url;
  const inText = item.html?.includes(`"${first.replaceAll('&', '&amp;')}"`) ?? false;
  return inText ? item.url : first;
}
