import { describe, expect, it } from 'vitest';
import { PipelineError } from '../src/errors.js';
import { createWorkerPool, type FromWorker, type ToWorker } from '../src/worker-pool.js';
import type { WorkerPort } from '../src/worker-port.js';
import { createFakeClock } from './fake-clock.js';

type Message = ToWorker<string, string>;

/** A worker that a test plays itself. */
class FakeWorker implements WorkerPort<Message, FromWorker<string>> {
  readonly inbox: Message[] = [];
  #message: (message: FromWorker<string>) => void = () => {};
  #lost: (error: PipelineError) => void = () => {};
  #gone = false;

  post(message: Message): void {
    this.inbox.push(message);
  }
  onMessage(listener: (message: FromWorker<string>) => void): void {
    this.#message = listener;
  }
  onLost(listener: (error: PipelineError) => void): void {
    this.#lost = listener;
  }
  at = 0;
  progress(): number {
    return this.at;
  }
  async terminate(): Promise<void> {
    this.die('terminated');
  }
  /** Answers the oldest message the way a worker does: with the plan that it has. */
  answer(): void {
    const message = this.inbox.shift();
    if (message?.type === 'plan') {
      this.plan = message.plan;
      this.#message({ type: 'ready', generation: message.generation });
    } else if (message?.type === 'job') {
      this.#message({ type: 'done', output: `${this.plan}:${message.input}` });
    }
  }
  plan = '';
  die(reason: string): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#lost(new PipelineError('worker-lost', reason, { element: this.at }));
  }
}

function bench(size = 1) {
  const workers: FakeWorker[] = [];
  const clock = createFakeClock();
  const pool = createWorkerPool<string, string, string>({
    size,
    plan: 'old',
    clock,
    limitMs: () => 1_000,
    start: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
  });
  function worker(index: number): FakeWorker {
    const found = workers[index];
    if (found === undefined) throw new Error(`there is no worker ${String(index)}`);
    return found;
  }
  return { pool, workers, worker, clock };
}

describe('a pool of workers', () => {
  it('gives work only to workers that have the plan, one job each', async () => {
    const { pool, worker } = bench(2);
    const jobs = ['a', 'b', 'c'].map((input) => pool.run(input));
    expect(pool.waiting).toBe(3);
    worker(0).answer();
    worker(1).answer();
    expect([pool.busy, pool.waiting]).toEqual([2, 1]);
    worker(1).answer();
    expect(await jobs[1]).toBe('old:b');
    worker(1).answer();
    worker(0).answer();
    expect(await Promise.all(jobs)).toEqual(['old:a', 'old:b', 'old:c']);
  });

  it('finishes what is under way with the old rules and starts everything else with the new', async () => {
    const { pool, worker } = bench();
    worker(0).answer();
    const before = pool.run('a');
    const reload = pool.reload('new');
    const after = pool.run('b');
    worker(0).answer();
    expect(await before).toBe('old:a');
    expect(pool.waiting).toBe(1);
    worker(0).answer();
    await reload;
    worker(0).answer();
    expect(await after).toBe('new:b');
  });

  it('replaces a worker that dies, and only its job hears of it', async () => {
    const { pool, workers, worker } = bench();
    worker(0).answer();
    const lost = pool.run('a');
    const next = pool.run('b');
    worker(0).die('out of memory');
    await expect(lost).rejects.toMatchObject({ code: 'worker-lost', retryable: true });
    expect(workers.length).toBe(2);
    worker(1).answer();
    worker(1).answer();
    expect(await next).toBe('old:b');
  });

  it('stops a worker that takes too long over one element, and says which', async () => {
    const { pool, workers, worker, clock } = bench();
    worker(0).answer();
    const slow = pool.run('a');
    await clock.advance(900);
    worker(0).at = 7;
    await clock.advance(900);
    expect(workers.length).toBe(1);
    await Promise.all([
      expect(slow).rejects.toMatchObject({ code: 'worker-slow', retryable: true, element: 7 }),
      clock.advance(200),
    ]);
    expect(workers.length).toBe(2);
  });

  it('goes back to the old rules when the new ones kill every worker', async () => {
    const { pool, workers, worker } = bench();
    worker(0).answer();
    const reload = pool.reload('deadly');
    worker(0).die('stack overflow');
    worker(1).die('stack overflow');
    worker(2).die('stack overflow');
    await expect(reload).rejects.toThrow('stack overflow');
    expect(workers.length).toBe(4);
    worker(3).answer();
    const job = pool.run('a');
    worker(3).answer();
    expect(await job).toBe('old:a');
  });

  it('says so when workers do not start at all, and tries again with the next job', async () => {
    const { pool, workers, worker } = bench();
    const job = pool.run('a');
    worker(0).die('no such file');
    worker(1).die('no such file');
    worker(2).die('no such file');
    await expect(job).rejects.toMatchObject({ code: 'workers-unavailable', retryable: false });
    expect(workers.length).toBe(3);
    const again = pool.run('b');
    worker(3).answer();
    worker(3).answer();
    expect(await again).toBe('old:b');
  });

  it('refuses work once it stops', async () => {
    const { pool, worker } = bench();
    worker(0).answer();
    const underWay = pool.run('a');
    const waiting = pool.run('b');
    await Promise.all([
      expect(underWay).rejects.toMatchObject({ code: 'worker-lost' }),
      expect(waiting).rejects.toMatchObject({ code: 'stopped' }),
      pool.stop(),
    ]);
    await expect(pool.run('c')).rejects.toMatchObject({ code: 'stopped' });
  });
});
