/**
 * The text of a file that an editor or a spreadsheet has saved: UTF-8, or UTF-16 where it begins with a byte order mark or
 * every other byte of its beginning is zero. The mark itself is left out; bytes that are no text become U+FFFD.
 * @example decodeFile(new Uint8Array([0xff, 0xfe, 0x61, 0x00])) // 'a'
 */
export function decodeFile(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < 4) return 'utf-8';
  if (first !== 0 && second === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be';
  return 'utf-8';
}
