import { SourceError } from '../errors.js';

/** What to do with a value of a JSON document: take its bytes, look inside it, or skip it. */
export type JsonVisit = 'take' | 'enter' | 'skip';

/** Keys from the root down; `*` stands for any element of an array. */
export type JsonPath = readonly string[];

export type JsonEvent =
  | { readonly type: 'value'; readonly path: JsonPath; readonly bytes: Buffer }
  | { readonly type: 'too-long'; readonly path: JsonPath }
  | { readonly type: 'open' | 'close'; readonly path: JsonPath };

interface Container {
  readonly array: boolean;
  readonly path: JsonPath;
  /** what may come next */
  expects: 'key' | 'colon' | 'value' | 'comma';
  key: string;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openers = new Set([0x7b, 0x5b]);
const closers = new Set([0x7d, 0x5d]);
const longestKey = 4096;

/**
 * Walks a JSON document of any size and hands out chosen values as bytes, without building the document: a damaged
 * value is the caller's to reject, and the next is still found. Inside values only strings and brackets are looked at.
 * Throws {@link SourceError} `incompatible` where the document itself is damaged or cut off; what came before is given.
 *
 * @param visit decides about the value at a path, by the path and whether it is an array, object or scalar
 * @param maxBytes a taken value longer than this is told as `too-long`
 */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array>,
  visit: (path: JsonPath, shape: 'array' | 'object' | 'scalar') => JsonVisit,
  maxBytes: number,
): AsyncGenerator<JsonEvent> {
  const stack: Container[] = [];
  let offset = 0; // of the chunk in the document
  let done = false;
  // the value that is being taken or skipped
  let current: { readonly path: JsonPath; readonly take: boolean; readonly scalar: boolean } | undefined;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inKey = false;
  let parts: Buffer[] = [];
  let length = 0;

  const fail = (at: number, what: string) =>
    new SourceError('incompatible', `is not whole JSON: ${what} at byte ${String(offset + at + 1)}`);

  const keep = (chunk: Buffer, from: number, to: number): void => {
    length += to - from;
    if (current?.take === true || inKey) {
      if (length > (inKey ? longestKey : maxBytes)) parts = [];
      else if (to > from) parts.push(Buffer.from(chunk.subarray(from, to)));
    }
  };
  const finish = (): JsonEvent | undefined => {
    const ended = current;
    const bytes = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    const tooLong = length > maxBytes;
    current = undefined;
    parts = [];
    length = 0;
    const holder = stack.at(-1);
    if (holder === undefined) done = true;
    else holder.expects = 'comma';
    if (ended?.take !== true) return undefined;
    return tooLong ? { type: 'too-long', path: ended.path } : { type: 'value', path: ended.path, bytes };
  };

  for await (const part of chunks) {
    const chunk = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    let index = 0;
    let from = 0; // where the kept value begins in this chunk
    if (offset === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) index = 3;
    while (index < chunk.length) {
      const byte = chunk[index] ?? 0;
      if (inString) {
        if (escaped) {
          escaped = false;
          index += 1;
          continue;
        }
        index = endOfPlain(chunk, index);
        if (index === chunk.length) break;
        escaped = chunk[index] === backslash;
        index += 1;
        if (escaped) continue;
        inString = false;
        if (inKey) {
          keep(chunk, from, index);
          const holder = stack.at(-1);
          if (holder !== undefined) {
            holder.key = keyOf(Buffer.concat(parts));
            holder.expects = 'colon';
          }
          inKey = false;
          parts = [];
          length = 0;
        } else if (depth === 0) {
          keep(chunk, from, index);
          const event = finish();
          if (event !== undefined) yield event;
        }
        continue;
      }
      if (current !== undefined) {
        if (current.scalar) {
          if (!isBlank(byte) && byte !== comma && !closers.has(byte)) {
            index += 1;
            continue;
          }
          keep(chunk, from, index);
          const event = finish();
          if (event !== undefined) yield event;
          continue; // the byte belongs to the container
        }
        index = endOfSimple(chunk, index);
        if (index === chunk.length) break;
        const bound = chunk[index] ?? 0;
        index += 1;
        if (bound === quote) inString = true;
        else if (openers.has(bound)) depth += 1;
        else {
          depth -= 1;
          if (depth === 0) {
            keep(chunk, from, index);
            const event = finish();
            if (event !== undefined) yield event;
          }
        }
        continue;
      }
      if (isBlank(byte)) {
        index += 1;
        continue;
      }
      if (done) throw fail(index, 'something follows the end');
      const holder = stack.at(-1);
      if (closers.has(byte)) {
        if (holder === undefined || (byte === 0x5d) !== holder.array) throw fail(index, 'a bracket closes nothing');
        stack.pop();
        index += 1;
        yield { type: 'close', path: holder.path };
        const outer = stack.at(-1);
        if (outer === undefined) done = true;
        else outer.expects = 'comma';
        continue;
      }
      if (holder?.expects === 'comma') {
        if (byte !== comma) throw fail(index, 'a comma is missing');
        holder.expects = holder.array ? 'value' : 'key';
        index += 1;
        continue;
      }
      if (holder?.expects === 'colon') {
        if (byte !== colon) throw fail(index, 'a colon is missing');
        holder.expects = 'value';
        index += 1;
        continue;
      }
      if (holder?.expects === 'key') {
        if (byte !== quote) throw fail(index, 'a key is missing');
        inKey = true;
        inString = true;
        from = index;
        index += 1;
        continue;
      }
      // a value begins
      const path: JsonPath = holder === undefined ? [] : [...holder.path, holder.array ? '*' : holder.key];
      const shape = byte === 0x5b ? 'array' : byte === 0x7b ? 'object' : 'scalar';
      const decision = visit(path, shape);
      if (decision === 'enter' && shape !== 'scalar') {
        stack.push({ array: shape === 'array', path, expects: shape === 'array' ? 'value' : 'key', key: '' });
        index += 1;
        yield { type: 'open', path };
        continue;
      }
      current = { path, take: decision === 'take', scalar: shape === 'scalar' && byte !== quote };
      from = index;
      depth = shape === 'scalar' ? 0 : 1;
      inString = byte === quote;
      index += 1;
    }
    if (current !== undefined || inKey) keep(chunk, from, chunk.length);
    offset += chunk.length;
  }
  if (current?.scalar === true && stack.length === 0) {
    const event = finish();
    if (event !== undefined) yield event;
  }
  if (!done) throw new SourceError('incompatible', 'ends in the middle: the file is cut off');
}

/** Where a run of bytes inside a string ends: at a quote, a backslash, or the end of the chunk. */
function endOfPlain(chunk: Uint8Array, start: number): number {
  let index = start;
  for (; index < chunk.length; index += 1) {
    const byte = chunk[index];
    if (byte === quote || byte === backslash) break;
  }
  return index;
}

/** Where a run of bytes outside of strings ends: at a quote, a bracket, or the end of the chunk. */
function endOfSimple(chunk: Uint8Array, start: number): number {
  let index = start;
  for (; index < chunk.length; index += 1) {
    const byte = chunk[index];
    if (byte === quote || byte === 0x7b || byte === 0x5b || byte === 0x7d || byte === 0x5d) break;
  }
  return index;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function keyOf(bytes: Buffer): string {
  try {
    return String(JSON.parse(bytes.toString('utf8')));
  } catch {
    return bytes.toString('utf8'); // a damaged key is still the best name for its place
  }
}
