import { Worker } from 'node:worker_threads';
import { ServiceError } from '../../errors.js';
import { runCheck, type CheckJob, type CheckResult } from './check-job.js';

/** Small lists are checked at once; larger ones in a thread, so that nobody else waits. */
const smallRules = 50;
const smallText = 20_000;
const smallKnownGood = 200_000;
/** A list that takes longer is a list that nobody can run. */
const longestMs = 60_000;

/**
 * Checks rules, or reads and checks a file of them.
 * @throws ServiceError `too-large` when it takes more than a minute
 */
export function check(job: CheckJob): Promise<CheckResult> {
  const small =
    job.kind === 'check'
      ? job.rules.length <= smallRules &&
        job.knownGood.reduce((sum, { text }) => sum + text.length, 0) <= smallKnownGood
      : job.content.length <= smallText;
  return small ? Promise.resolve(runCheck(job)) : inWorker(job);
}

async function inWorker(job: CheckJob): Promise<CheckResult> {
  const worker = new Worker(new URL('check-worker.js', import.meta.url), { workerData: job });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<CheckResult>((resolve, reject) => {
      late = setTimeout(() => {
        reject(new ServiceError('too-large', 'checking this list takes more than a minute; split it'));
      }, longestMs);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        reject(new Error('the worker that checks rules ended without an answer'));
      });
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
