import type { Rule, StoredWatchlist, WatchlistFinding } from '@vedette/contract';
import type { Actor } from '../actor.js';

export interface WatchlistInput {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** what the check of the rules found; the store keeps it and judges nothing */
  readonly findings: readonly WatchlistFinding[];
}

export type WatchlistRow = Omit<StoredWatchlist, 'rules' | 'findings'> & {
  readonly rules: number;
  readonly errors: number;
  readonly matches7d: number;
};

export type WatchlistWithHits = StoredWatchlist & {
  readonly hits: { readonly rule: string; readonly items7d: number; readonly falseAlarms: number }[];
};

export interface Watchlists {
  list(): Promise<WatchlistRow[]>;
  get(id: string): Promise<WatchlistWithHits | undefined>;
  /** The enabled ones with all their rules, for the matcher. */
  enabled(): Promise<StoredWatchlist[]>;
  add(input: WatchlistInput & { readonly demo?: boolean }, by: Actor): Promise<StoredWatchlist>;
  /** @throws StoreError `conflict` where `version` is not the stored one; `not-found` */
  save(
    id: string,
    input: WatchlistInput & { readonly enabled: boolean; readonly version: number },
    by: Actor,
  ): Promise<StoredWatchlist>;
  /** Its decisions and alerts stay. @throws StoreError `not-found` */
  remove(id: string, by: Actor): Promise<void>;
  /** Earlier versions, newest first. @throws StoreError `not-found` */
  versions(id: string): Promise<Omit<StoredWatchlist, 'findings'>[]>;
}
