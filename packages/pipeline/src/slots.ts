/** A fixed number of places for work that must not all run at once. */
export interface Slots {
  /**
   * Waits for a place, first come first served. Gives a release function, which may be called more than once;
   * `undefined` if the signal aborted while waiting.
   */
  acquire(signal: AbortSignal): Promise<(() => void) | undefined>;
  readonly waiting: number;
}

/** Makes `count` places. */
export function createSlots(count: number): Slots {
  let free = count;
  const queue: ((granted: boolean) => void)[] = [];

  function releaseOnce(): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const next = queue.shift();
      if (next === undefined) free += 1;
      else next(true);
    };
  }

  return {
    get waiting() {
      return queue.length;
    },
    async acquire(signal) {
      if (signal.aborted) return undefined;
      if (free > 0) {
        free -= 1;
        return releaseOnce();
      }
      const granted = await new Promise<boolean>((resolve) => {
        const settle = (value: boolean): void => {
          signal.removeEventListener('abort', leave);
          resolve(value);
        };
        function leave(): void {
          queue.splice(queue.indexOf(settle), 1);
          resolve(false);
        }
        queue.push(settle);
        signal.addEventListener('abort', leave, { once: true });
      });
      return granted ? releaseOnce() : undefined;
    },
  };
}
