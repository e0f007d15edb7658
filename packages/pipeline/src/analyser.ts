import type { Item, Match, Rule } from '@vedette/contract';
import type { Analysis, AnalysisJob, AnalysisOutput, AnalysisPlan } from './analysis.js';
import { createBatcher } from './batcher.js';
import type { Clock } from './clock.js';
import { PipelineError, messageOf } from './errors.js';
import { isolate, type Isolated } from './isolate.js';
import { createWorkerPool, type FromWorker, type ToWorker } from './worker-pool.js';
import type { WorkerPort } from './worker-port.js';

/** Large enough to make the way to a thread cheap, small enough to share among threads and to lose. */
const largestJob = 100;
/** How long a job may take before its worker counts as hung: generous on a busy machine, short enough to find poison. */
const jobLimitMs = 10_000;
/** And for each million characters of text on top of that. */
const limitMsPerMegachar = 5_000;

export interface AnalyserOptions {
  readonly workers: number;
  readonly plan: AnalysisPlan;
  readonly clock: Clock;
  readonly start: () => WorkerPort<ToWorker<AnalysisPlan, AnalysisJob>, FromWorker<AnalysisOutput>>;
}

/** Decodes and matches on worker threads. */
export interface AnalyserPool {
  /** One entry per Item, in order; an Item that kills or stalls its worker alone has a reason instead of a result. */
  analyse(items: readonly Item[]): Promise<readonly Isolated<Analysis>[]>;
  /** Runs one rule over Items, for a test on history: what it catches. Items that cannot be looked at are left out. */
  matchOnce(rule: Rule, items: readonly Item[]): Promise<readonly Match[]>;
  /** Puts a new plan in place; resolves when every later Item is compared with it. */
  reload(plan: AnalysisPlan): Promise<void>;
  /** Items that wait for a worker. */
  readonly waiting: number;
  stop(): Promise<void>;
}

/** Starts the workers. */
export function createAnalyserPool(options: AnalyserOptions): AnalyserPool {
  const pool = createWorkerPool<AnalysisPlan, AnalysisJob, AnalysisOutput>({
    size: options.workers,
    plan: options.plan,
    clock: options.clock,
    limitMs: (job) => jobLimitMs + (limitMsPerMegachar * job.items.reduce(addLength, 0)) / 1_000_000,
    start: options.start,
  });

  const batcher = createBatcher<readonly Item[], readonly Isolated<Analysis>[]>({
    // One more than there are workers, so that none is idle while its answer is on the way.
    concurrency: options.workers + 1,
    maxSize: largestJob,
    size: (items) => items.length,
    fits: () => true,
    run: async (requests) => {
      const results = await run(requests.flat());
      let from = 0;
      return requests.map((items) => results.slice(from, (from += items.length)));
    },
  });

  function run(items: readonly Item[]): Promise<readonly Isolated<Analysis>[]> {
    return isolate(items, {
      isLost,
      reasonOf: reasonOfLoss,
      run: async (batch) => {
        const output = await pool.run({ kind: 'analyse', items: batch.map(withoutWeight) });
        return output.kind === 'analyse' ? output.results : [];
      },
    });
  }

  return {
    get waiting() {
      return batcher.waiting;
    },
    async analyse(items) {
      const parts = await Promise.all(chunks(items).map((part) => batcher.add(part)));
      return parts.flat();
    },
    async matchOnce(rule, items) {
      const found: Match[] = [];
      for (const part of chunks(items)) {
        const output = await pool.run({
          kind: 'match-once',
          items: part.map(withoutWeight),
          rule,
          at: options.clock.now(),
        });
        if (output.kind !== 'match-once') continue;
        for (const result of output.results) if (result.ok && result.result !== undefined) found.push(result.result);
      }
      return found;
    },
    reload: (plan) => pool.reload(plan),
    stop: () => pool.stop(),
  };
}

/** What no rule looks at need not travel to another thread. */
function withoutWeight(item: Item): Item {
  const { html: _html, raw: _raw, ...light } = item;
  return light;
}

function chunks(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += largestJob) parts.push(items.slice(from, from + largestJob));
  return parts;
}

function addLength(sum: number, item: Item): number {
  return sum + item.text.length + (item.title?.length ?? 0);
}

function isLost(error: unknown): boolean {
  return error instanceof PipelineError && error.retryable;
}

function reasonOfLoss(error: unknown): string {
  return error instanceof PipelineError && error.code === 'worker-slow'
    ? 'decoding and matching it took too long'
    : `decoding and matching it ended an analysis thread (${messageOf(error)})`;
}
