import { stringify } from 'yaml';
import type { Watchlist } from './shapes.js';

/**
 * A watchlist as YAML that `readWatchlist` reads back unchanged.
 * @example writeWatchlist({ name: 'Example', rules: [{ id: 'r1', query: 'gate' }] })
 */
export function writeWatchlist(watchlist: Watchlist): string {
  return stringify(
    { name: watchlist.name, rules: watchlist.rules },
    { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN', aliasDuplicateObjects: false },
  );
}
