import type { Clock } from './clock.js';
import { PipelineError } from './errors.js';
import type { WorkerPort } from './worker-port.js';

/** What the pool says to a worker: take a new plan, or do a job with the plan that you have. */
export type ToWorker<Plan, Input> =
  | { readonly type: 'plan'; readonly generation: number; readonly plan: Plan }
  | { readonly type: 'job'; readonly input: Input };

/** What a worker answers: the plan is in place, or the result of its job. A job that throws ends the worker. */
export type FromWorker<Output> =
  { readonly type: 'ready'; readonly generation: number } | { readonly type: 'done'; readonly output: Output };

export interface PoolOptions<Plan, Input, Output> {
  readonly size: number;
  readonly plan: Plan;
  readonly clock: Clock;
  /** how long one element of a job may take, in milliseconds */
  readonly limitMs: (input: Input) => number;
  readonly start: () => WorkerPort<ToWorker<Plan, Input>, FromWorker<Output>>;
}

/** Worker threads that share one plan. */
export interface WorkerPool<Plan, Input, Output> {
  /** Runs a job on the next free worker. Throws a retryable PipelineError when its worker died or took too long. */
  run(input: Input): Promise<Output>;
  /**
   * Puts a new plan in place. Jobs under way finish with the old one; every job that starts after the promise resolved
   * uses the new one. If the plan kills the workers, the old one comes back and the promise rejects.
   */
  reload(plan: Plan): Promise<void>;
  readonly waiting: number;
  readonly busy: number;
  /** Ends the workers; jobs that wait or run reject with `stopped`. */
  stop(): Promise<void>;
}

interface Job<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

interface Member<Plan, Input, Output> {
  readonly port: WorkerPort<ToWorker<Plan, Input>, FromWorker<Output>>;
  ready: number;
  job: Job<Input, Output> | undefined;
  limit: AbortController | undefined;
  slow: boolean;
}

/** How often a job is looked at before its time is up. */
const stepsOfLimit = 20;
/** Workers that die this often in a row before they are ready will not get better by themselves. */
const startAttempts = 3;

/** Starts the workers with their first plan. */
export function createWorkerPool<Plan, Input, Output>(
  options: PoolOptions<Plan, Input, Output>,
): WorkerPool<Plan, Input, Output> {
  const members = new Set<Member<Plan, Input, Output>>();
  const queue: Job<Input, Output>[] = [];
  let current = { generation: 1, plan: options.plan };
  let proven = current;
  let failedStarts = 0;
  let stopped = false;
  const reloads = new Map<number, { resolve: () => void; reject: (error: PipelineError) => void }>();

  function hire(): void {
    const member: Member<Plan, Input, Output> = {
      port: options.start(),
      ready: 0,
      job: undefined,
      limit: undefined,
      slow: false,
    };
    members.add(member);
    member.port.onMessage((message) => {
      if (message.type === 'ready') onReady(member, message.generation);
      else onDone(member, message.output);
    });
    member.port.onLost((error) => {
      onLost(member, error);
    });
    member.port.post({ type: 'plan', ...current });
  }

  function onReady(member: Member<Plan, Input, Output>, generation: number): void {
    member.ready = generation;
    failedStarts = 0;
    if (generation === current.generation && [...members].every((other) => other.ready === generation)) {
      proven = current;
      for (const [wanted, reload] of reloads) {
        if (wanted > generation) continue;
        reloads.delete(wanted);
        reload.resolve();
      }
    }
    dispatch();
  }

  function onDone(member: Member<Plan, Input, Output>, output: Output): void {
    const { job } = member;
    member.limit?.abort();
    member.limit = undefined;
    member.job = undefined;
    job?.resolve(output);
    dispatch();
  }

  function onLost(member: Member<Plan, Input, Output>, error: PipelineError): void {
    members.delete(member);
    member.limit?.abort();
    member.job?.reject(
      member.slow
        ? new PipelineError('worker-slow', 'analysis took longer than its limit and was stopped', {
            cause: error,
            element: error.element,
          })
        : error,
    );
    if (stopped) return;
    if (member.job === undefined && member.ready !== current.generation) failedStarts += 1;
    if (failedStarts >= startAttempts && proven.generation !== current.generation) restoreProven(error);
    if (failedStarts < startAttempts) hire();
    else if (members.size === 0) giveUp(error);
  }

  /** The newest plan kills every worker: go back to the one that worked. */
  function restoreProven(error: PipelineError): void {
    current = { generation: current.generation + 1, plan: proven.plan };
    proven = current;
    failedStarts = 0;
    for (const reload of reloads.values()) reload.reject(error);
    reloads.clear();
    for (const member of members) member.port.post({ type: 'plan', ...current });
  }

  function giveUp(error: PipelineError): void {
    const failure = new PipelineError('workers-unavailable', `analysis threads do not start: ${error.message}`, {
      cause: error,
    });
    for (const job of queue.splice(0)) job.reject(failure);
    for (const reload of reloads.values()) reload.reject(failure);
    reloads.clear();
  }

  function dispatch(): void {
    for (const member of members) {
      if (queue.length === 0) return;
      if (member.job !== undefined || member.ready !== current.generation) continue;
      const job = queue.shift();
      if (job === undefined) return;
      member.job = job;
      member.limit = new AbortController();
      void watch(member, job, member.limit.signal);
      try {
        member.port.post({ type: 'job', input: job.input });
      } catch (error) {
        // What cannot travel to a thread (a function, a promise) is the fault of whoever made it.
        member.limit.abort();
        member.job = undefined;
        job.reject(error);
      }
    }
  }

  async function watch(
    member: Member<Plan, Input, Output>,
    job: Job<Input, Output>,
    signal: AbortSignal,
  ): Promise<void> {
    // Looked at in small steps: on a machine that stood still, answers that wait are heard before time is up.
    const stepMs = options.limitMs(job.input) / stepsOfLimit;
    let before = member.port.progress();
    for (let steps = 0; steps < stepsOfLimit; steps += 1) {
      await options.clock.sleep(stepMs, signal);
      if (signal.aborted) return;
      const now = member.port.progress();
      if (now !== before) steps = -1;
      before = now;
    }
    member.slow = true;
    await member.port.terminate();
  }

  for (let count = 0; count < options.size; count += 1) hire();

  return {
    get waiting() {
      return queue.length;
    },
    get busy() {
      return [...members].filter((member) => member.job !== undefined).length;
    },
    run: (input) =>
      new Promise((resolve, reject) => {
        if (stopped) {
          reject(new PipelineError('stopped', 'the pipeline is stopping'));
          return;
        }
        queue.push({ input, resolve, reject });
        if (members.size === 0) {
          failedStarts = 0;
          hire();
        }
        dispatch();
      }),
    reload: (plan) =>
      new Promise((resolve, reject) => {
        current = { generation: current.generation + 1, plan };
        failedStarts = 0;
        reloads.set(current.generation, { resolve, reject });
        if (members.size === 0) hire();
        else for (const member of members) member.port.post({ type: 'plan', ...current });
      }),
    async stop() {
      stopped = true;
      const failure = new PipelineError('stopped', 'the pipeline is stopping');
      for (const job of queue.splice(0)) job.reject(failure);
      for (const reload of reloads.values()) reload.reject(failure);
      reloads.clear();
      await Promise.all([...members].map((member) => member.port.terminate()));
    },
  };
}
