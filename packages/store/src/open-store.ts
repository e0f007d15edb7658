import type { Store, StoreLocation, StoreOptions } from './store.js';
import { StoreError } from './errors.js';

/**
 * Opens the store, brings its tables up to date and gives its groups.
 * @throws StoreError `locked`, `newer-version`, `disk-full`, `unavailable`
 * @example const store = await openStore({ dataDir: './data' }, { version: '0.1.0', now: Date.now })
 */
export function openStore(location: StoreLocation, options: StoreOptions): Promise<Store> {
  return Promise.reject(new StoreError('unavailable', `not yet: ${JSON.stringify([location, options.version])}`));
}
