import { SourceError, type Batch, type SourceContext, type SourceDefinition } from '@vedette/sources';
import type { AttemptReport, RunnableSource } from '@vedette/store';
import { backoffMs, type BackoffOptions } from './backoff.js';
import type { Clock } from './clock.js';
import { messageOf } from './errors.js';
import type { Log } from './log.js';
import type { Slots } from './slots.js';
import { nextPhase, outcomeOf, type RunEvent, type RunPhase } from './source-run.js';

/** A source that ended without saying when to ask again, in milliseconds. */
const usualRestMs = 15 * 60_000;
/** Between two pulls of a source that gave nothing and did not say when to ask again, so that no source can spin. */
const shortestRestMs = 1_000;
/** A pull that takes longer gives its place to others: it waits for news and not for an answer. */
const slotMs = 30_000;
/** A stream gives many batches a second; its good health is written down this often. */
const reportEveryMs = 10_000;

/** A source that suddenly gives something else has often put up a notice for a night; asking seldom is enough. */
const changedPauses: BackoffOptions = { firstMs: 30 * 60_000, longestMs: 6 * 3_600_000 };

export interface SourceRunOptions {
  readonly runnable: RunnableSource;
  readonly definition: SourceDefinition;
  /** asked for at each opening, once the settings of the source are known to be valid */
  readonly context: () => Pick<SourceContext, 'http' | 'secret'>;
  readonly slots: Slots;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** decodes, matches and stores; when it resolves, everything is on disk together with the cursor */
  readonly store: (batch: Batch<unknown>) => Promise<void>;
  readonly report: (report: AttemptReport) => Promise<void>;
}

/** One watched source under way. */
export interface SourceRun {
  readonly phase: RunPhase;
  /** Asks for it to be read now. Resolves once that attempt was reported, or the run ended. */
  ask(): Promise<void>;
  /** Resolves when the run ended: its signal aborted. Never rejects. */
  readonly ended: Promise<void>;
}

/**
 * Reads one source until its signal aborts: pulls, stores, rests, and goes on; retries, waits or stops as its errors
 * say (`source-run.ts`). Pulling is the back-pressure: nothing is asked of the source while a batch is being stored.
 */
export function runSource(options: SourceRunOptions): SourceRun {
  const { clock, definition, signal } = options;
  const { source } = options.runnable;
  let phase: RunPhase = 'due';
  let until = 0;
  let failures = 0;
  let worked = false;
  let cursor: unknown = options.runnable.cursor ?? undefined;
  let iterator: AsyncIterator<Batch<unknown>> | undefined;
  let opened: AbortController | undefined;
  let streaming = false;
  let lastReport = 0;
  let wake = new AbortController();
  let askers: (() => void)[] = [];

  if (source.nextAttemptAt !== undefined && (source.error === undefined || source.error.code === 'rate-limited')) {
    until = Date.parse(source.nextAttemptAt);
    phase = 'resting';
  }

  function advance(event: RunEvent): void {
    phase = nextPhase(phase, event);
  }

  /** Sleeps until `until`, or until somebody asks. */
  async function rest(deadline: number): Promise<void> {
    const ms = deadline - clock.now();
    if (ms > 0) await clock.sleep(ms, wake.signal);
    if (signal.aborted) return;
    if (wake.signal.aborted) {
      wake = new AbortController();
      advance('asked');
    } else {
      advance('time');
    }
  }

  function open(): AsyncIterator<Batch<unknown>> {
    if (definition.open === undefined) {
      throw new SourceError(
        'incompatible',
        `a source of kind ${definition.kind} is read from files and cannot be watched`,
      );
    }
    const config = definition.configSchema.safeParse(source.config);
    if (!config.success) {
      const [issue] = config.error.issues;
      const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
      throw new SourceError('incompatible', `the settings of this source are not valid${where}; add it again`);
    }
    const known = definition.cursorSchema.safeParse(cursor);
    if (cursor !== undefined && !known.success) {
      options.log(
        'warn',
        `${source.title}: its place was kept in a form that is not read any more; reading from the start`,
      );
    }
    opened = new AbortController();
    const batches = definition.open(config.data, known.success ? known.data : undefined, {
      ...options.context(),
      now: () => clock.now(),
      signal: opened.signal,
      log: (level, message) => {
        options.log(level, `${source.title}: ${message}`);
      },
    });
    return batches[Symbol.asyncIterator]();
  }

  function close(): void {
    opened?.abort();
    opened = undefined;
    const leaving = iterator;
    iterator = undefined;
    // A generator that waits answers `return` only when its wait is over, so nobody waits for it.
    leaving?.return?.().catch((error: unknown) => {
      options.log('debug', `${source.title}: failed while closing: ${messageOf(error)}`, error);
    });
  }

  async function pull(): Promise<IteratorResult<Batch<unknown>> | undefined> {
    iterator ??= open();
    const pulled = iterator.next();
    let stopRacing: (() => void) | undefined;
    const left = new Promise<undefined>((resolve) => {
      stopRacing = () => {
        resolve(undefined);
      };
      signal.addEventListener('abort', stopRacing, { once: true });
    });
    try {
      return await Promise.race([pulled, left]);
    } finally {
      if (stopRacing !== undefined) signal.removeEventListener('abort', stopRacing);
      // Whoever raced has heard of it; after an abort nobody is left to hear.
      pulled.catch(() => {});
    }
  }

  async function pullInTurn(): Promise<IteratorResult<Batch<unknown>> | undefined> {
    const release = streaming ? () => {} : await options.slots.acquire(signal);
    if (release === undefined) return undefined;
    advance('turn');
    const done = new AbortController();
    void clock.sleep(slotMs, done.signal).then(release);
    try {
      return await pull();
    } finally {
      done.abort();
    }
  }

  async function step(): Promise<void> {
    const hearing = askers;
    askers = [];
    try {
      const result = await pullInTurn();
      if (result === undefined) return;
      if (result.done === true) {
        close();
        advance('ended');
        until = clock.now() + usualRestMs;
      } else {
        advance('batch');
        await keep(result.value);
      }
      failures = 0;
      worked = true;
      await reportSuccess();
    } catch (error) {
      await fail(error);
    } finally {
      for (const heard of hearing) heard();
    }
  }

  async function keep(batch: Batch<unknown>): Promise<void> {
    const moved = JSON.stringify(batch.cursor) !== JSON.stringify(cursor);
    const empty = batch.items.length === 0 && batch.rejected.length === 0;
    if (!empty || moved) await options.store(batch);
    cursor = batch.cursor;
    advance('stored');
    streaming = batch.nextAt === undefined;
    until = batch.nextAt ?? (empty ? clock.now() + shortestRestMs : 0);
  }

  async function reportSuccess(): Promise<void> {
    const at = clock.now();
    if (streaming && at - lastReport < reportEveryMs) return;
    lastReport = at;
    await report({ at, outcome: 'ok', ...(until > at ? { nextAttemptAt: until } : {}) });
  }

  async function fail(error: unknown): Promise<void> {
    close();
    if (signal.aborted) return;
    failures += 1;
    const event = eventOf(error);
    const wasReadable = worked || source.lastSuccessAt !== undefined;
    advance(event === 'incompatible' && wasReadable ? 'changed' : event);
    const at = clock.now();
    until = at + backoffMs(failures, options.random, event === 'incompatible' ? changedPauses : undefined);
    if (error instanceof SourceError && error.until !== undefined) until = Math.max(at, error.until);
    lastReport = 0;
    const message = event === 'unknown' ? `an unexpected error: ${messageOf(error)}` : messageOf(error);
    options.log(event === 'unknown' ? 'error' : 'warn', `${source.title}: ${message}`, error);
    await report({
      at,
      outcome: outcomeOf(event),
      error: { code: event, message },
      ...(phase === 'stopped' ? {} : { nextAttemptAt: until }),
    });
  }

  async function report(attempt: AttemptReport): Promise<void> {
    try {
      await options.report(attempt);
    } catch (error) {
      options.log('error', `${source.title}: its health could not be written down: ${messageOf(error)}`, error);
    }
  }

  function leave(): void {
    wake.abort();
  }

  async function run(): Promise<void> {
    signal.addEventListener('abort', leave, { once: true });
    while (!signal.aborted) {
      if (phase === 'resting' || phase === 'retrying' || phase === 'limited') await rest(until);
      else if (phase === 'stopped') await rest(Number.POSITIVE_INFINITY);
      else await step();
    }
    signal.removeEventListener('abort', leave);
    close();
    for (const heard of askers.splice(0)) heard();
  }

  const ended = run();
  return {
    get phase() {
      return phase;
    },
    ended,
    ask: () =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve();
          return;
        }
        // A limit holds also against people; there is nothing to wait for.
        if (phase === 'limited') resolve();
        else askers.push(resolve);
        wake.abort();
      }),
  };
}

/** Which event an error is; errors outside the sources' closed set that say they are retryable are temporary. */
function eventOf(error: unknown): Extract<RunEvent, 'unknown'> | SourceError['code'] {
  if (error instanceof SourceError) return error.code;
  return error instanceof Error && 'retryable' in error && error.retryable === true ? 'temporary' : 'unknown';
}
