import { SourceError } from '../errors.js';

/** What to do with a value of a JSON document: take its bytes, look inside it, or skip it. */
export type JsonVisit = 'take' | 'enter' | 'skip';

/** Keys from the root down; `*` stands for any element of an array. */
export type JsonPath = readonly string[];

export type JsonEvent =
  | { readonly type: 'value'; readonly path: JsonPath; readonly bytes: Buffer }
  | { readonly type: 'too-long'; readonly path: JsonPath }
  | { readonly type: 'open'; readonly path: JsonPath }
  | { readonly type: 'close'; readonly path: JsonPath };

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
 * @param rest whether what follows the document is damage or somebody else's (script after the data)
 */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array>,
  visit: (path: JsonPath, shape: 'array' | 'object' | 'scalar') => JsonVisit,
  maxBytes: number,
  rest: 'refused' | 'ignored' = 'refused',
): AsyncGenerator<JsonEvent> {
  for await (const events of jsonElementBatches(chunks, visit, maxBytes, rest)) for (const event of events) yield event;
}

/** The same, with all that ends in one piece of the stream together: a step for each of a million small values is slow. */
export async function* jsonElementBatches(
  chunks: AsyncIterable<Uint8Array>,
  visit: (path: JsonPath, shape: 'array' | 'object' | 'scalar') => JsonVisit,
  maxBytes: number,
  rest: 'refused' | 'ignored' = 'refused',
): AsyncGenerator<readonly JsonEvent[]> {
  const walk = new JsonWalk(visit, maxBytes, rest === 'ignored');
  for await (const part of chunks) {
    yield* beforeFailure(walk.read(Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
    if (walk.done && rest === 'ignored') return;
  }
  yield* beforeFailure(walk.end());
}

/** All events together; those before a failure are given before it is thrown. */
function* beforeFailure(events: Iterable<JsonEvent>): Generator<readonly JsonEvent[]> {
  const before: JsonEvent[] = [];
  try {
    for (const event of events) before.push(event);
  } catch (error) {
    yield before;
    throw error;
  }
  yield before;
}

/** A walk over a document that comes in pieces. Each step looks at what stands at `index` and moves it on. */
class JsonWalk {
  private readonly stack: Container[] = [];
  private chunk: Buffer = Buffer.alloc(0);
  private index = 0;
  /** of the chunk in the document */
  private offset = 0;
  done = false;
  /** the value that is being taken or skipped */
  private current: { readonly path: JsonPath; readonly take: boolean; readonly scalar: boolean } | undefined;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inKey = false;
  /** where the kept value begins in this chunk */
  private from = 0;
  private parts: Buffer[] = [];
  private length = 0;

  constructor(
    private readonly visit: (path: JsonPath, shape: 'array' | 'object' | 'scalar') => JsonVisit,
    private readonly maxBytes: number,
    private readonly ignoresRest: boolean,
  ) {}

  *read(chunk: Buffer): Generator<JsonEvent> {
    this.chunk = chunk;
    this.from = 0;
    this.index = this.offset === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    while (this.index < chunk.length && !(this.done && this.ignoresRest)) {
      const event = this.step();
      if (event !== undefined) yield event;
    }
    if (this.current !== undefined || this.inKey) this.keep(chunk.length);
    this.offset += chunk.length;
  }

  *end(): Generator<JsonEvent> {
    if (this.current?.scalar === true && this.stack.length === 0) {
      const event = this.finish();
      if (event !== undefined) yield event;
    }
    if (!this.done) throw new SourceError('incompatible', 'ends in the middle: the file is cut off');
  }

  private step(): JsonEvent | undefined {
    if (this.inString) return this.stringStep();
    const byte = this.chunk[this.index] ?? 0;
    if (this.current !== undefined) return this.current.scalar ? this.scalarStep(byte) : this.nestedStep();
    if (isBlank(byte)) {
      this.index += 1;
      return undefined;
    }
    if (this.done) throw this.fail('something follows the end');
    if (closers.has(byte)) return this.close(byte);
    const holder = this.stack.at(-1);
    if (holder === undefined || holder.expects === 'value') return this.open(byte, holder);
    this.between(byte, holder);
    return undefined;
  }

  private stringStep(): JsonEvent | undefined {
    if (this.escaped) {
      this.escaped = false;
      this.index += 1;
      return undefined;
    }
    this.index = endOfPlain(this.chunk, this.index);
    if (this.index === this.chunk.length) return undefined;
    this.escaped = this.chunk[this.index] === backslash;
    this.index += 1;
    if (this.escaped) return undefined;
    this.inString = false;
    if (this.inKey) this.endKey();
    else if (this.depth === 0) {
      this.keep(this.index);
      return this.finish();
    }
    return undefined;
  }

  private endKey(): void {
    this.keep(this.index);
    const holder = this.stack.at(-1);
    if (holder !== undefined) {
      holder.key = keyOf(Buffer.concat(this.parts));
      holder.expects = 'colon';
    }
    this.inKey = false;
    this.parts = [];
    this.length = 0;
  }

  /** A number or a word ends at what is no part of it; that byte belongs to the container. */
  private scalarStep(byte: number): JsonEvent | undefined {
    if (!isBlank(byte) && byte !== comma && !closers.has(byte)) {
      this.index += 1;
      return undefined;
    }
    this.keep(this.index);
    return this.finish();
  }

  private nestedStep(): JsonEvent | undefined {
    this.index = endOfSimple(this.chunk, this.index);
    if (this.index === this.chunk.length) return undefined;
    const bound = this.chunk[this.index] ?? 0;
    this.index += 1;
    if (bound === quote) this.inString = true;
    else if (openers.has(bound)) this.depth += 1;
    else {
      this.depth -= 1;
      if (this.depth === 0) {
        this.keep(this.index);
        return this.finish();
      }
    }
    return undefined;
  }

  private close(byte: number): JsonEvent {
    const holder = this.stack.at(-1);
    if (holder === undefined || (byte === 0x5d) !== holder.array) throw this.fail('a bracket closes nothing');
    this.stack.pop();
    this.index += 1;
    this.valueEnded();
    return { type: 'close', path: holder.path };
  }

  /** A comma, a colon or a key. */
  private between(byte: number, holder: Container): void {
    if (holder.expects === 'comma') {
      if (byte !== comma) throw this.fail('a comma is missing');
      holder.expects = holder.array ? 'value' : 'key';
    } else if (holder.expects === 'colon') {
      if (byte !== colon) throw this.fail('a colon is missing');
      holder.expects = 'value';
    } else {
      if (byte !== quote) throw this.fail('a key is missing');
      this.inKey = true;
      this.inString = true;
      this.from = this.index;
    }
    this.index += 1;
  }

  private open(byte: number, holder: Container | undefined): JsonEvent | undefined {
    const path: JsonPath = holder === undefined ? [] : [...holder.path, holder.array ? '*' : holder.key];
    const shape = byte === 0x5b ? 'array' : byte === 0x7b ? 'object' : 'scalar';
    const decision = this.visit(path, shape);
    if (decision === 'enter' && shape !== 'scalar') {
      this.stack.push({ array: shape === 'array', path, expects: shape === 'array' ? 'value' : 'key', key: '' });
      this.index += 1;
      return { type: 'open', path };
    }
    this.current = { path, take: decision === 'take', scalar: shape === 'scalar' && byte !== quote };
    this.from = this.index;
    this.depth = shape === 'scalar' ? 0 : 1;
    this.inString = byte === quote;
    this.index += 1;
    return undefined;
  }

  private finish(): JsonEvent | undefined {
    const { current: ended, parts } = this;
    const bytes = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    const tooLong = this.length > this.maxBytes;
    this.current = undefined;
    this.parts = [];
    this.length = 0;
    this.valueEnded();
    if (ended?.take !== true) return undefined;
    return tooLong ? { type: 'too-long', path: ended.path } : { type: 'value', path: ended.path, bytes };
  }

  private valueEnded(): void {
    const holder = this.stack.at(-1);
    if (holder === undefined) this.done = true;
    else holder.expects = 'comma';
  }

  /** Keeps the bytes of this chunk up to `to`, as far as they are wanted. */
  private keep(to: number): void {
    this.length += to - this.from;
    if (this.current?.take === true || this.inKey) {
      if (this.length > (this.inKey ? longestKey : this.maxBytes)) this.parts = [];
      else if (to > this.from) this.parts.push(Buffer.from(this.chunk.subarray(this.from, to)));
    }
  }

  private fail(what: string): SourceError {
    return new SourceError(
      'incompatible',
      `is not whole JSON: ${what} at byte ${String(this.offset + this.index + 1)}`,
    );
  }
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
