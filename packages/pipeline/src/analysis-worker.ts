import { parentPort, workerData } from 'node:worker_threads';
import {
  analyse,
  compileAnalysis,
  type Analyser,
  type AnalysisJob,
  type AnalysisOutput,
  type AnalysisPlan,
} from './analysis.js';
import type { FromWorker, ToWorker } from './worker-pool.js';

/** The thread of one analysis worker: takes a plan, then jobs. Whatever it throws ends it, and the pool starts another. */
if (parentPort === null) throw new Error('analysis-worker.js runs as a worker thread only');
const port = parentPort;
const progress = progressOf(workerData);
let analyser: Analyser | undefined;

port.on('message', (message: ToWorker<AnalysisPlan, AnalysisJob>) => {
  if (message.type === 'plan') {
    analyser = compileAnalysis(message.plan);
    answer({ type: 'ready', generation: message.generation });
  } else if (analyser === undefined) {
    throw new Error('a job came before the first plan');
  } else {
    answer({ type: 'done', output: analyse(message.input, analyser, (index) => Atomics.store(progress, 0, index)) });
  }
});

/** Where the pool looks how far a job is: memory shared with it. */
function progressOf(data: unknown): Int32Array {
  if (typeof data === 'object' && data !== null && 'progress' in data && data.progress instanceof Int32Array) {
    return data.progress;
  }
  throw new Error('analysis-worker.js is started by startWorker only');
}

function answer(message: FromWorker<AnalysisOutput>): void {
  port.postMessage(message);
}
