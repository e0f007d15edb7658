import type { WatchedSource } from '@vedette/contract';
import { SourceError, type SourceDefinition } from '@vedette/sources';
import type { RunnableSource } from '@vedette/store';
import { describe, expect, it } from 'vitest';
import { createSupervisor, type SupervisedSources } from '../src/supervisor.js';
import { createFakeClock } from './fake-clock.js';
import { batch, definition, item, noContext, watched } from './fakes.js';

const minute = 60_000;

function runnable(source: WatchedSource): RunnableSource {
  return { source, cursor: undefined };
}

function runs(source: WatchedSource): boolean {
  return !source.paused && source.health !== 'gone';
}

/** The part of the store that a supervisor sees, in memory. */
function memorySources(list: WatchedSource[]) {
  const rows = new Map(list.map((source) => [source.id, source]));
  const sources: SupervisedSources = {
    list: async () => [...rows.values()],
    get: async (id) => rows.get(id),
    runnable: async () => [...rows.values()].filter(runs).map(runnable),
    runnableOne: async (id) => {
      const source = rows.get(id);
      return source !== undefined && runs(source) ? runnable(source) : undefined;
    },
    report: async (id, report) => {
      const source = rows.get(id);
      if (source === undefined) throw new Error(`There is no source ${id}`);
      const health = report.outcome === 'ok' ? 'ok' : report.outcome === 'gone' ? 'gone' : 'failing';
      const next: WatchedSource = { ...source, health };
      rows.set(id, next);
      return next;
    },
  };
  return { sources, rows };
}

function bench(list: WatchedSource[], source: SourceDefinition, concurrency = 8) {
  const clock = createFakeClock();
  const { sources, rows } = memorySources(list);
  const stored: string[] = [];
  const changes: WatchedSource[] = [];
  const supervisor = createSupervisor({
    sources,
    definitions: [source],
    contextOf: () => noContext,
    clock,
    random: () => 0,
    log: () => {},
    concurrency,
    store: async ({ id }, { items }) => {
      stored.push(...items.map((of) => `${id}/${of.id}`));
    },
    onChange: (changed) => changes.push(changed),
  });
  return { supervisor, clock, rows, stored, changes };
}

const hourly = definition(async function* (_cursor, context) {
  for (let round = 1; ; round += 1) {
    yield batch({ items: [item(String(round))], cursor: round, nextAt: context.now() + 60 * minute });
  }
});

describe('the supervisor', () => {
  it('runs what is not paused', async () => {
    const { supervisor, clock, stored } = bench([watched('a'), watched('b', { paused: true })], hourly);
    await supervisor.start();
    await clock.settle();
    expect(stored).toEqual(['a/1']);
    await supervisor.stop();
  });

  it('takes up at run time what a person adds, pauses, resumes and removes', async () => {
    const { supervisor, clock, rows, stored } = bench([], hourly);
    await supervisor.start();
    rows.set('a', watched('a'));
    await supervisor.refresh('a');
    await clock.settle();
    expect(stored).toEqual(['a/1']);

    rows.set('a', watched('a', { paused: true }));
    await supervisor.refresh('a');
    await clock.advance(180 * minute);
    expect(stored).toEqual(['a/1']);

    rows.set('a', watched('a'));
    await supervisor.refresh('a');
    await clock.settle();
    expect(stored).toEqual(['a/1', 'a/1']);

    rows.delete('a');
    await supervisor.refresh('a');
    expect(supervisor.running).toBe(0);
    await supervisor.stop();
  });

  it('reads a source now when a person asks, and answers with its state after that', async () => {
    let answers = 0;
    const mended = definition(async function* (_cursor, context) {
      answers += 1;
      if (answers === 1) throw new SourceError('unauthorised', 'the token was refused; set a new one');
      yield batch({ items: [item('1')], cursor: 1, nextAt: context.now() + 60 * minute });
    });
    const { supervisor, clock, rows } = bench([watched('a')], mended);
    await supervisor.start();
    await clock.settle();
    expect(rows.get('a')?.health).toBe('failing');
    expect((await supervisor.pollNow('a')).health).toBe('ok');
    await expect(supervisor.pollNow('nobody')).rejects.toMatchObject({ code: 'unknown-source' });
    await supervisor.stop();
  });

  it('asks no more than eight of two hundred feeds at the same time, and all of them in the end', async () => {
    let open = 0;
    let most = 0;
    const answers: (() => void)[] = [];
    const slow = definition(async function* (_cursor, context) {
      for (;;) {
        open += 1;
        most = Math.max(most, open);
        await new Promise<void>((resolve) => {
          answers.push(resolve);
        });
        open -= 1;
        yield batch({ items: [item('1')], cursor: 1, nextAt: context.now() + 60 * minute });
      }
    });
    const ids = Array.from({ length: 200 }, (_, index) => watched(String(index)));
    const { supervisor, clock, stored } = bench(ids, slow);
    await supervisor.start();
    while (stored.length < 200) {
      answers.shift()?.();
      await clock.settle();
    }
    expect(most).toBe(8);
    await supervisor.stop();
  });

  it('lets others read while one waits for an answer that does not come', async () => {
    let opened = 0;
    const silent = definition(async function* (_cursor, context) {
      opened += 1;
      if (opened === 1) await new Promise(() => {});
      yield batch({ items: [item('1')], cursor: 1, nextAt: context.now() + 60 * minute });
    });
    const { supervisor, clock, stored } = bench([watched('a'), watched('b')], silent, 1);
    await supervisor.start();
    await clock.advance(29_000);
    expect(stored).toEqual([]);
    await clock.advance(1_000);
    expect(stored).toEqual(['b/1']);
    await supervisor.stop();
  });

  it('tells when a healthy source became quiet, which no event brings', async () => {
    const { supervisor, clock, rows, changes } = bench([watched('a')], hourly);
    await supervisor.start();
    await clock.settle();
    expect(changes.at(-1)?.health).toBe('ok');
    rows.set('a', watched('a', { health: 'quiet' }));
    await clock.advance(minute);
    expect(changes.at(-1)?.health).toBe('quiet');
    await supervisor.stop();
  });
});
