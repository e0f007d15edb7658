import type { ItemKind } from '@vedette/contract';
import { fieldPart, withPart } from '../query/query-text.js';

/** What is searched for, as the address of the screen says it. */
export interface SearchAddress {
  readonly q: string;
  readonly source: string | undefined;
  readonly lang: string | undefined;
  readonly kind: ItemKind | undefined;
  /** ISO instants, both inclusive */
  readonly since: string | undefined;
  readonly until: string | undefined;
}

export const itemKinds: readonly ItemKind[] = ['article', 'post', 'comment', 'message', 'service'];

type Given = Readonly<Partial<Record<keyof SearchAddress, string>>>;

/**
 * Reads an address; what is no kind or no time counts as not given.
 * @example addressOfSearch({ since: '2026-11-20' }).since // '2026-11-20T00:00:00.000Z'
 */
export function addressOfSearch(given: Given): SearchAddress {
  return {
    q: given.q ?? '',
    source: given.source,
    lang: given.lang,
    kind: itemKinds.find((kind) => kind === given.kind),
    since: instantOf(given.since),
    until: instantOf(given.until),
  };
}

function instantOf(given: string | undefined): string | undefined {
  const time = given === undefined ? Number.NaN : Date.parse(given);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The address as the API takes it: only what is given. */
export function filtersOfSearch(address: SearchAddress) {
  const { q, source, lang, kind, since, until } = address;
  return {
    q,
    ...(source === undefined ? {} : { source }),
    ...(lang === undefined ? {} : { lang }),
    ...(kind === undefined ? {} : { kind }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

/** The whole search but its dates as one query, for a column or a rule, which look at what comes. */
export function asOneQuery({ q, source, lang, kind }: SearchAddress): string {
  const parts = [
    ...(source === undefined ? [] : [fieldPart('source', source)]),
    ...(lang === undefined ? [] : [fieldPart('lang', lang)]),
    ...(kind === undefined ? [] : [fieldPart('kind', kind)]),
  ];
  return parts.reduce(withPart, q.trim());
}
