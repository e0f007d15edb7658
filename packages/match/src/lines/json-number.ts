/** Where the JSON number that begins at `at` ends, or -1 where none does. */
export function numberEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x2d) at += 1;
  if (bytes[at] === 0x30) at += 1;
  else {
    const whole = digitsEnd(bytes, at);
    if (whole === at) return -1;
    at = whole;
  }
  if (bytes[at] === 0x2e) {
    const fraction = digitsEnd(bytes, at + 1);
    if (fraction === at + 1) return -1;
    at = fraction;
  }
  if (((bytes[at] ?? 0) | 0x20) === 0x65) {
    at += 1;
    if (bytes[at] === 0x2b || bytes[at] === 0x2d) at += 1;
    const exponent = digitsEnd(bytes, at);
    if (exponent === at) return -1;
    at = exponent;
  }
  return at;
}

function digitsEnd(bytes: Uint8Array, at: number): number {
  while (isDigit(bytes[at] ?? 0)) at += 1;
  return at;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Where `true`, `false` or `null` that begins at `at` ends, or -1. */
export function wordEnd(bytes: Uint8Array, at: number): number {
  const word = bytes[at] === 0x74 ? words.true : bytes[at] === 0x66 ? words.false : words.null;
  for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word[index]) return -1;
  return at + word.length;
}

const words = {
  true: Uint8Array.of(0x74, 0x72, 0x75, 0x65),
  false: Uint8Array.of(0x66, 0x61, 0x6c, 0x73, 0x65),
  null: Uint8Array.of(0x6e, 0x75, 0x6c, 0x6c),
};
