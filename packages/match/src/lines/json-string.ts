const quote = 0x22;
const backslash = 0x5c;

/** Bytes that a JSON string holds as they are: 1 for all but control characters, `"` and `\`. */
const asIs = new Uint8Array(256).fill(1, 0x20);
asIs[quote] = 0;
asIs[backslash] = 0;
/** The same, of ASCII only. */
const plainAscii = asIs.slice().fill(0, 0x80);

/** What follows a backslash, and the unit that it stands for; 0 for what may not follow. */
const escapes = new Uint8Array(256);
for (const [letter, unit] of [
  ['"', 0x22],
  ['\\', 0x5c],
  ['/', 0x2f],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
] as const) {
  escapes[letter.charCodeAt(0)] = unit;
}

/** The values of hexadecimal digits; 255 for everything else. */
const hexadecimal = new Uint8Array(256).fill(255);
for (let digit = 0; digit < 16; digit += 1) {
  hexadecimal[digit.toString(16).charCodeAt(0)] = digit;
  hexadecimal[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}

/** Where the string whose first character is at `at` ends (after the quote), or -1 where it is no JSON string. */
export function stringEnd(bytes: Uint8Array, at: number): number {
  for (;;) {
    while (asIs[bytes[at] ?? 0] === 1) at += 1;
    if (bytes[at] === quote) return at + 1;
    if (bytes[at] !== backslash) return -1;
    const letter = bytes[at + 1] ?? 0;
    if (letter === 0x75) {
      if (hexUnit(bytes, at + 2) < 0) return -1;
      at += 6;
    } else {
      if (escapes[letter] === 0) return -1;
      at += 2;
    }
  }
}

/** Four hexadecimal digits as a number, or -1. */
function hexUnit(bytes: Uint8Array, at: number): number {
  const a = hexadecimal[bytes[at] ?? 0] ?? 255;
  const b = hexadecimal[bytes[at + 1] ?? 0] ?? 255;
  const c = hexadecimal[bytes[at + 2] ?? 0] ?? 255;
  const d = hexadecimal[bytes[at + 3] ?? 0] ?? 255;
  return (a | b | c | d) > 15 ? -1 : (a << 12) | (b << 8) | (c << 4) | d;
}

/** A string as UTF-16 units in memory that is used again and again. */
export class UnitString {
  units: Uint16Array<ArrayBuffer> = new Uint16Array(4096);
  length = 0;

  /**
   * Reads the JSON string whose first character is at `at`; gives where it ends (after the quote), or -1 where it is no
   * JSON string. The bytes must be valid UTF-8.
   */
  read(bytes: Uint8Array, at: number): number {
    const plain = plainAscii;
    let { units } = this;
    let length = 0;
    for (;;) {
      // Most text is runs of ASCII, in which nothing but the room has to be watched.
      let byte = bytes[at] ?? 0;
      while (plain[byte] === 1) {
        if (length === units.length) units = this.#grow(length);
        units[length] = byte;
        length += 1;
        at += 1;
        byte = bytes[at] ?? 0;
      }
      if (byte === quote) {
        this.length = length;
        return at + 1;
      }
      if (length + 2 > units.length) units = this.#grow(length);
      if (byte < 0x80) {
        if (byte !== backslash) return -1;
        const letter = bytes[at + 1] ?? 0;
        const unit = letter === 0x75 ? hexUnit(bytes, at + 2) : (escapes[letter] ?? 0);
        if (unit < 0 || (unit === 0 && letter !== 0x75)) return -1;
        units[length] = unit;
        at += letter === 0x75 ? 6 : 2;
      } else if (byte < 0xe0) {
        units[length] = ((byte & 0x1f) << 6) | ((bytes[at + 1] ?? 0) & 0x3f);
        at += 2;
      } else if (byte < 0xf0) {
        units[length] = ((byte & 0x0f) << 12) | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
        at += 3;
      } else {
        const point =
          ((byte & 0x07) << 18) |
          (((bytes[at + 1] ?? 0) & 0x3f) << 12) |
          (((bytes[at + 2] ?? 0) & 0x3f) << 6) |
          ((bytes[at + 3] ?? 0) & 0x3f);
        units[length] = 0xd7c0 + (point >> 10);
        length += 1;
        units[length] = 0xdc00 | (point & 0x3ff);
        at += 4;
      }
      length += 1;
    }
  }

  #grow(length: number): Uint16Array<ArrayBuffer> {
    const grown = new Uint16Array(length * 2);
    grown.set(this.units);
    this.units = grown;
    return grown;
  }

  /** What was read as a string. */
  toString(): string {
    const { buffer, byteOffset } = this.units;
    return Buffer.from(buffer, byteOffset, this.length * 2).toString('utf16le');
  }
}
