import type { EscapePart } from './escapes.js';
import { utf8Text } from './payload-reader.js';

/** Signs of Windows-1252 where it differs from Latin-1: 0x80 to 0x9f. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A text in which each byte stands as an escape of `width` signs, the last two of them hexadecimal. */
export function byteParts(run: string, start: number, width: number): { parts: readonly EscapePart[]; utf8: boolean } {
  const bytes = new Uint8Array(run.length / width);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(run.slice((at + 1) * width - 2, (at + 1) * width), 16);
  }
  const text = utf8Text(bytes);
  const parts: EscapePart[] = [];
  let at = start;
  if (text === undefined) {
    for (const byte of bytes) {
      const sign = byte >= 0x80 && byte < 0xa0 ? (windows[byte - 0x80] ?? '') : String.fromCharCode(byte);
      parts.push({ start: at, end: at + width, text: sign });
      at += width;
    }
    return { parts, utf8: false };
  }
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
    parts.push({ start: at, end: at + size * width, text: sign });
    at += size * width;
  }
  return { parts, utf8: true };
}
