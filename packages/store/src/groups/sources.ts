import type { SourceKind, WatchedSource } from '@vedette/contract';
import type { Actor } from '../actor.js';

export interface SourceInput {
  readonly kind: SourceKind;
  readonly title: string;
  readonly url?: string | undefined;
  readonly config: Readonly<Record<string, unknown>>;
  readonly basis: string;
  readonly retentionDays?: number | undefined;
  readonly demo?: boolean | undefined;
  /** an export that was read once: it is never polled */
  readonly once?: boolean | undefined;
}

export interface SourceChange {
  readonly title?: string | undefined;
  readonly paused?: boolean | undefined;
  readonly basis?: string | undefined;
  /** null: back to the default of the settings */
  readonly retentionDays?: number | null | undefined;
}

/** What the supervisor needs to run a source. */
export interface RunnableSource {
  readonly source: WatchedSource;
  readonly cursor: unknown;
}

/** The outcome of one attempt. Items and cursor are committed by `ingest.commit`, not here. */
export interface AttemptReport {
  /** epoch milliseconds */
  readonly at: number;
  readonly outcome: 'ok' | 'failed' | 'gone';
  readonly error?: { readonly code: string; readonly message: string } | undefined;
  readonly nextAttemptAt?: number | undefined;
}

/** `health`, `items`, `lastItemAt` and the learned rhythm are kept by the store. */
export interface Sources {
  list(): Promise<WatchedSource[]>;
  get(id: string): Promise<WatchedSource | undefined>;
  /** Every source that should be read now or later (not paused, not gone, not an export), with its cursor. */
  runnable(): Promise<RunnableSource[]>;
  runnableOne(id: string): Promise<RunnableSource | undefined>;
  /** The source that is already watched with this kind and address. */
  findByUrl(kind: SourceKind, url: string): Promise<WatchedSource | undefined>;
  add(input: SourceInput, by: Actor): Promise<WatchedSource>;
  /** @throws StoreError `not-found` */
  change(id: string, change: SourceChange, by: Actor): Promise<WatchedSource>;
  /** Stops watching; with `items` its Items go too, unless a decision rests on them. @throws StoreError `not-found` */
  remove(id: string, options: { readonly items: boolean }, by: Actor): Promise<{ readonly items: number }>;
  report(id: string, report: AttemptReport): Promise<WatchedSource>;
  /** `total`, `failing` (also gone) and `quiet` for the frame of the page. */
  tally(): Promise<{ readonly total: number; readonly failing: number; readonly quiet: number }>;
}
