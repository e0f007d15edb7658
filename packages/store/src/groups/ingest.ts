import type { Alert, Decoded, Item, ItemSummary, RuleAction, Severity, Span } from '@vedette/contract';

/** One rule that caught the entry. */
export interface IngestMatch {
  /** id of the stored watchlist */
  readonly watchlist: string;
  readonly rule: string;
  readonly severity: Severity;
  /** only `alert` opens or joins an alert; `digest` and `count` are counted */
  readonly action: RuleAction;
  readonly spans: readonly Span[];
}

/** An Item ready to be stored, with what decoding and matching made of it. */
export interface IngestEntry {
  readonly item: Item;
  readonly decoded: { readonly title?: Decoded | undefined; readonly text: Decoded };
  /** equal for copies of one text (@vedette/similar); empty where there is no text to compare */
  readonly copyKey: string;
  readonly matches: readonly IngestMatch[];
  /** ids of the Live columns that take this Item */
  readonly columns: readonly string[];
}

export interface IngestRejected {
  readonly where: string;
  readonly reason: string;
  readonly sample: string;
}

export interface IngestBatch {
  /** the watched source (`sources.add` made it); its `demo` flag and retention apply to the Items */
  readonly source: { readonly id: string };
  /** committed with the batch; leave out to keep the one before */
  readonly cursor?: unknown;
  readonly entries: readonly IngestEntry[];
  readonly rejected: readonly IngestRejected[];
  /** when the batch was received, epoch milliseconds */
  readonly at: number;
}

export interface StoredItem {
  readonly summary: ItemSummary;
  readonly change: 'new' | 'edited' | 'deleted';
  readonly columns: readonly string[];
}

export interface IngestResult {
  /** in the order of the batch */
  readonly stored: StoredItem[];
  /** ids of entries that were stored before in this revision (or in a later one) */
  readonly known: string[];
  /** new, grown or reopened alerts; `viewers` is empty */
  readonly alerts: Alert[];
}

export interface Ingest {
  /**
   * Stores a batch in one transaction: Items, matches, alerts, counts, quarantine, cursor and record. When it resolves,
   * everything is on disk. Giving the same batch again changes nothing. Batches of 50 to 500 are fastest.
   * @throws StoreError `not-found` where the source was removed, `disk-full`, `unavailable`
   */
  commit(batch: IngestBatch): Promise<IngestResult>;
}
