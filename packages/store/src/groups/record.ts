import type { RecordEntry } from '@vedette/contract';
import type { Actor } from '../actor.js';
import type { Page, PageRequest } from '../page.js';

export interface RecordInput {
  readonly at: number;
  readonly actor: Actor;
  /** for example `alert.decided`, `source.added` */
  readonly action: string;
  /** id of what it was done to */
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The append-only record. What changes data adds its entries in the same transaction; nothing updates or deletes one. */
export interface RecordLog {
  /** For what the store itself does not do (sign-in, an export that was downloaded). */
  append(...entries: readonly RecordInput[]): Promise<void>;
  /** Newest first. */
  list(request: PageRequest): Promise<Page<RecordEntry>>;
  /** Oldest first, in batches, for verification and export. */
  entries(): AsyncIterable<RecordEntry[]>;
  /** The tree head as C2SP tlog-checkpoint text (origin, size, root), unsigned. */
  checkpoint(): Promise<string>;
}
