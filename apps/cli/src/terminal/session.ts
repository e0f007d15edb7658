import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { ExitStatus } from '../errors.js';
import { LineWriter } from './line-writer.js';
import { Progress } from './progress.js';
import { visible } from './visible.js';

/** The streams of a process, which may be terminals. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a command works with: streams, signal, clock, and what is to be remembered for the exit status. */
export class Session {
  readonly out: LineWriter;
  readonly stdin: Streams['stdin'];
  readonly env: Streams['env'];
  readonly signal: AbortSignal;
  readonly now = Date.now;
  /** whether answers go to a person rather than to a program */
  readonly pretty: boolean;
  /** how many columns the terminal has that answers go to */
  readonly columns: number;
  progress: Progress;
  readonly #stderr: Streams['stderr'];
  readonly #abort = new AbortController();
  #rejected = 0;
  #quiet = false;
  #hasEnd = false;
  #interrupted = false;
  #status: ExitStatus = 0;

  constructor(streams: Streams) {
    this.stdin = streams.stdin;
    this.env = streams.env;
    this.pretty = streams.stdout.isTTY === true;
    this.columns = Math.max(streams.stdout.columns ?? 80, 40);
    this.#stderr = streams.stderr;
    this.signal = this.#abort.signal;
    this.out = new LineWriter(streams.stdout, (failure) => {
      if (failure !== undefined) {
        this.failed();
        this.warn(`what was read cannot be written (${failure.message})`);
      }
      this.stop();
    });
    // nobody listens any more: there is nothing left to tell and nobody to tell it to
    this.#stderr.on('error', () => undefined);
    this.progress = this.#newProgress(true);
  }

  /** Ends what runs: an interrupt, or a reader that went away. What was read so far stands. */
  stop(): void {
    this.#abort.abort();
    this.stdin.destroy();
  }

  /** What is read comes to an end by itself: to be stopped before is not to be done. */
  expectEnd(): void {
    this.#hasEnd = true;
  }

  /** Somebody stops the program. */
  interrupt(): void {
    this.#interrupted = true;
    this.stop();
  }

  /** Says so, once a run broke off, where somebody stopped what would have come to its end. */
  tellInterrupted(): void {
    if (!this.#interrupted || !this.#hasEnd) return;
    this.failed();
    this.warn('stopped before the end: what was given so far is not all');
  }

  quiet(): void {
    this.#quiet = true;
    this.progress = this.#newProgress(false);
  }

  /** One line for the person, never on stdout. */
  warn(message: string): void {
    this.progress.clear();
    this.#stderr.write(`vedette: ${visible(message)}\n`);
  }

  /** One line that sums up, unless the person asked for quiet. */
  tell(message: string): void {
    if (!this.#quiet) this.warn(message);
  }

  /** One line in a form of its own (`FILE:LINE:COLUMN: …`). */
  note(line: string): void {
    this.progress.clear();
    this.#stderr.write(`${visible(line)}\n`);
  }

  /** Names what was not read; the exit status will be 1. */
  reject(rejected: { readonly where: string; readonly reason: string }): void {
    this.#rejected += 1;
    this.failed();
    this.warn(`rejected ${rejected.where}: ${rejected.reason}`);
  }

  get rejected(): number {
    return this.#rejected;
  }

  /** Something did not go well; the exit status will be 1. */
  failed(): void {
    this.#status = 1;
  }

  get status(): ExitStatus {
    return this.#status;
  }

  /** Colours a word where a terminal shows it and `NO_COLOR` is not set. */
  paint(style: 'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'cyan', text: string): string {
    const { NO_COLOR: noColor } = this.env;
    return this.pretty && (noColor === undefined || noColor === '')
      ? styleText(style, text, { validateStream: false })
      : text;
  }

  #newProgress(shown: boolean): Progress {
    return new Progress(shown && this.#stderr.isTTY === true ? this.#stderr : undefined, this.now);
  }
}
