import { Worker } from 'node:worker_threads';
import { PipelineError, messageOf } from './errors.js';

/** One worker thread as the pool sees it, so that tests can stand in for threads. */
export interface WorkerPort<In, Out> {
  post(message: In): void;
  /** Hears every message. Set before the first `post`. */
  onMessage(listener: (message: Out) => void): void;
  /** Index of the element of its job that the thread works on. */
  progress(): number;
  /** Hears once that the thread is gone, with the reason in plain words. */
  onLost(listener: (error: PipelineError) => void): void;
  terminate(): Promise<void>;
}

/** A thread may use this much memory before it alone is ended; the process goes on. */
const memoryLimitMb = 512;

/** Starts a thread on a built module. */
export function startWorker<In, Out>(module: URL): WorkerPort<In, Out> {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(module, {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    workerData: { progress },
  });
  let failure: unknown;
  worker.on('error', (error) => {
    failure = error;
  });
  return {
    post: (message) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
      worker.postMessage(message);
    },
    progress: () => Atomics.load(progress, 0),
    onMessage: (listener) => {
      worker.on('message', listener);
    },
    onLost: (listener) => {
      worker.once('exit', (code) => {
        const why = failure === undefined ? `exit status ${String(code)}` : messageOf(failure);
        const element = Atomics.load(progress, 0);
        listener(new PipelineError('worker-lost', `an analysis thread ended: ${why}`, { cause: failure, element }));
      });
    },
    terminate: async () => {
      await worker.terminate();
    },
  };
}
