import type { ItemSummary } from '@vedette/contract';
import type { Page, PageRequest } from '../page.js';
import type { Facet } from './search.js';

export interface PressRequest extends PageRequest {
  readonly lang?: string | undefined;
  /** `Item.source.id` */
  readonly source?: string | undefined;
}

/** Articles of different outlets about one event. */
export interface Story {
  readonly id: string;
  readonly lead: ItemSummary;
  readonly others: ItemSummary[];
  readonly articles: number;
  readonly outlets: number;
  readonly firstAt: string;
  readonly firstOutlet: string;
}

export interface FrontPage {
  readonly ticker: ItemSummary[];
  readonly stories: Story[];
  readonly stream: Page<ItemSummary>;
  readonly languages: Facet[];
  readonly outlets: Facet[];
}

export interface Press {
  /** The front page; with a `cursor` only the stream goes on (ticker and stories are then empty). */
  page(request: PressRequest): Promise<FrontPage>;
}
