import type { DisguiseName } from './decoded.js';
import type { Payload } from './payload.js';
import { payloadText } from './writing.js';

/** Decodes digits of `bits` bits each, most significant first; `undefined` at a character that is no digit. */
export function unpackDigits(text: string, alphabet: string, bits: number): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * bits) / 8));
  let value = 0;
  let held = 0;
  let size = 0;
  for (const sign of text) {
    const digit = alphabet.indexOf(sign);
    if (digit < 0) return undefined;
    value = ((value << bits) | digit) & 0xffff;
    held += bits;
    if (held >= 8) {
      held -= 8;
      bytes[size] = (value >> held) & 0xff;
      size += 1;
    }
  }
  return bytes.subarray(0, size);
}

/** How long a row of digits is looked at: payloads of posts are short, and a picture in Base64 is none. */
const longest = 20_000;

/** Rows of digits that are bytes of text. */
export function digitRows(
  name: DisguiseName,
  pattern: RegExp,
  bytesOf: (found: string) => Uint8Array | undefined,
): (text: string) => readonly Payload[] {
  return (text) => {
    const payloads: Payload[] = [];
    for (const match of text.matchAll(pattern)) {
      if (match[0].length > longest) continue;
      const bytes = bytesOf(match[0]);
      const said = bytes === undefined ? undefined : payloadText(bytes);
      if (said !== undefined) payloads.push({ name, start: match.index, end: match.index + match[0].length, ...said });
    }
    return payloads;
  };
}
