import { parentPort, workerData } from 'node:worker_threads';
import { decode } from '@vedette/decode';
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
    const first = analyser === undefined;
    analyser = compileAnalysis(message.plan);
    answer({ type: 'ready', generation: message.generation });
    if (first) unpackWords();
  } else if (analyser === undefined) {
    throw new Error('a job came before the first plan');
  } else {
    answer({ type: 'done', output: analyse(message.input, analyser, (index) => Atomics.store(progress, 0, index)) });
  }
});

/** The decoder unpacks its words when a text first needs them: better now than while an alert waits. */
function unpackWords(): void {
  for (const text of disguised) decode(text);
}

/** Something for each table: Arabizi, Arabic without dots, leet in five languages, words without blanks. */
const disguised = [
  'wach nta labas 3lik khoya lyoum',
  'الٮواٮه الرماديه مڡٮوحه الليله',
  'the gr3y g4te is 0pen for all of us t0night',
  'la p0rte gr1se est ouverte pour nous ce s0ir',
  'la puert4 gris está abi3rta para todos esta n0che',
  'das gr4ue Tor ist heute für alle 0ffen',
  'de grijze p00rt is vanavond voor iedereen 0pen',
  'thegreygateopenstonight #lesportesgrises',
];

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
