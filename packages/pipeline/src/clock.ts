/** Time as the pipeline sees it, so that tests move it by hand and never wait. */
export interface Clock {
  /** epoch milliseconds */
  now(): number;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects; the caller looks at its signal. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Timers of Node hold at most 2^31 - 1 milliseconds (24.8 days); beyond it they fire at once. */
const longestTimer = 2_147_483_647;

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const timer = setTimeout(finish, Math.min(Math.max(0, ms), longestTimer));
      function finish(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', finish);
        resolve();
      }
      signal?.addEventListener('abort', finish, { once: true });
    }),
};
