/** Waits that long, or until the signal aborts; then it rejects with the signal's reason. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/**
 * One question at a time for a host, with a pause between two. Hosts do not wait for one another.
 * @example await politeness.run('example.org', signal, () => ask())
 */
export class Politeness {
  private readonly tails = new Map<string, Promise<number>>();

  constructor(
    private readonly gapMs: number,
    private readonly now: () => number,
    private readonly wait: Wait,
  ) {}

  async run<Result>(host: string, signal: AbortSignal, ask: () => Promise<Result>): Promise<Result> {
    const before = this.tails.get(host);
    const turn = newTurn();
    this.tails.set(host, turn.over);
    let finishedAt = Number.NEGATIVE_INFINITY;
    try {
      finishedAt = (await before) ?? finishedAt;
      signal.throwIfAborted();
      const pause = finishedAt + this.gapMs - this.now();
      if (pause > 0) await this.wait(pause, signal);
      try {
        return await ask();
      } finally {
        finishedAt = this.now();
      }
    } finally {
      turn.end(finishedAt);
      this.forgetIdle();
    }
  }

  /** Hosts asked long ago need no memory; a few thousand are kept without looking. */
  private forgetIdle(): void {
    if (this.tails.size <= 4096) return;
    for (const [host, tail] of this.tails) void this.forget(host, tail);
  }

  private async forget(host: string, tail: Promise<number>): Promise<void> {
    const finishedAt = await tail;
    if (this.tails.get(host) === tail && finishedAt + this.gapMs < this.now()) this.tails.delete(host);
  }
}

/** One place in a queue: `over` resolves with the moment at which its holder ended. */
function newTurn(): { readonly over: Promise<number>; readonly end: (finishedAt: number) => void } {
  const ends: ((finishedAt: number) => void)[] = [];
  const over = new Promise<number>((resolve) => {
    ends.push(resolve);
  });
  return {
    over,
    end: (finishedAt) => {
      for (const end of ends) end(finishedAt);
    },
  };
}
