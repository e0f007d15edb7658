import type { Decoded, Item, ItemDetail, ItemSummary } from '@vedette/contract';

/** An Item as it was stored, with what it says. */
export interface ItemWithDecoded {
  readonly item: Item;
  readonly receivedAt: string;
  readonly demo: boolean;
  readonly decoded: { readonly title?: Decoded; readonly text: Decoded };
}

export interface ScanRequest {
  /** epoch milliseconds; only Items published (or, undated, received) in this span */
  readonly since?: number;
  readonly until?: number;
  /** at most so many, newest first */
  readonly limit: number;
}

export interface Items {
  /** The page of one Item; `person` decides `flaggedByMe`. Undefined where there is none. */
  detail(id: string, person: string): Promise<ItemDetail | undefined>;
  get(id: string): Promise<ItemWithDecoded | undefined>;
  summaries(ids: readonly string[]): Promise<ItemSummary[]>;
  /** Newest first, in batches, without holding a transaction open (rule tests on history, re-matching). */
  scan(request: ScanRequest): AsyncIterable<ItemWithDecoded[]>;
  /** How many are stored; kept, not counted. */
  count(): Promise<number>;
}
