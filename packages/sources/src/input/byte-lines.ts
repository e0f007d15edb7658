/** One line of a stream, without its line end; `bytes` is missing where the line is longer than the limit. */
export interface ByteLine {
  /** counted from 1 */
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
}

const newline = 0x0a;
const carriageReturn = 0x0d;

/** Splits a stream into lines (`\n`, `\r\n`). A line over `maxBytes` is told without its content and the next is read. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  for await (const lines of byteLineBatches(chunks, maxBytes)) yield* lines;
}

/** The same, with all lines that end in one piece of the stream together. */
export async function* byteLineBatches(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<readonly ByteLine[]> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): ByteLine => {
    const whole = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    const bytes = whole.at(-1) === carriageReturn ? whole.subarray(0, -1) : whole;
    const line: ByteLine = { number, bytes: length > maxBytes ? undefined : bytes };
    number += 1;
    parts = [];
    length = 0;
    return line;
  };
  const keep = (part: Buffer): void => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else parts.push(part);
  };
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: ByteLine[] = [];
    let start = 0;
    for (let end = buffer.indexOf(newline); end >= 0; end = buffer.indexOf(newline, start)) {
      keep(buffer.subarray(start, end));
      lines.push(take());
      start = end + 1;
    }
    if (start < buffer.length) keep(buffer.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [take()];
}
