import type { Detection, FileInput, ReadOptions, ReadResult } from '../definition.js';
import { byteLines } from '../input/byte-lines.js';
import { rejection } from '../input/input-entry.js';
import { headText } from '../input/text-chunks.js';
import { isJetstreamEvent, readEvent } from './event.js';
import { normalizeCommit } from './normalize.js';
import { parseJson } from '../input/parse-json.js';

const mostLineBytes = 8 * 2 ** 20;

/** Recorded messages, one a line: a whole line of the first ones is an event. */
export function detectJetstream(file: FileInput): Detection {
  const lines = headText(file.head).split('\n', 20);
  return lines.some((line) => line.startsWith('{') && isJetstreamEvent(parseJson(line))) ? 0.9 : 0;
}

/** Reads recorded messages. What is no post is passed over; a line that is no message is rejected. */
export async function* readJetstreamFile(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  for await (const { number, bytes } of byteLines(file.open(), mostLineBytes)) {
    const line = bytes === undefined ? '' : Buffer.from(bytes).toString('utf8').trim();
    if (bytes !== undefined && line === '') continue;
    const result = readMessage(line, `${file.name}:${String(number)}`, options.raw === true);
    if (result !== undefined) yield result;
  }
}

/** What one message gives: an Item, a rejection, or nothing where it is about something else. */
export function readMessage(line: string, where: string, raw: boolean): ReadResult | undefined {
  const value = parseJson(line);
  if (value === undefined) return rejection(where, 'is not JSON: the message was cut off or damaged', line);
  const event = readEvent(value);
  if (event === undefined) return rejection(where, 'is no event of a Jetstream (v1 or v2)', line);
  if (event.type !== 'commit') return undefined;
  const item = normalizeCommit(event);
  return item === undefined ? undefined : { item: raw ? { ...item, raw: value } : item };
}
