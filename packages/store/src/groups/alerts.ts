import type { Alert, AlertState, Severity } from '@vedette/contract';
import type { Page, PageRequest } from '../page.js';

export interface AlertRequest extends PageRequest {
  readonly state: AlertState;
  readonly severity?: Severity | undefined;
  readonly watchlist?: string | undefined;
  readonly rule?: string | undefined;
  /** `Item.source.id` of any copy */
  readonly source?: string | undefined;
  readonly lang?: string | undefined;
  readonly order: 'priority' | 'newest';
}

/** `viewers` of every Alert given here is empty: who is looking is known to the server alone. */
export interface Alerts {
  list(request: AlertRequest): Promise<Page<Alert>>;
  get(id: string): Promise<Alert | undefined>;
  /** The ones that exist, in the order asked for. */
  getMany(ids: readonly string[]): Promise<Alert[]>;
  /** How many are open; kept, not counted. */
  openCount(): Promise<number>;
}
