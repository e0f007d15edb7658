import { byteLines } from './byte-lines.js';
import { parseJson } from './parse-json.js';

/** One JSON value of a recording, with the number of the line that it ends in; or what is none. */
export type JsonValue =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly reason: string; readonly sample: string };

/** Bytes of one value. */
const mostBytes = 16 * 2 ** 20;

/**
 * The JSON values of a recorded stream or a saved answer: one a line, or one over many lines that begins with a bracket
 * alone and ends with one at the beginning of a line. Blank lines (heartbeats) are passed over; a damaged line costs itself.
 */
export async function* jsonValues(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonValue> {
  let open: string[] = [];
  let length = 0;
  let last = 0;
  for await (const { number, bytes } of byteLines(chunks, mostBytes)) {
    last = number;
    if (bytes === undefined) {
      yield { line: number, reason: tooLong, sample: '' };
      continue;
    }
    const line = Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\uFEFF/u, '');
    if (open.length === 0 && line.trim() === '') continue;
    if (open.length === 0 && !/^\s*[[{]\s*$/u.test(line)) {
      const value = parseJson(line);
      yield value === undefined
        ? { line: number, reason: notJson, sample: line.slice(0, 500) }
        : { line: number, value };
      continue;
    }
    open.push(line);
    length += bytes.length;
    if (length > mostBytes) {
      yield { line: number, reason: tooLong, sample: '' };
      return;
    }
    const value = /^[\]}]/u.test(line) ? parseJson(open.join('\n')) : undefined;
    if (value === undefined) continue;
    open = [];
    length = 0;
    yield { line: number, value };
  }
  if (open.length > 0) yield { line: last, reason: notJson, sample: open.join('\n').slice(0, 500) };
}

const tooLong = 'is longer than 16 MB (the limit)';
const notJson = 'is not JSON: what came was cut off or damaged';
