import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Item } from '@vedette/contract';
import { searchVector } from '../search/search-vector.js';
import { storable } from '../stored-text.js';
import { printDecoded } from './decoded-text.js';
import type { IngestEntry } from './ingest.js';
import { isDisguised, printSummary } from './item-summary.js';
import { revisionOf } from './revision.js';

/** An entry with everything that can be worked out before the database is asked. */
export interface PreparedEntry {
  readonly entry: IngestEntry;
  readonly id: string;
  readonly revision: string;
  readonly disguised: boolean;
  readonly search: string;
  readonly summary: string;
  readonly item: string;
  readonly decoded: string;
}

/** Other work gets its turn after this many milliseconds. */
const turnMs = 8;

export function prepareEntry(entry: IngestEntry, item: Item = entry.item): PreparedEntry {
  const { decoded } = entry;
  const disguised = isDisguised(decoded);
  const id = storable(item.id);
  return {
    entry,
    id,
    revision: revisionOf(item),
    disguised,
    search: entry.search ?? searchVector(item, decoded),
    summary: printSummary({ ...item, id }, disguised),
    item: JSON.stringify(item),
    decoded: printDecoded(decoded),
  };
}

/** Prepares a batch without holding up the event loop. */
export async function prepareEntries(entries: readonly IngestEntry[]): Promise<PreparedEntry[]> {
  const prepared: PreparedEntry[] = [];
  let since = performance.now();
  for (const entry of entries) {
    prepared.push(prepareEntry(entry));
    if (performance.now() - since < turnMs) continue;
    await nextTurn();
    since = performance.now();
  }
  return prepared;
}
