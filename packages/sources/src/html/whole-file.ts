import { Buffer } from 'node:buffer';
import type { FileInput } from '../definition.js';

/** A file as bytes, or the number of bytes at which it was too long to go on. */
export type WholeFile = { readonly bytes: Uint8Array } | { readonly tooLong: number };

/** Reads a whole file up to a limit; stops reading, and says so, beyond it. */
export async function readWhole(file: FileInput, limit: number): Promise<WholeFile> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    length += chunk.length;
    if (length > limit) return { tooLong: length };
    chunks.push(chunk);
  }
  return { bytes: chunks.length === 1 ? (chunks[0] ?? new Uint8Array()) : Buffer.concat(chunks, length) };
}
