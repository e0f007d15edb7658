import type { Item } from '@vedette/contract';
import type { FileInput, ReadOptions } from '../definition.js';
import { byteLineBatches, byteLines } from '../input/byte-lines.js';
import { ContentIds } from '../input/content-id.js';
import { utf16Label } from '../input/text-chunks.js';
import { normalizeLine, readText, type LineOptions, type LineReading } from './normalize.js';

/** What one line of a file gave. `ownId` is the id that the line itself carried. */
export type NdjsonLine =
  | { readonly line: number; readonly item: Item; readonly ownId: string | undefined }
  | { readonly line: number; readonly reason: string; readonly sample: string };

/** The text of one line; `ownId` is the id that the line itself carried. */
export type NdjsonText =
  | { readonly line: number; readonly text: string; readonly ownId: string | undefined }
  | { readonly line: number; readonly reason: string };

const maxLineBytes = 32 * 2 ** 20;

/** Reads single lines the way {@link readNdjsonLines} does, for whoever has the lines already. */
export class LineNormalizer {
  readonly #ids = new ContentIds();
  readonly #options: LineOptions;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  /** @param bytes one line that is not blank, without its line end */
  read(bytes: Uint8Array): LineReading {
    return normalizeLine(bytes, this.#ids, this.#options);
  }
}

/**
 * Reads a file line by line: Items and raw lines of other tools, with the number of each line. Blank lines, and raw lines
 * without text at the path, are passed over in silence.
 */
export async function* readNdjsonLines(file: FileInput, options: ReadOptions): AsyncGenerator<NdjsonLine> {
  const ids = new ContentIds();
  for await (const { number, bytes } of byteLines(utf8Bytes(file), maxLineBytes)) {
    if (bytes === undefined) {
      yield { line: number, reason: tooLong, sample: '' };
      continue;
    }
    const content = number === 1 ? withoutMark(bytes) : bytes;
    if (isBlank(content)) continue;
    const reading = normalizeLine(content, ids, options);
    if ('item' in reading) yield { line: number, item: reading.item, ownId: reading.ownId };
    else if ('reason' in reading) yield { line: number, reason: reading.reason, sample: sampleOf(content) };
  }
}

/**
 * The texts of a file alone: the same lines in the same order, refused for the same reasons, several times as fast. They
 * come in batches, one for each piece of the file as it arrives, so that a line of an open pipe is there at once.
 */
export async function* readNdjsonTexts(file: FileInput, options: ReadOptions): AsyncGenerator<readonly NdjsonText[]> {
  for await (const lines of byteLineBatches(utf8Bytes(file), maxLineBytes)) {
    const texts: NdjsonText[] = [];
    for (const { number, bytes } of lines) {
      if (bytes === undefined) {
        texts.push({ line: number, reason: tooLong });
        continue;
      }
      const content = number === 1 ? withoutMark(bytes) : bytes;
      if (isBlank(content)) continue;
      const reading = readText(content, options);
      if ('text' in reading) texts.push({ line: number, text: reading.text, ownId: reading.ownId });
      else if ('reason' in reading) texts.push({ line: number, reason: reading.reason });
    }
    if (texts.length > 0) yield texts;
  }
}

const tooLong = `is longer than ${String(maxLineBytes / 2 ** 20)} MB (the limit)`;

/** The file in UTF-8; tools on Windows write UTF-16. */
async function* utf8Bytes(file: FileInput): AsyncGenerator<Uint8Array> {
  const wide = utf16Label(file.head);
  if (wide === undefined) {
    yield* file.open();
    return;
  }
  const decoder = new TextDecoder(wide);
  for await (const chunk of file.open()) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function sampleOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 500)).toString('utf8').slice(0, 500);
}
