import { Worker } from 'node:worker_threads';
import type { LineBlock } from './line-reader.js';
import type { ThreadAnswer, ThreadData } from './match-thread.js';

/** Blocks that wait at one thread: one that it works on and one that is there when it is done. */
const blocksPerThread = 2;

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

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

function startThread(data: ThreadData): Thread {
  const thread: Thread = {
    worker: new Worker(new URL('match-thread.js', import.meta.url), { workerData: data }),
    waiting: [],
  };
  const fail = (error: Error): void => {
    for (const { reject } of thread.waiting.splice(0)) reject(error);
  };
  thread.worker.on('message', (answer: ThreadAnswer) => thread.waiting.shift()?.resolve(answer));
  thread.worker.on('error', fail);
  thread.worker.on('exit', (code) => fail(new Error(`a thread of match ended with status ${String(code)}`)));
  return thread;
}
