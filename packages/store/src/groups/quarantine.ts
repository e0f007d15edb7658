import type { Quarantined } from '@vedette/contract';
import type { Actor } from '../actor.js';
import type { Page, PageRequest } from '../page.js';

/** Inputs that could not be read. `ingest.commit` adds them. */
export interface Quarantine {
  list(request: PageRequest & { readonly source?: string | undefined }): Promise<Page<Quarantined>>;
  /** @throws StoreError `not-found` */
  dismiss(id: string, by: Actor): Promise<void>;
  count(): Promise<number>;
}
