import type { WalkContext } from './input-entry.js';

/** Counts unpacked bytes against the limits. */
export async function* metered(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  context: WalkContext,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    context.signal?.throwIfAborted();
    context.budget.addUnpacked(chunk.length, name);
    yield chunk;
  }
}

/** Counts packed bytes of a stream whose size nobody knows. */
export async function* counted(chunks: AsyncIterable<Uint8Array>, context: WalkContext): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    context.budget.addPacked(chunk.length);
    yield chunk;
  }
}
