const newline = 0x0a;

/** A line may be as long as `read` lets it be, bytes. */
export const longestLine = 32 * 2 ** 20;

/**
 * Memory that a stream runs through: what was read is cut behind its last whole line, the rest of a line is kept for the
 * next piece. Used again and again, so a stream of any length needs no more than its longest line, and one megabyte.
 */
export class LineBuffer {
  /** Whole lines, each with its line feed, stand in `bytes[0..lines)`. */
  bytes = Buffer.allocUnsafe(2 ** 20);
  lines = 0;
  /** Whether the lines begin with the end of one that was too long, whose beginning is gone. */
  beginsOverlong = false;
  #length = 0;
  #overlong = false;

  /** Where the next piece may be written; tell with `wrote` how much of it was. */
  room(): Buffer {
    this.#shift();
    if (this.#overlong || this.#length > longestLine) {
      // Of a line that is too long only the end is waited for.
      this.#overlong = true;
      this.#length = 0;
    }
    if (this.#length * 2 > this.bytes.length) this.#grow(this.bytes.length * 2);
    return this.bytes.subarray(this.#length, -1);
  }

  wrote(count: number): void {
    const end = this.#length + count;
    const last = this.bytes.subarray(this.#length, end).lastIndexOf(newline);
    this.lines = last < 0 ? 0 : this.#length + last + 1;
    this.#length = end;
    this.beginsOverlong = this.#overlong && this.lines > 0;
    if (this.lines > 0) this.#overlong = false;
  }

  /** Ends a last line that has no line feed. */
  finish(): void {
    this.#shift();
    this.beginsOverlong = this.#overlong || this.#length > longestLine;
    this.lines = 0;
    if (this.#length === 0 && !this.#overlong) return;
    this.bytes[this.#length] = newline;
    this.#length += 1;
    this.lines = this.#length;
  }

  #shift(): void {
    this.bytes.copyWithin(0, this.lines, this.#length);
    this.#length -= this.lines;
    this.lines = 0;
  }

  #grow(size: number): void {
    const grown = Buffer.allocUnsafe(size);
    this.bytes.copy(grown, 0, 0, this.#length);
    this.bytes = grown;
  }
}
