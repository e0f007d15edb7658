import type { Total } from '@vedette/contract';

/** A page of a list; `cursor` is the `next` of the page before. An unknown cursor is a StoreError `invalid`. */
export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Some rows of a list; `next` is the cursor of the page after, missing on the last. */
export interface Page<T> {
  readonly rows: T[];
  readonly next?: string;
  readonly total: Total;
}
