import type { WatchedSource } from '@vedette/contract';
import { withoutCredentials } from '@vedette/sources';

/**
 * A source as answers and the live channel show it: an address that signs in stays in the store, and is shown without
 * its name and password.
 * @example shownSource(source).config.url // 'https://press.example/feed', stored as 'https://me:secret@press.example/feed'
 */
export function shownSource(source: WatchedSource): WatchedSource {
  const config = Object.fromEntries(
    Object.entries(source.config).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutCredentials(value) : value,
    ]),
  );
  return { ...source, config, ...(source.url === undefined ? {} : { url: withoutCredentials(source.url) }) };
}

/**
 * An address that was found from another one, with the name and password of that one where both are of one origin:
 * whoever may read the page may read its feed.
 * @example signedInAs('https://me:secret@press.example/', 'https://press.example/feed') // 'https://me:secret@press.example/feed'
 */
export function signedInAs(typed: string, found: string): string {
  if (!URL.canParse(typed) || !URL.canParse(found)) return found;
  const from = new URL(typed);
  const to = new URL(found);
  if (from.origin !== to.origin || from.username === '') return found;
  to.username = from.username;
  to.password = from.password;
  return to.href;
}
