import type { MatchInput } from './shapes.js';

const address =
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>"“”«»]+|(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#][^\s<>"“”«»]*)?/giu;
const trailingPunctuation = /[.,;:!?)\]}'’»]+$/u;

/** The web addresses that a text names, in order. */
export function addressesIn(text: string): readonly string[] {
  if (!text.includes('.')) return [];
  return Array.from(text.matchAll(address), (found) => found[0].replace(trailingPunctuation, ''));
}

/** The addresses of an Item: its own, its links, and those in its text and what the text says once decoded. */
export function addressesOf(item: MatchInput, texts: readonly string[]): readonly string[] {
  const found = [...(item.links ?? []), ...texts.flatMap(addressesIn)];
  return item.url === undefined ? found : [item.url, ...found];
}

/** The host of an address in lower case and ASCII form, or `undefined` when it has none. */
export function hostOf(given: string): string | undefined {
  try {
    const { hostname } = new URL(given.includes('://') ? given : `http://${given}`);
    return hostname === '' ? undefined : hostname.replace(/\.$/u, '');
  } catch {
    // Not an address after all: `new URL` has no other way to say so in every supported Node.
    return undefined;
  }
}
