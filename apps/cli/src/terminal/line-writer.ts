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

  constructor(stream: Writable, onClosed: () => void) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#closed = true;
      this.#waiting = '';
      // a reader that went away (`| head`) is no error
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') process.exitCode = 1;
      onClosed();
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
    if (this.#closed || this.#stream.writableLength === 0) return;
    await new Promise<void>((resolve) => {
      this.#stream.write('', () => resolve());
    });
  }

  async #write(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (text === '' || this.#closed) return;
    if (!this.#stream.write(text)) {
      await new Promise<void>((resolve) => {
        this.#stream.once('drain', resolve);
        this.#stream.once('close', resolve);
        this.#stream.once('error', () => resolve());
      });
    }
  }
}
