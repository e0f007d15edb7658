import type { WatchedSource } from '@vedette/contract';
import type { Batch, SourceContext, SourceDefinition } from '@vedette/sources';
import type { RunnableSource, Sources } from '@vedette/store';
import type { Clock } from './clock.js';
import { PipelineError, messageOf } from './errors.js';
import type { Log } from './log.js';
import { runSource, type SourceRun } from './run-source.js';
import { createSlots } from './slots.js';

/** How often the health of all sources is looked at again: silence is the passing of time and comes with no event. */
const healthEveryMs = 60_000;

/** The part of the store that a supervisor uses. */
export type SupervisedSources = Pick<Sources, 'list' | 'get' | 'runnable' | 'runnableOne' | 'report'>;

export interface SupervisorOptions {
  readonly sources: SupervisedSources;
  readonly definitions: readonly SourceDefinition[];
  /** what a source may touch; its HTTP client is limited to the hosts of its definition */
  readonly contextOf: (definition: SourceDefinition, source: WatchedSource) => Pick<SourceContext, 'http' | 'secret'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** how many polling sources are asked at the same time */
  readonly concurrency: number;
  readonly store: (source: WatchedSource, batch: Batch<unknown>) => Promise<void>;
  readonly onChange: (source: WatchedSource) => void;
}

/** Runs the watched sources. */
export interface Supervisor {
  /** Starts every source that the store says should run. */
  start(): Promise<void>;
  /** Takes up what changed about a source: added, resumed, paused, changed or removed. */
  refresh(id: string): Promise<void>;
  /** Reads a source now and gives its state after that attempt. @throws PipelineError `unknown-source` */
  pollNow(id: string): Promise<WatchedSource>;
  readonly running: number;
  /** Ends every run; what is being stored is finished by whoever stores it. */
  stop(): Promise<void>;
}

interface Entry {
  readonly run: SourceRun;
  readonly leave: AbortController;
}

/** Makes a supervisor; nothing runs before `start`. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { sources, clock, log } = options;
  const slots = createSlots(options.concurrency);
  const definitions = new Map(options.definitions.map((definition) => [definition.kind, definition]));
  const entries = new Map<string, Entry>();
  const known = new Map<string, string>();
  const stopping = new AbortController();

  function tell(source: WatchedSource): void {
    known.set(source.id, source.health);
    options.onChange(source);
  }

  function begin(runnable: RunnableSource): void {
    const { source } = runnable;
    const definition = definitions.get(source.kind);
    if (definition === undefined) {
      log('warn', `${source.title}: this version reads no ${source.kind}; the source waits`);
      return;
    }
    const leave = new AbortController();
    const run = runSource({
      runnable,
      definition,
      context: () => options.contextOf(definition, source),
      slots,
      clock,
      random: options.random,
      log,
      signal: leave.signal,
      store: (batch) => options.store(source, batch),
      report: async (report) => {
        tell(await sources.report(source.id, report));
      },
    });
    entries.set(source.id, { run, leave });
  }

  async function end(id: string): Promise<void> {
    const entry = entries.get(id);
    if (entry === undefined) return;
    entries.delete(id);
    entry.leave.abort();
    await entry.run.ended;
  }

  async function refresh(id: string): Promise<void> {
    await end(id);
    if (stopping.signal.aborted) return;
    const runnable = await sources.runnableOne(id);
    // Another refresh may have begun it while this one waited.
    if (runnable !== undefined && !entries.has(id)) begin(runnable);
    const source = runnable?.source ?? (await sources.get(id));
    if (source === undefined) known.delete(id);
    else tell(source);
  }

  async function watchHealth(): Promise<void> {
    for (;;) {
      await clock.sleep(healthEveryMs, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        for (const source of await sources.list()) {
          if (known.get(source.id) !== source.health) tell(source);
        }
      } catch (error) {
        log('error', `the health of the sources could not be read: ${messageOf(error)}`, error);
      }
    }
  }

  let watching: Promise<void> | undefined;
  return {
    get running() {
      return entries.size;
    },
    async start() {
      for (const runnable of await sources.runnable()) {
        known.set(runnable.source.id, runnable.source.health);
        begin(runnable);
      }
      watching = watchHealth();
    },
    refresh,
    async pollNow(id) {
      if (!entries.has(id)) await refresh(id);
      await entries.get(id)?.run.ask();
      const source = await sources.get(id);
      if (source === undefined)
        throw new PipelineError('unknown-source', `There is no source ${id}; it may have been removed`);
      return source;
    },
    async stop() {
      stopping.abort();
      await Promise.all([...entries.keys()].map((id) => end(id)));
      await watching;
    },
  };
}
