import type { Item, ItemKind, ItemSummary, QueryProblem } from '@vedette/contract';
import type { Page, PageRequest } from '../page.js';

/** What every list of Items can be narrowed by. */
export interface ItemFilters {
  /** query language; empty for everything. Mistakes are reported in `problems`, what could be read is used */
  readonly q: string;
  /** `Item.source.id` */
  readonly source?: string | undefined;
  readonly lang?: string | undefined;
  readonly kind?: ItemKind | undefined;
  /** ISO instants, inclusive */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export interface SearchRequest extends ItemFilters, PageRequest {
  readonly facets: boolean;
}

export interface Facet {
  readonly value: string;
  readonly label?: string;
  readonly count: number;
}

export interface SearchResult extends Page<ItemSummary> {
  readonly problems: QueryProblem[];
  /** how many of the newest Items were looked at, where a part of the query cannot use the index */
  readonly scanned?: number;
  readonly facets?: { readonly source: Facet[]; readonly lang: Facet[]; readonly kind: Facet[] };
  readonly timeline?: {
    readonly bucket: 'hour' | 'day';
    readonly points: { readonly at: string; readonly count: number }[];
  };
}

export interface SearchExport {
  /** exact, taken before the first Item */
  readonly total: number;
  readonly problems: QueryProblem[];
  readonly items: AsyncIterable<Item>;
}

export interface Search {
  /** Items that a query finds, newest first, with the places to mark in `spans`. */
  page(request: SearchRequest): Promise<SearchResult>;
  /** Every Item that a query finds; streams in batches, so it may run over millions. */
  export(filters: ItemFilters): Promise<SearchExport>;
}
