import { Worker } from 'node:worker_threads';

/** Jobs that wait at one thread: one that it works on and one that is there when it is done. */
const jobsPerThread = 2;

/** What a post leaves behind is gone with the next one: a small nursery keeps the memory of a stream flat. */
const youngMb = 8;

interface Thread<Answer> {
  readonly worker: Worker;
  readonly waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[];
}

/**
 * Threads that run one script, which answers each message with one message, in order.
 * @example const threads = new Threads<LineBlock, ThreadAnswer>(2, new URL('match-thread.js', import.meta.url), data);
 */
export class Threads<Job, Answer> {
  readonly #threads: readonly Thread<Answer>[];

  /**
   * @param count how many, at least one
   * @param data what each thread finds as its `workerData`
   */
  constructor(count: number, script: URL, data?: unknown) {
    this.#threads = Array.from({ length: count }, () => startThread<Answer>(script, data));
  }

  /** How many jobs keep all threads busy. */
  get capacity(): number {
    return this.#threads.length * jobsPerThread;
  }

  /** Whether a thread could take a job at once, or as soon as it is done with the one that it has. */
  get hasRoom(): boolean {
    return this.#threads.some(({ waiting }) => waiting.length < jobsPerThread);
  }

  /** Hands a job to the thread with the fewest that wait; what is in `moved` goes there and cannot be used here any more. */
  run(job: Job, moved: readonly ArrayBuffer[] = []): Promise<Answer> {
    const thread = this.#threads.reduce((one, other) => (other.waiting.length < one.waiting.length ? other : one));
    return new Promise((resolve, reject) => {
      thread.waiting.push({ resolve, reject });
      thread.worker.postMessage(job, [...moved]);
    });
  }

  /** Ends the threads; jobs that wait are given up and their answers never come. */
  async stop(): Promise<void> {
    for (const { waiting } of this.#threads) waiting.length = 0;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

function startThread<Answer>(script: URL, data: unknown): Thread<Answer> {
  const worker = new Worker(script, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
  const thread: Thread<Answer> = { worker, waiting: [] };
  const fail = (error: Error): void => {
    for (const { reject } of thread.waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: Answer) => thread.waiting.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a thread ended with status ${String(code)}`)));
  return thread;
}
