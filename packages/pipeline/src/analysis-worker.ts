import { parentPort } from 'node:worker_threads';
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
let analyser: Analyser | undefined;

port.on('message', (message: ToWorker<AnalysisPlan, AnalysisJob>) => {
  if (message.type === 'plan') {
    analyser = compileAnalysis(message.plan);
    answer({ type: 'ready', generation: message.generation });
  } else if (analyser === undefined) {
    throw new Error('a job came before the first plan');
  } else {
    answer({ type: 'done', output: analyse(message.input, analyser) });
  }
});

function answer(message: FromWorker<AnalysisOutput>): void {
  port.postMessage(message);
}
