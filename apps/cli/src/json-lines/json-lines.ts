import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Session } from '../terminal/session.js';
import { LineBuffer } from './line-buffer.js';

/** An input that is lines of JSON without doubt. */
export interface JsonLines {
  readonly name: string;
  /** Bytes, of a file. */
  readonly size?: number;
  /** Reads on: again and again the same buffer with further whole lines. */
  blocks(): AsyncGenerator<LineBuffer>;
}

/** An input that has to be looked at more closely, with what was already taken of standard input. */
export interface Undecided {
  readonly stdin: AsyncIterable<Uint8Array>;
}

/**
 * Whether an input is lines of JSON without doubt: standard input or a file whose first two lines are objects, and no
 * export that is one. Everything else is for the sources to recognise.
 */
export async function openJsonLines(input: string, session: Session): Promise<JsonLines | Undecided> {
  return input === '-' ? openStdin(session) : openFile(input, session);
}

async function openStdin(session: Session): Promise<JsonLines | Undecided> {
  const chunks: AsyncIterator<Uint8Array> = session.stdin[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return { stdin: prefixed([], chunks) };
  const { value } = first;
  if (!isJsonLines(value)) return { stdin: prefixed([value], chunks) };
  return { name: '-', blocks: () => blocksOf(prefixed([value], chunks)) };
}

async function* prefixed(taken: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* taken;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* blocksOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LineBuffer> {
  const buffer = new LineBuffer();
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const room = buffer.room();
      const part = chunk.subarray(at, at + room.length);
      room.set(part);
      at += part.length;
      buffer.wrote(part.length);
      if (buffer.lines > 0) yield buffer;
    }
  }
  buffer.finish();
  if (buffer.lines > 0) yield buffer;
}

async function openFile(path: string, session: Session): Promise<JsonLines | Undecided> {
  const undecided = { stdin: session.stdin };
  if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(path)) return undecided;
  let head: Uint8Array;
  let size: number;
  try {
    const file = await open(path);
    try {
      const info = await file.stat();
      if (!info.isFile()) return undecided;
      ({ size } = info);
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(2 ** 16), 0, 2 ** 16, 0);
      head = buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    // Whoever opens it next tells why it cannot be opened.
    return undecided;
  }
  return isJsonLines(head) ? { name: basename(resolve(path)), size, blocks: () => blocksOfFile(path) } : undecided;
}

async function* blocksOfFile(path: string): AsyncGenerator<LineBuffer> {
  const buffer = new LineBuffer();
  const file = await open(path);
  try {
    for (;;) {
      const room = buffer.room();
      const { bytesRead } = await file.read(room, 0, room.length, null);
      if (bytesRead === 0) break;
      buffer.wrote(bytesRead);
      if (buffer.lines > 0) yield buffer;
    }
  } finally {
    await file.close();
  }
  buffer.finish();
  if (buffer.lines > 0) yield buffer;
}

/** Keys of files that are one JSON object, by which the sources recognise exports and feeds. */
const exportKeys = /"(?:messages|chats|left_chats|about|personal_information|feed_url|items)"\s*:|jsonfeed\.org/u;

function isJsonLines(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 2 ** 16)).toString('latin1');
  const [first, second, ...more] = text.split('\n', 3);
  if (first === undefined || second === undefined || more.length === 0) return false;
  return isObject(first) && isObject(second) && !exportKeys.test(text);
}

function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
