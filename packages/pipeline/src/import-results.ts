import type { Item } from '@vedette/contract';
import type { ReadResult, Rejected } from '@vedette/sources';
import type { CommitOutcome } from './commit.js';

/** How far an import is: how much of what was read is dealt with, and what became of it. */
export interface ImportProgress extends CommitOutcome {
  readonly read: number;
}

/** Items of one step of an import. */
const stepSize = 500;
/** Characters of one step; long articles make smaller steps, so that memory stays bounded. */
const stepCharacters = 4_000_000;
/** Steps that are decoded, matched and stored while the next one is read. */
const stepsUnderWay = 2;

type IngestStep = (
  items: readonly Item[],
  request: Pick<ImportRequest, 'sourceId' | 'sourceTitle'> & { readonly rejected: readonly Rejected[] },
) => Promise<CommitOutcome>;

/** Where what is read belongs, and who hears how far it is. */
export interface ImportRequest {
  readonly sourceId: string;
  /** what people call the source; Items that name none are shown under it */
  readonly sourceTitle?: string | undefined;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Reads to the end, in bounded memory: reading goes on while earlier steps are being stored, and waits when two are.
 * @returns the sums over the whole import
 * @throws what storing throws; what was stored before stays, and importing again stores nothing twice
 */
export async function importResults(
  results: AsyncIterable<ReadResult>,
  request: ImportRequest,
  ingest: IngestStep,
): Promise<CommitOutcome> {
  const sums = { stored: 0, known: 0, rejected: 0, alerts: 0 };
  const underWay: Promise<void>[] = [];
  let read = 0;
  let items: Item[] = [];
  let rejected: Rejected[] = [];
  let characters = 0;

  async function store(stepItems: readonly Item[], stepRejected: readonly Rejected[]): Promise<void> {
    const { sourceId, sourceTitle } = request;
    const outcome = await ingest(stepItems, { sourceId, sourceTitle, rejected: stepRejected });
    sums.stored += outcome.stored;
    sums.known += outcome.known;
    sums.rejected += outcome.rejected;
    sums.alerts += outcome.alerts;
    // Steps may end in another order than they began in; a count of what is done never goes back.
    read += stepItems.length + stepRejected.length;
    request.onProgress?.({ ...sums, read });
  }

  function flush(): void {
    if (items.length === 0 && rejected.length === 0) return;
    const step = store(items, rejected);
    // Heard when it is awaited below; until then it must not count as unhandled.
    step.catch(() => {});
    underWay.push(step);
    items = [];
    rejected = [];
    characters = 0;
  }

  try {
    for await (const result of results) {
      if ('item' in result) {
        items.push(result.item);
        characters += result.item.text.length + (result.item.html?.length ?? 0);
      } else {
        rejected.push(result.rejected);
      }
      if (items.length + rejected.length < stepSize && characters < stepCharacters) continue;
      flush();
      if (underWay.length >= stepsUnderWay) await underWay.shift();
    }
    flush();
  } finally {
    await Promise.all(underWay);
  }
  return sums;
}
