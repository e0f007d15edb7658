import { TextDecoder } from 'node:util';
import chardet from 'chardet';

/**
 * Text of a stream of bytes, as it comes. The charset is decided at the first byte that is not ASCII: a byte order mark,
 * then UTF-8 if that chunk is UTF-8, then a statistical guess, then windows-1252, in which every byte has a meaning.
 */
export async function* textChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (first) {
      decoder = markedDecoder(chunk);
      first = false;
    }
    if (decoder === undefined && !isAscii(chunk)) decoder = new TextDecoder(guessCharset(chunk));
    const text =
      decoder === undefined ? Buffer.from(chunk).toString('latin1') : decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

/** Text of the beginning of a file, for `detect`. */
export function headText(head: Uint8Array): string {
  const decoder = markedDecoder(head) ?? new TextDecoder(isAscii(head) ? 'utf-8' : guessCharset(head));
  return decoder.decode(head, { stream: true });
}

/** UTF-16 by its mark or by the zero bytes of its first characters. */
export function utf16Label(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = head;
  if (first === undefined || second === undefined) return undefined;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function markedDecoder(head: Uint8Array): TextDecoder | undefined {
  const wide = utf16Label(head);
  if (wide !== undefined) return new TextDecoder(wide);
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? new TextDecoder('utf-8') : undefined;
}

function guessCharset(chunk: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return 'utf-8';
  } catch {
    // not UTF-8: guessed below
  }
  const best = chardet.analyse(chunk.subarray(0, 65_536))[0];
  if (best === undefined || best.confidence < 50 || /^(utf|ascii|iso-2022)/iu.test(best.name)) return 'windows-1252';
  try {
    return new TextDecoder(best.name.toLowerCase()).encoding;
  } catch {
    return 'windows-1252';
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}
