import type { Writable } from 'node:stream';

/** Bytes that are gathered before they are written at once. */
const gathered = 64 * 1024;

/**
 * Writes lines at the pace of the reader. Lines written in one turn of the event loop go out together, and none waits
 * longer than that turn: on an open pipe each answer is there at once.
 */
export class LineWriter {
  readonly #stream: Writable;
  #waiting = '';
  #scheduled = false;
  #closed = false;
  /** goes on when the reader took what was written, or went away */
  #resume: (() => void)[] = [];

  constructor(stream: Writable, onClosed: (failure?: Error) => void) {
    this.#stream = stream;
    stream.on('drain', () => this.#goOn());
    stream.on('close', () => this.#goOn());
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#closed = true;
      this.#waiting = '';
      this.#goOn();
      // a reader that went away (`| head`) is no error
      onClosed(error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' ? undefined : error);
    });
  }

  /** whether the reader went away */
  get closed(): boolean {
    return this.#closed;
  }

  /** Writes one value as one line of JSON. Resolves when more may be written. */
  async json(value: unknown): Promise<void> {
    await this.line(JSON.stringify(value));
  }

  async line(text: string): Promise<void> {
    if (this.#closed) return;
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= gathered) {
      await this.#write();
    } else if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        void this.#write();
      });
    }
  }

  /** Resolves when everything is with the reader, or the reader gone. */
  async flush(): Promise<void> {
    await this.#write();
    while (!this.#closed && this.#stream.writableLength > 0) {
      await new Promise<void>((resolve) => {
        this.#resume.push(resolve);
        this.#stream.write('', () => this.#goOn());
      });
    }
  }

  async #write(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (text === '' || this.#closed || this.#stream.write(text)) return;
    await new Promise<void>((resolve) => {
      this.#resume.push(resolve);
    });
  }

  #goOn(): void {
    const resume = this.#resume;
    this.#resume = [];
    for (const go of resume) go();
  }
}
