import type { Alert } from '@vedette/contract';
import type { Ingest, IngestBatch, IngestEntry, IngestRejected, StoredItem } from '@vedette/store';
import { createBatcher } from './batcher.js';
import type { Clock } from './clock.js';
import { messageOf } from './errors.js';

/** What is to be stored together. */
interface CommitRequest {
  readonly sourceId: string;
  readonly cursor?: unknown;
  readonly entries: readonly IngestEntry[];
  readonly rejected: readonly IngestRejected[];
}

/** What became of one request. */
export interface CommitOutcome {
  readonly stored: number;
  /** stored before, in this revision or a later one */
  readonly known: number;
  readonly rejected: number;
  /** alerts that were opened, grew or came back */
  readonly alerts: number;
}

export interface CommitterOptions {
  readonly ingest: Ingest;
  readonly clock: Clock;
  /** hears what was stored, after it is on disk and before the request resolves */
  readonly onStored: (stored: readonly StoredItem[], alerts: readonly Alert[]) => void;
}

/** Stores requests, joining small ones that wait at the same time. */
export interface Committer {
  commit(request: CommitRequest): Promise<CommitOutcome>;
  readonly waiting: number;
  idle(): Promise<void>;
}

interface Totals {
  readonly stored: StoredItem[];
  readonly known: string[];
  readonly alerts: Map<string, Alert>;
  rejected: number;
}

/** The store is fastest with transactions of 50 to 500 entries. */
export const largestCommit = 500;

/**
 * Makes the one door to the store's ingest. One transaction at a time: the order of arrival is the order on disk. What
 * waits meanwhile, of one source or of many, shares the next transaction.
 */
export function createCommitter(options: CommitterOptions): Committer {
  const batcher = createBatcher<CommitRequest, PromiseSettledResult<CommitOutcome>>({
    concurrency: 1,
    maxSize: largestCommit,
    size: (request) => request.entries.length + request.rejected.length,
    fits: () => true,
    run: commitTogether,
  });

  async function commitTogether(
    requests: readonly CommitRequest[],
  ): Promise<readonly PromiseSettledResult<CommitOutcome>[]> {
    if (requests.length > 1) {
      try {
        const outcomes = await commitShared(requests);
        return outcomes.map((value) => ({ status: 'fulfilled', value }));
      } catch (error) {
        // Only where one of them is at fault the others get their own transaction.
        if (!isPoison(error) && !isCode(error, 'not-found')) throw error;
      }
    }
    const outcomes: PromiseSettledResult<CommitOutcome>[] = [];
    for (const request of requests) outcomes.push(...(await Promise.allSettled([commitAlone(request)])));
    return outcomes;
  }

  async function commitShared(requests: readonly CommitRequest[]): Promise<readonly CommitOutcome[]> {
    const totals = newTotals();
    try {
      await transaction(batchesOf(requests, options.clock.now()), totals);
    } finally {
      tell(totals);
    }
    return shares(requests, totals);
  }

  async function commitAlone(request: CommitRequest): Promise<CommitOutcome> {
    const totals = newTotals();
    try {
      await store(request, request.entries, request.rejected, totals);
    } finally {
      // Parts may be on disk although a later part failed; what is there is told.
      tell(totals);
    }
    return whole(totals);
  }

  function tell({ stored, alerts }: Totals): void {
    if (stored.length > 0 || alerts.size > 0) options.onStored(stored, [...alerts.values()]);
  }

  /** Large requests go in several transactions; the cursor travels with the last, so that nothing is lost in between. */
  async function store(
    head: CommitRequest,
    entries: readonly IngestEntry[],
    rejected: readonly IngestRejected[],
    totals: Totals,
  ): Promise<void> {
    let from = 0;
    const unstorable: IngestRejected[] = [];
    while (entries.length - from > largestCommit) {
      unstorable.push(...(await storeOrSplit(head.sourceId, entries.slice(from, from + largestCommit), totals)));
      from += largestCommit;
    }
    const rest = entries.slice(from);
    const all = [...rejected, ...unstorable];
    try {
      await transaction([batchOf({ ...head, entries: rest, rejected: all }, options.clock.now())], totals);
    } catch (error) {
      if (!isPoison(error) || rest.length === 0) throw error;
      all.push(...(await storeOrSplit(head.sourceId, rest, totals)));
      await transaction([batchOf({ ...head, entries: [], rejected: all }, options.clock.now())], totals);
    }
    totals.rejected += all.length;
  }

  /** Stores entries, halving where the store refuses, until only what it really refuses is left; that is given back. */
  async function storeOrSplit(
    sourceId: string,
    entries: readonly IngestEntry[],
    totals: Totals,
  ): Promise<readonly IngestRejected[]> {
    try {
      await transaction([batchOf({ sourceId, entries, rejected: [] }, options.clock.now())], totals);
      return [];
    } catch (error) {
      if (!isPoison(error)) throw error;
      const [only] = entries;
      if (only !== undefined && entries.length === 1) return [unstorableEntry(only, error)];
      const middle = Math.ceil(entries.length / 2);
      const first = await storeOrSplit(sourceId, entries.slice(0, middle), totals);
      return [...first, ...(await storeOrSplit(sourceId, entries.slice(middle), totals))];
    }
  }

  async function transaction(batches: readonly IngestBatch[], totals: Totals): Promise<void> {
    const result = await options.ingest.commit(...batches);
    totals.stored.push(...result.stored);
    totals.known.push(...result.known);
    for (const alert of result.alerts) totals.alerts.set(alert.id, alert);
  }

  return {
    commit: async (request) => {
      const outcome = await batcher.add(request);
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    },
    get waiting() {
      return batcher.waiting;
    },
    idle: () => batcher.idle(),
  };
}

function newTotals(): Totals {
  return { stored: [], known: [], alerts: new Map(), rejected: 0 };
}

function batchOf({ sourceId, entries, rejected, cursor }: CommitRequest, at: number): IngestBatch {
  return { source: { id: sourceId }, entries, rejected, at, ...(cursor === undefined ? {} : { cursor }) };
}

/** Requests of one source are one batch, as long as no cursor comes between them. */
function batchesOf(requests: readonly CommitRequest[], at: number): IngestBatch[] {
  const joined: CommitRequest[] = [];
  for (const request of requests) {
    const place = joined.findLastIndex(({ sourceId }) => sourceId === request.sourceId);
    const before = joined[place];
    if (before === undefined || before.cursor !== undefined || request.cursor !== undefined) joined.push(request);
    else
      joined[place] = {
        ...before,
        entries: [...before.entries, ...request.entries],
        rejected: [...before.rejected, ...request.rejected],
      };
  }
  return joined.map((request) => batchOf(request, at));
}

/**
 * Whether the content of the batch is at fault. A database that is away, full or refuses the source would refuse every
 * half just the same.
 */
function isPoison(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  if ('retryable' in error && error.retryable === true) return false;
  return !(['not-found', 'locked', 'newer-version'] as const).some((code) => isCode(error, code));
}

function isCode(error: unknown, code: 'not-found' | 'locked' | 'newer-version'): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function unstorableEntry(entry: IngestEntry, error: unknown): IngestRejected {
  return {
    where: entry.item.url ?? entry.item.nativeId,
    reason: `could not be stored: ${messageOf(error)}`,
    sample: entry.item.text.slice(0, 500),
  };
}

function whole(totals: Totals): CommitOutcome {
  return {
    stored: totals.stored.length,
    known: totals.known.length,
    rejected: totals.rejected,
    alerts: totals.alerts.size,
  };
}

/**
 * What of a shared transaction belongs to each request. Of two requests with the same Item the first stored it. An
 * alert is all copies of one text, so the alerts of a request are its different texts that a rule caught.
 */
function shares(requests: readonly CommitRequest[], totals: Totals): readonly CommitOutcome[] {
  const storedLeft = new Map<string, number>();
  for (const { summary } of totals.stored) storedLeft.set(summary.id, (storedLeft.get(summary.id) ?? 0) + 1);
  return requests.map((request) => {
    let stored = 0;
    const texts = new Set<string>();
    for (const entry of request.entries) {
      const left = storedLeft.get(entry.item.id) ?? 0;
      if (left === 0) continue;
      storedLeft.set(entry.item.id, left - 1);
      stored += 1;
      if (entry.matches.some((match) => match.action === 'alert'))
        texts.add(entry.copyKey === '' ? entry.item.id : entry.copyKey);
    }
    return {
      stored,
      known: request.entries.length - stored,
      rejected: request.rejected.length,
      alerts: totals.alerts.size === 0 ? 0 : texts.size,
    };
  });
}
