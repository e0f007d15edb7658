export interface BatcherOptions<Request, Result> {
  /** how many runs may be under way at once */
  readonly concurrency: number;
  /** sum of `size` that a run should not exceed; a single larger request runs alone */
  readonly maxSize: number;
  size(request: Request): number;
  /** whether `next` may share a run that `first` opened */
  fits(first: Request, next: Request): boolean;
  /** does the work of several requests at once; one result for each, in order */
  run(requests: readonly Request[]): Promise<readonly Result[]>;
}

/** Joins requests that wait at the same time. */
export interface Batcher<Request, Result> {
  add(request: Request): Promise<Result>;
  /** sum of `size` of what waits */
  readonly waiting: number;
  /** Resolves once nothing waits or runs. */
  idle(): Promise<void>;
}

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Batches by load, not by a timer: a request that finds a free place runs at once and alone, and what arrives while all
 * places are taken shares the next run. So a single Item waits for nothing and a flood goes through in large batches.
 * Requests keep their order of arrival within what `fits`.
 */
export function createBatcher<Request, Result>(options: BatcherOptions<Request, Result>): Batcher<Request, Result> {
  let queue: Waiting<Request, Result>[] = [];
  let waiting = 0;
  let running = 0;
  const idlers: (() => void)[] = [];

  function take(): Waiting<Request, Result>[] {
    const [first] = queue;
    if (first === undefined) return [];
    const taken: Waiting<Request, Result>[] = [];
    const left: Waiting<Request, Result>[] = [];
    let size = 0;
    let full = false;
    for (const entry of queue) {
      const entrySize = options.size(entry.request);
      const joins: boolean = entry === first || (!full && options.fits(first.request, entry.request));
      if (joins && (taken.length === 0 || size + entrySize <= options.maxSize)) {
        taken.push(entry);
        size += entrySize;
      } else {
        // Nothing that fits may overtake an earlier one that did not fit in.
        full ||= joins;
        left.push(entry);
      }
    }
    queue = left;
    waiting -= size;
    return taken;
  }

  function start(): void {
    while (running < options.concurrency && queue.length > 0) void runOne(take());
  }

  async function runOne(taken: readonly Waiting<Request, Result>[]): Promise<void> {
    running += 1;
    try {
      const results = await options.run(taken.map((entry) => entry.request));
      if (results.length !== taken.length)
        throw new RangeError('a run gave another number of results than it had requests');
      results.forEach((result, index) => taken[index]?.resolve(result));
    } catch (error) {
      for (const entry of taken) entry.reject(error);
    } finally {
      running -= 1;
      start();
      if (running === 0 && queue.length === 0) for (const resolve of idlers.splice(0)) resolve();
    }
  }

  return {
    get waiting() {
      return waiting;
    },
    add: (request) =>
      new Promise((resolve, reject) => {
        queue.push({ request, resolve, reject });
        waiting += options.size(request);
        start();
      }),
    idle: () =>
      new Promise((resolve) => {
        if (running === 0 && queue.length === 0) resolve();
        else idlers.push(resolve);
      }),
  };
}
