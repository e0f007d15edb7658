/** Content whose beginning was looked at. */
export interface Peeked {
  readonly head: Uint8Array;
  /** the whole content, the head included; once */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** lets go of the content, whether it was opened or not */
  readonly close: () => Promise<void>;
}

/** What `detect` gets to see of a file, in bytes. */
const headBytes = 64 * 1024;

/**
 * Reads the beginning of a stream: 64 KiB, or all of it if it is shorter, or less as soon as `enough` says so (a live
 * pipe must not wait for 64 KiB that may never come).
 */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
  enough: (head: Uint8Array) => boolean = () => false,
): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const kept: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  // what came before a failure is still worth reading: it is thrown again behind it
  let failure: { readonly error: unknown } | undefined;
  while (length < headBytes && !ended && failure === undefined) {
    try {
      const step = await iterator.next();
      if (step.done === true) {
        ended = true;
        continue;
      }
      kept.push(step.value);
      length += step.value.length;
      if (length < headBytes && enough(Buffer.concat(kept))) break;
    } catch (error) {
      if (length === 0) throw error;
      failure = { error };
    }
  }
  const first = Buffer.concat(kept);
  async function* open(): AsyncGenerator<Uint8Array> {
    if (first.length > 0) yield first;
    if (failure !== undefined) throw failure.error;
    while (!ended) {
      const step = await iterator.next();
      if (step.done === true) ended = true;
      else yield step.value;
    }
  }
  return {
    head: first.subarray(0, headBytes),
    open,
    async close() {
      await iterator.return?.();
    },
  };
}
