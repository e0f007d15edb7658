import type { Actor } from '../actor.js';

/** The fictional demo world; its Items come in through the ordinary importers with a source that says `demo`. */
export interface Demo {
  /** Whether demo data is here. */
  present(): Promise<boolean>;
  /** Whether nothing was read yet: only then may the demo be loaded. */
  empty(): Promise<boolean>;
  /** Removes all demo Items, alerts, decisions, sources and watchlists; the record keeps its entries. */
  remove(by: Actor): Promise<{ readonly items: number }>;
}
