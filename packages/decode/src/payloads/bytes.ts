import type { DisguiseName } from '../decoded.js';
import { payloadText, type Payload, type PayloadReader } from './payload.js';

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Decodes digits of `bits` bits each, most significant first; `undefined` at a character that is no digit. */
function unpack(text: string, alphabet: string, bits: number): Uint8Array | undefined {
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

function reader(
  name: DisguiseName,
  gate: RegExp,
  pattern: RegExp,
  bytesOf: (found: string) => Uint8Array | undefined,
): PayloadReader {
  return {
    gate,
    read(text) {
      const payloads: Payload[] = [];
      for (const match of text.matchAll(pattern)) {
        if (match[0].length > longest) continue;
        const bytes = bytesOf(match[0]);
        const said = bytes === undefined ? undefined : payloadText(bytes);
        if (said !== undefined)
          payloads.push({ name, start: match.index, end: match.index + match[0].length, ...said });
      }
      return payloads;
    },
  };
}

/** A change between small letters and capitals or digits in the middle of a row: names have theirs at the ends. */
const change = /[A-Za-z0-9+/_-]{3}(?:[a-z][A-Z0-9]|[A-Z0-9][a-z])[A-Za-z0-9+/_-]{2}/;

/** Base64 and its URL form, RFC 4648. */
export const base64 = reader(
  'base64',
  change,
  /(?<![A-Za-z0-9+/=_-])(?:[A-Za-z0-9+/]{8,}|[A-Za-z0-9_-]{8,})={0,2}(?![A-Za-z0-9+/=_-])/g,
  (found) => {
    const digits = found.replace(/=+$/u, '').replaceAll('-', '+').replaceAll('_', '/');
    // Words are made of Base64 digits too: a payload mixes cases or has digits, and its length fits.
    if (digits.length % 4 === 1 || !change.test(digits)) return undefined;
    return unpack(digits, base64Alphabet, 6);
  },
);

/** Base32, RFC 4648. */
export const base32 = reader(
  'base32',
  /[A-Z2-7]{16}/,
  /(?<![A-Za-z0-9=])[A-Z2-7]{16,}={0,6}(?![A-Za-z0-9=])/g,
  (found) => unpack(found.replace(/=+$/u, ''), base32Alphabet, 5),
);

/** Hexadecimal bytes, together, with blanks, colons, `0x` or `\x`. */
export const hex = reader(
  'hex',
  /(?:(?:0x|\\x)?[0-9a-fA-F]{2}(?:[ :,-]|, )?){5}/,
  /(?<![0-9A-Za-z])(?:(?:0x|\\x)?[0-9a-fA-F]{2}(?:[ :,-]|, )?){5,}(?![0-9A-Za-z])/g,
  (found) => {
    const digits = found.replace(/0x|\\x/gu, '').replace(/[^0-9a-fA-F]/gu, '');
    if (digits.length % 2 === 1 || (/^\d+$/u.test(digits) && digits.length < 16)) return undefined;
    return Uint8Array.from(digits.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
  },
);

/** Bytes as eight zeros and ones. */
export const binary = reader('binary', /[01]{8}/, /(?<![0-9A-Za-z])(?:[01]{8}[ ,]?){3,}(?![0-9A-Za-z])/g, (found) =>
  Uint8Array.from(found.replace(/[^01]/gu, '').match(/.{8}/gu) ?? [], (bits) => Number.parseInt(bits, 2)),
);
