import type { Item, Match, Rule } from '@vedette/contract';
import type { Analysis, AnalysisJob, AnalysisOutput, AnalysisPlan } from './analysis.js';
import { createBatcher } from './batcher.js';
import type { Clock } from './clock.js';
import { PipelineError, messageOf } from './errors.js';
import { isolate, type Isolated } from './isolate.js';
import { createWorkerPool, type FromWorker, type ToWorker } from './worker-pool.js';
import type { WorkerPort } from './worker-port.js';

/**
 * Weight of the largest job, where an Item weighs 1 and each 20,000 of its characters 1 more: large enough to make the way
 * to a thread cheap, small enough to share among threads, to hold in memory several times, and to lose.
 */
const largestJob = 100;
const charactersPerWeight = 20_000;
/** Longer texts are no posts and no articles; decoded, each would take several times its size in memory. */
const longestText = 10_000_000;
/** How long one Item may take before its worker counts as hung: a post takes a tenth of a millisecond. */
const itemLimitMs = 30_000;
/** And for each million characters of the longest text of its job on top of that. */
const limitMsPerMegachar = 10_000;

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
  /** Runs rules over Items, for a test on history: what they catch. Items that cannot be looked at are left out. */
  matchOnce(rules: readonly Rule[], items: readonly Item[]): Promise<readonly Match[]>;
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
    limitMs: (job) => itemLimitMs + (limitMsPerMegachar * Math.max(0, ...job.items.map(lengthOf))) / 1_000_000,
    start: options.start,
  });

  const batcher = createBatcher<readonly Item[], readonly Isolated<Analysis>[]>({
    // One more than there are workers, so that none is idle while its answer is on the way.
    concurrency: options.workers + 1,
    maxSize: largestJob,
    size: weightOf,
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
      suspectOf: (error) => (error instanceof PipelineError ? error.element : undefined),
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
      const fit = items.filter((item) => lengthOf(item) <= longestText);
      const parts = await Promise.all(chunks(fit).map((part) => batcher.add(part)));
      const results = parts.flat();
      if (fit.length === items.length) return results;
      let next = 0;
      return items.map((item) => {
        if (lengthOf(item) > longestText) return { ok: false, reason: tooLong(item) };
        next += 1;
        return results[next - 1] ?? { ok: false, reason: 'was not analysed' };
      });
    },
    async matchOnce(rules, items) {
      const found: Match[] = [];
      for (const part of chunks(items)) {
        const output = await pool.run({
          kind: 'match-once',
          items: part.map(withoutWeight),
          rules,
          at: options.clock.now(),
        });
        if (output.kind !== 'match-once') continue;
        for (const result of output.results) if (result.ok) found.push(...result.result);
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
  const parts: Item[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const item of items) {
    weight += weightOf([item]);
    const part = parts.at(-1);
    if (part === undefined || weight > largestJob) {
      parts.push([item]);
      weight = weightOf([item]);
    } else {
      part.push(item);
    }
  }
  return parts;
}

function weightOf(items: readonly Item[]): number {
  return items.length + items.reduce(addLength, 0) / charactersPerWeight;
}

function addLength(sum: number, item: Item): number {
  return sum + lengthOf(item);
}

function lengthOf(item: Item): number {
  return item.text.length + (item.title?.length ?? 0);
}

function tooLong(item: Item): string {
  return `has ${lengthOf(item).toLocaleString('en')} characters; ${longestText.toLocaleString('en')} is the limit`;
}

function isLost(error: unknown): boolean {
  return error instanceof PipelineError && error.retryable;
}

function reasonOfLoss(error: unknown): string {
  return error instanceof PipelineError && error.code === 'worker-slow'
    ? 'decoding and matching it took too long'
    : `decoding and matching it ended an analysis thread (${messageOf(error)})`;
}
