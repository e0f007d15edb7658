import type { Decoded, Item, Severity } from '@vedette/contract';
import { decode } from '@vedette/decode';
import { similarityKey } from '@vedette/similar';
import type { Actor, IngestBatch, IngestEntry, IngestMatch, Store } from '@vedette/store';

export const anna: Actor = { id: 'anna', name: 'Anna' };
export const ben: Actor = { id: 'ben', name: 'Ben' };
export const noon = Date.parse('2026-03-01T12:00:00Z');
export const minute = 60_000;
export const day = 86_400_000;

function decoded(given: string): Decoded {
  const { readings, disguises, ...rest } = decode(given);
  return {
    ...rest,
    readings: readings.map(({ steps, ...reading }) => ({ ...reading, steps: [...steps] })),
    disguises: [...disguises],
  };
}

/** A post of an invented source, ready to be stored. */
export function entryOf(item: Partial<Item> & { readonly id: string }, more: Partial<IngestEntry> = {}): IngestEntry {
  const whole: Item = {
    source: { kind: 'ndjson', id: 'harbour-news', title: 'Harbour News' },
    nativeId: item.id,
    kind: 'post',
    text: `post ${item.id}`,
    publishedAt: new Date(noon).toISOString(),
    ...item,
  };
  const title = whole.title === undefined ? {} : { title: decoded(whole.title) };
  const text = decoded(whole.text);
  return {
    item: whole,
    decoded: { ...title, text },
    copyKey: similarityKey(text.plain),
    matches: [],
    columns: [],
    ...more,
  };
}

export function caughtBy(rule: string, severity: Severity = 'medium', watchlist = 'list'): IngestMatch {
  return {
    watchlist,
    rule,
    severity,
    action: 'alert',
    spans: [{ start: 0, end: 4, field: 'text', term: rule, via: [] }],
  };
}

/** A store's first source, and a way to hand in entries from it. */
export async function harbour(store: Store, more: { readonly retentionDays?: number; readonly demo?: boolean } = {}) {
  const source = await store.sources.add(
    { kind: 'ndjson', title: 'Harbour News', config: {}, basis: 'public posts', ...more },
    anna,
  );
  return {
    source,
    hand: (entries: readonly IngestEntry[], batch: Partial<IngestBatch> = {}) =>
      store.ingest.commit({ source: { id: source.id }, entries, rejected: [], at: noon + minute, ...batch }),
  };
}
