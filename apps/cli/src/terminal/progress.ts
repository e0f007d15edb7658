/** Where progress is shown, or undefined where nobody looks. */
export interface ProgressTarget {
  write(text: string): unknown;
}

const everyMs = 200;

/** One line on a terminal that counts what goes by; it is gone when the command ends. */
export class Progress {
  readonly #target: ProgressTarget | undefined;
  readonly #now: () => number;
  readonly #started: number;
  #shownAt = 0;
  #shown = false;
  #done = 0;

  constructor(target: ProgressTarget | undefined, now: () => number) {
    this.#target = target;
    this.#now = now;
    this.#started = now();
  }

  /** Counts one more, or several, and says so from time to time. */
  count(what: string, more = 1): void {
    this.#done += more;
    if (this.#target === undefined) return;
    const now = this.#now();
    if (now - this.#shownAt < everyMs) return;
    this.#shownAt = now;
    this.#shown = true;
    const seconds = (now - this.#started) / 1000;
    this.#target.write(`\r\u001b[K${this.#done.toLocaleString('en')} ${what} (${seconds.toFixed(1)} s)`);
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (this.#shown) this.#target?.write('\r\u001b[K');
    this.#shown = false;
  }
}
