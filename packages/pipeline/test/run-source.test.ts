import { SourceError, type Batch, type SourceDefinition } from '@vedette/sources';
import type { AttemptReport } from '@vedette/store';
import { describe, expect, it } from 'vitest';
import { runSource, type SourceRun } from '../src/run-source.js';
import { createSlots } from '../src/slots.js';
import { createFakeClock, type FakeClock } from './fake-clock.js';
import { batch, definition, item, noContext, watched } from './fakes.js';

interface Bench {
  readonly clock: FakeClock;
  readonly run: SourceRun;
  readonly stored: Batch<unknown>[];
  readonly reports: AttemptReport[];
  readonly leave: AbortController;
}

function start(
  source: SourceDefinition,
  options: { store?: (batch: Batch<unknown>) => Promise<void>; cursor?: unknown; nextAttemptAt?: string } = {},
): Bench {
  const clock = createFakeClock();
  const leave = new AbortController();
  const stored: Batch<unknown>[] = [];
  const reports: AttemptReport[] = [];
  const run = runSource({
    runnable: {
      source: watched('a', options.nextAttemptAt === undefined ? {} : { nextAttemptAt: options.nextAttemptAt }),
      cursor: options.cursor,
    },
    definition: source,
    context: () => noContext,
    slots: createSlots(8),
    clock,
    random: () => 0,
    log: () => {},
    signal: leave.signal,
    store:
      options.store ??
      (async (value) => {
        stored.push(value);
      }),
    report: async (report) => {
      reports.push(report);
    },
  });
  return { clock, run, stored, reports, leave };
}

const minute = 60_000;

describe('a polled source', () => {
  it('is asked again when it says, with what came stored before', async () => {
    const pulls: number[] = [];
    const bench = start(
      definition(async function* (_cursor, context) {
        for (let round = 1; ; round += 1) {
          pulls.push(context.now());
          yield batch({ items: [item(`i${String(round)}`)], cursor: round, nextAt: context.now() + 10 * minute });
        }
      }),
    );
    const begun = bench.clock.now();
    await bench.clock.settle();
    expect(bench.stored.map((value) => value.cursor)).toEqual([1]);
    expect(bench.run.phase).toBe('resting');
    await bench.clock.advance(20 * minute);
    expect(pulls.map((at) => at - begun)).toEqual([0, 10 * minute, 20 * minute]);
    expect(bench.reports.every((report) => report.outcome === 'ok')).toBe(true);
    bench.leave.abort();
    await bench.run.ended;
  });

  it('is read at once when a person asks, and the answer comes after that attempt', async () => {
    let pulls = 0;
    const bench = start(
      definition(async function* (_cursor, context) {
        for (;;) {
          pulls += 1;
          yield batch({ nextAt: context.now() + 60 * minute });
        }
      }),
    );
    await bench.clock.settle();
    await bench.run.ask();
    expect(pulls).toBe(2);
    bench.leave.abort();
  });

  it('writes nothing down where nothing came and its place did not move', async () => {
    const bench = start(
      definition(async function* (_cursor, context) {
        for (;;) yield batch({ cursor: 7, nextAt: context.now() + minute });
      }),
      { cursor: 7 },
    );
    await bench.clock.advance(5 * minute);
    expect(bench.stored).toEqual([]);
    expect(bench.reports.length).toBe(6);
    bench.leave.abort();
  });

  it('waits after a restart for the moment it had agreed on', async () => {
    let pulls = 0;
    const source = definition(async function* (_cursor, context) {
      pulls += 1;
      yield batch({ nextAt: context.now() + 60 * minute });
    });
    const bench = start(source, { nextAttemptAt: new Date(createFakeClock().now() + 5 * minute).toISOString() });
    await bench.clock.advance(4 * minute);
    expect(pulls).toBe(0);
    await bench.clock.advance(minute);
    expect(pulls).toBe(1);
    bench.leave.abort();
  });
});

describe('back-pressure', () => {
  it('asks a stream for nothing while a batch is being stored', async () => {
    let pulls = 0;
    const open: (() => void)[] = [];
    const bench = start(
      definition(async function* () {
        for (;;) {
          pulls += 1;
          yield batch({ items: [item(`i${String(pulls)}`)], cursor: pulls });
        }
      }),
      { store: () => new Promise((resolve) => open.push(resolve)) },
    );
    await bench.clock.settle();
    expect(pulls).toBe(1);
    open.shift()?.();
    await bench.clock.settle();
    expect(pulls).toBe(2);
    bench.leave.abort();
    open.shift()?.();
    await bench.run.ended;
  });
});

function failing(errors: (Error | undefined)[], cursors: (number | undefined)[] = []): SourceDefinition {
  return definition(async function* (cursor, context) {
    cursors.push(cursor);
    for (;;) {
      const error = errors.shift();
      if (error !== undefined) throw error;
      yield batch({ items: [item('i')], cursor: 5, nextAt: context.now() + 10 * minute });
    }
  });
}

describe('a source that fails', () => {
  it('is tried again with growing pauses, from the place that was stored', async () => {
    const cursors: (number | undefined)[] = [];
    const broken = new SourceError('temporary', 'https://example.org answers 503; trying again later');
    const bench = start(failing([undefined, broken, broken], cursors));
    await bench.clock.advance(10 * minute);
    const begun = bench.clock.now();
    expect(bench.reports.at(-1)).toMatchObject({
      outcome: 'failed',
      error: { code: 'temporary' },
      nextAttemptAt: begun + 2_500,
    });
    await bench.clock.advance(2_500);
    expect(bench.reports.at(-1)).toMatchObject({ outcome: 'failed', nextAttemptAt: begun + 2_500 + 5_000 });
    await bench.clock.advance(5_000);
    expect(bench.reports.at(-1)).toMatchObject({ outcome: 'ok' });
    expect(cursors).toEqual([undefined, 5, 5]);
    bench.leave.abort();
  });

  it('waits for the end of a limit, also when a person asks', async () => {
    const until = createFakeClock().now() + 30 * minute;
    const bench = start(failing([new SourceError('rate-limited', 'asked to wait', { until })]));
    await bench.clock.settle();
    await bench.run.ask();
    await bench.clock.advance(29 * minute);
    expect(bench.stored).toEqual([]);
    await bench.clock.advance(minute);
    expect(bench.stored.length).toBe(1);
    bench.leave.abort();
  });

  it.each(['gone', 'unauthorised', 'incompatible'] as const)('stops on %s until a person asks', async (code) => {
    const bench = start(failing([new SourceError(code, 'in plain words')]));
    await bench.clock.advance(24 * 60 * minute);
    expect(bench.reports.map(({ outcome, error }) => [outcome, error?.code, error?.message])).toEqual([
      [code === 'gone' ? 'gone' : 'failed', code, 'in plain words'],
    ]);
    await bench.run.ask();
    expect(bench.reports.at(-1)?.outcome).toBe('ok');
    bench.leave.abort();
  });

  it('tries again what could be read before and is something else now', async () => {
    const notice = new SourceError('incompatible', 'https://example.org/feed.xml gives a web page');
    const bench = start(failing([undefined, notice]));
    await bench.clock.advance(10 * minute);
    expect(bench.reports.at(-1)).toMatchObject({ outcome: 'failed', error: { code: 'incompatible' } });
    await bench.clock.advance(15 * minute);
    expect(bench.reports.at(-1)?.outcome).toBe('ok');
    bench.leave.abort();
  });

  it('survives an error outside the closed set, and names it', async () => {
    const bench = start(failing([new TypeError('x is undefined')]));
    await bench.clock.settle();
    expect(bench.reports[0]?.error).toEqual({ code: 'unknown', message: 'an unexpected error: x is undefined' });
    await bench.clock.advance(2_500);
    expect(bench.stored.length).toBe(1);
    bench.leave.abort();
  });

  it('reads again what could not be stored', async () => {
    let broken = true;
    const cursors: (number | undefined)[] = [];
    const stored: unknown[] = [];
    const bench = start(failing([], cursors), {
      store: async (value) => {
        if (broken) throw Object.assign(new Error('the database is away'), { retryable: true });
        stored.push(value.cursor);
      },
    });
    await bench.clock.settle();
    expect(bench.reports[0]?.error?.code).toBe('temporary');
    broken = false;
    await bench.clock.advance(2_500);
    expect(stored).toEqual([5]);
    expect(cursors).toEqual([undefined, undefined]);
    bench.leave.abort();
  });

  it('starts over where its place was kept in an old form', async () => {
    const cursors: (number | undefined)[] = [];
    const bench = start(failing([], cursors), { cursor: { v: 0 } });
    await bench.clock.settle();
    expect(cursors).toEqual([undefined]);
    bench.leave.abort();
  });
});

describe('ending', () => {
  it('does not wait for a source that ignores the signal', async () => {
    const bench = start(definition(() => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) })));
    await bench.clock.settle();
    bench.leave.abort();
    await bench.run.ended;
    expect(bench.stored).toEqual([]);
  });

  it('opens a source that came to its end again after a rest', async () => {
    let opened = 0;
    const bench = start(
      definition(async function* () {
        opened += 1;
        yield batch({ items: [item('i')], cursor: opened });
      }),
    );
    await bench.clock.settle();
    expect(opened).toBe(1);
    await bench.clock.advance(15 * minute);
    expect(opened).toBe(2);
    bench.leave.abort();
  });
});
