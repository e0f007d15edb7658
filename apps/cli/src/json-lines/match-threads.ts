import { Worker } from 'node:worker_threads';
import type { LineBlock } from './line-reader.js';
import type { ThreadAnswer, ThreadData } from './match-thread.js';

/** Blocks that wait at one thread: one that it works on and one that is there when it is done. */
const blocksPerThread = 2;

/** What a post leaves behind is gone with the next one: a small nursery keeps the memory of a stream flat. */
const youngMb = 8;

interface Thread {
  readonly worker: Worker;
  readonly waiting: { resolve: (answer: ThreadAnswer) => void; reject: (error: Error) => void }[];
}

/** Threads that match blocks of lines; answers come in the order of the blocks. */
export class MatchThreads {
  readonly #threads: readonly Thread[];
  #next = 0;

  constructor(count: number, data: ThreadData) {
    this.#threads = Array.from({ length: count }, () => startThread(data));
  }

  /** How many blocks keep all threads busy. */
  get capacity(): number {
    return this.#threads.length * blocksPerThread;
  }

  /** Hands a block to the next thread; its bytes go there and cannot be used any more. */
  match(block: LineBlock, bytes: ArrayBuffer): Promise<ThreadAnswer> {
    const thread = this.#threads[this.#next];
    this.#next = (this.#next + 1) % this.#threads.length;
    return new Promise((resolve, reject) => {
      thread?.waiting.push({ resolve, reject });
      thread?.worker.postMessage(block, [bytes]);
    });
  }

  /** Ends the threads; blocks that wait are given up and their answers never come. */
  async stop(): Promise<void> {
    for (const { waiting } of this.#threads) waiting.length = 0;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

function startThread(data: ThreadData): Thread {
  const worker = new Worker(new URL('match-thread.js', import.meta.url), {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });
  const thread: Thread = { worker, waiting: [] };
  const fail = (error: Error): void => {
    for (const { reject } of thread.waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: ThreadAnswer) => thread.waiting.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a thread of match ended with status ${String(code)}`)));
  return thread;
}
