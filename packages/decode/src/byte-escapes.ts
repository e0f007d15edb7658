import type { EscapePart } from './escapes.js';
import { utf8Text } from './payload-reader.js';

/** Signs of Windows-1252 where it differs from Latin-1: 0x80 to 0x9f. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A byte and where its escape stands. */
export interface EscapedByte {
  readonly byte: number;
  readonly start: number;
  readonly end: number;
}

/** A run of escapes of `width` signs each, the last two of them hexadecimal. */
export function escapedBytes(run: string, start: number, width: number): readonly EscapedByte[] {
  return Array.from({ length: Math.floor(run.length / width) }, (_, at) => ({
    byte: Number.parseInt(run.slice((at + 1) * width - 2, (at + 1) * width), 16),
    start: start + at * width,
    end: start + (at + 1) * width,
  }));
}

/** The characters of a row of bytes in UTF-8 or, where they are not, in Windows-1252. */
export function byteParts(row: readonly EscapedByte[]): readonly EscapePart[] {
  const text = utf8Text(Uint8Array.from(row, ({ byte }) => byte));
  if (text === undefined) {
    return row.map(({ byte, start, end }) => ({
      start,
      end,
      text: byte >= 0x80 && byte < 0xa0 ? (windows[byte - 0x80] ?? '') : String.fromCharCode(byte),
    }));
  }
  const parts: EscapePart[] = [];
  let at = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
    const start = row[at]?.start ?? 0;
    at += size;
    parts.push({ start, end: row[at - 1]?.end ?? start, text: sign });
  }
  return parts;
}
