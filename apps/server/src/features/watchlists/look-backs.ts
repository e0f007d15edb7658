import type { LookBack } from '@vedette/contract';
import { PipelineError, type Pipeline } from '@vedette/pipeline';
import { StoreError, type Actor, type Store } from '@vedette/store';
import { ServiceError } from '../../errors.js';
import type { Log } from '../../log.js';

/** Searches of what is stored, by watchlist. They run one after another, since each takes what arriving Items leave over. */
export interface LookBacks {
  /** The last one of a watchlist since the server started. */
  get(watchlist: string): LookBack | undefined;
  /** @throws ServiceError `not-found`, `conflict` where one is under way or the watchlist is switched off */
  start(watchlist: string, days: number, by: Actor): Promise<LookBack>;
  /** @throws ServiceError `not-found` where none is under way */
  cancel(watchlist: string): LookBack;
  /** Ends them all, and waits until they have. */
  close(): Promise<void>;
}

export interface LookBacksOptions {
  readonly store: {
    readonly watchlists: Pick<Store['watchlists'], 'get'>;
    readonly lookBack: Pick<Store['lookBack'], 'count' | 'note'>;
  };
  readonly pipeline: Pick<Pipeline, 'lookBack'>;
  readonly now: () => number;
  readonly log: Log;
}

interface Job {
  state: LookBack;
  readonly abort: AbortController;
}

const dayMs = 86_400_000;

export function createLookBacks({ store, pipeline, now, log }: LookBacksOptions): LookBacks {
  const jobs = new Map<string, Job>();
  let line: Promise<void> = Promise.resolve();

  async function run(job: Job, since: number, by: Actor): Promise<void> {
    const { watchlist, version, days } = job.state;
    const update = (changes: Partial<LookBack>): void => {
      job.state = { ...job.state, ...changes };
    };
    // It was cancelled while it waited: there is nothing to tell.
    if (job.state.endedAt !== undefined) return;
    try {
      update({ state: 'running', total: await store.lookBack.count(since) });
      await store.lookBack.note('started', watchlist, { version, days }, by);
      await pipeline.lookBack({ watchlist, version, since, signal: job.abort.signal, onProgress: update });
      update({ state: job.abort.signal.aborted ? 'cancelled' : 'done' });
    } catch (error) {
      const changed =
        (error instanceof PipelineError && error.code === 'rules-changed') ||
        (error instanceof StoreError && error.code === 'conflict');
      update({ state: 'failed', problem: changed ? 'watchlist-changed' : 'server' });
      log('warn', 'looking through stored Items ended early', { watchlist, error: String(error) });
    }
    update({ endedAt: new Date(now()).toISOString() });
    const { state, looked, matches, alerts } = job.state;
    await store.lookBack
      .note('ended', watchlist, { version, days, state, looked, matches, alerts }, by)
      .catch((error: unknown) => {
        log('error', 'the end of a search could not be put on record', { watchlist, error: String(error) });
      });
  }

  /** What runs ends with its batch; what waits for its turn ends at once. */
  function end(job: Job): void {
    job.abort.abort();
    if (job.state.state !== 'waiting') return;
    job.state = { ...job.state, state: 'cancelled', endedAt: new Date(now()).toISOString() };
  }

  return {
    get: (watchlist) => jobs.get(watchlist)?.state,
    async start(id, days, by) {
      const watchlist = await store.watchlists.get(id);
      if (watchlist === undefined) {
        throw new ServiceError('not-found', 'there is no such watchlist; it may have been removed');
      }
      if (!watchlist.enabled) {
        throw new ServiceError('conflict', 'this watchlist is switched off; switch it on first');
      }
      const before = jobs.get(id)?.state.state;
      if (before === 'waiting' || before === 'running') {
        throw new ServiceError(
          'conflict',
          'this watchlist is looking through stored Items already; wait, or cancel that',
        );
      }
      const at = now();
      const job: Job = {
        abort: new AbortController(),
        state: {
          watchlist: id,
          version: watchlist.version,
          days,
          state: 'waiting',
          total: 0,
          looked: 0,
          matches: 0,
          alerts: 0,
          startedBy: by.name,
          startedAt: new Date(at).toISOString(),
        },
      };
      jobs.set(id, job);
      line = line.then(() => run(job, at - days * dayMs, by));
      return job.state;
    },
    cancel(id) {
      const job = jobs.get(id);
      if (job === undefined || job.state.endedAt !== undefined) {
        throw new ServiceError('not-found', 'this watchlist is not looking through stored Items');
      }
      end(job);
      return job.state;
    },
    async close() {
      for (const job of jobs.values()) end(job);
      await line;
    },
  };
}
