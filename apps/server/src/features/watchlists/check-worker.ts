import { parentPort, workerData } from 'node:worker_threads';
import { runCheck, type CheckJob } from './check-job.js';

// One job a worker: whoever started it ends it when the answer is there.
const job: CheckJob = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the rule is about windows; a thread has no origin
parentPort?.postMessage(runCheck(job));
