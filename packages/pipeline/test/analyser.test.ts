import type { Item } from '@vedette/contract';
import { describe, expect, it } from 'vitest';
import { createAnalyserPool } from '../src/analyser.js';
import {
  analyse,
  compileAnalysis,
  type Analyser,
  type AnalysisJob,
  type AnalysisOutput,
  type AnalysisPlan,
} from '../src/analysis.js';
import { PipelineError } from '../src/errors.js';
import type { FromWorker, ToWorker } from '../src/worker-pool.js';
import type { WorkerPort } from '../src/worker-port.js';
import { createFakeClock } from './fake-clock.js';
import { item } from './fakes.js';

const plan: AnalysisPlan = {
  at: 0,
  watchlists: [{ id: 'w', version: 1, rules: [{ id: 'r', query: 'lantern' }] }],
  columns: [],
};

/** Does the real work without a thread; an Item whose text holds `POISON` ends it as a crash would. */
function inProcess(
  onJob: (items: readonly Item[]) => void,
): WorkerPort<ToWorker<AnalysisPlan, AnalysisJob>, FromWorker<AnalysisOutput>> {
  let analyser: Analyser | undefined;
  let tell: ((message: FromWorker<AnalysisOutput>) => void) | undefined;
  let lost: ((error: PipelineError) => void) | undefined;
  return {
    onMessage: (listener) => (tell = listener),
    onLost: (listener) => (lost = listener),
    terminate: async () => {},
    progress: () => 0,
    post: (message) => {
      setImmediate(() => {
        if (message.type === 'plan') {
          analyser = compileAnalysis(message.plan);
          tell?.({ type: 'ready', generation: message.generation });
        } else if (message.input.items.some(({ text }) => text.includes('POISON'))) {
          const element = message.input.items.findIndex(({ text }) => text.includes('POISON'));
          lost?.(new PipelineError('worker-lost', 'heap out of memory', { element }));
        } else if (analyser !== undefined) {
          onJob(message.input.items);
          tell?.({ type: 'done', output: analyse(message.input, analyser) });
        }
      });
    },
  };
}

function bench(workers = 1) {
  const jobs: (readonly Item[])[] = [];
  const pool = createAnalyserPool({
    workers,
    plan,
    clock: createFakeClock(),
    start: () => inProcess((items) => jobs.push(items)),
  });
  return { pool, jobs };
}

describe('analysis on workers', () => {
  it('answers in the order of the Items, whatever the number of jobs', async () => {
    const { pool, jobs } = bench(3);
    const items = Array.from({ length: 250 }, (_, index) =>
      item(String(index), index % 7 === 0 ? 'a lantern' : 'a door'),
    );
    const results = await pool.analyse(items);
    expect(results.map((result) => result.ok && result.result.matches.length)).toEqual(
      items.map((_, index) => (index % 7 === 0 ? 1 : 0)),
    );
    expect(jobs.map((job) => job.length).every((length) => length <= 100)).toBe(true);
    expect(jobs.flat().length).toBe(250);
  });

  it('gives up one poisonous Item and analyses all others', async () => {
    const { pool } = bench(2);
    const items = Array.from({ length: 40 }, (_, index) => item(String(index), index === 17 ? 'POISON' : 'a lantern'));
    const results = await pool.analyse(items);
    expect(results.filter((result) => result.ok).length).toBe(39);
    expect(results[17]).toEqual({
      ok: false,
      reason: 'decoding and matching it ended an analysis thread (heap out of memory)',
    });
  });

  it('refuses a text beyond the limit with its size, and makes small jobs of long texts', async () => {
    const { pool, jobs } = bench();
    const long = item('long', 'x'.repeat(10_000_001));
    const items = [item('1', 'a lantern'), long, item('2', 'y'.repeat(1_500_000)), item('3', 'z'.repeat(1_500_000))];
    const results = await pool.analyse(items);
    expect(results.map((result) => (result.ok ? 'ok' : result.reason))).toEqual([
      'ok',
      'has 10,000,001 characters; 10,000,000 is the limit',
      'ok',
      'ok',
    ]);
    expect(jobs.map((job) => job.map(({ id }) => id))).toEqual([['1', '2'], ['3']]);
  });

  it('sends no HTML and no raw record to a thread', async () => {
    const { pool, jobs } = bench();
    await pool.analyse([{ ...item('1'), html: '<p>long</p>', raw: { long: true } }]);
    expect(Object.keys(jobs[0]?.[0] ?? {}).filter((key) => key === 'html' || key === 'raw')).toEqual([]);
  });

  it('tries one rule on history', async () => {
    const { pool } = bench();
    const found = await pool.matchOnce([{ id: 'try', query: 'door' }], [item('1', 'a door'), item('2', 'a lantern')]);
    expect(found.map((match) => [match.item, match.rule])).toEqual([['1', 'try']]);
  });

  it('compares with the new rules once a reload is done', async () => {
    const { pool } = bench();
    await pool.reload({ ...plan, watchlists: [{ id: 'w', version: 2, rules: [{ id: 'r', query: 'door' }] }] });
    const [result] = await pool.analyse([item('1', 'a door')]);
    expect(result?.ok && result.result.matches.map(({ version, rule }) => [version, rule])).toEqual([[2, 'r']]);
  });
});
