import { WebSocket } from 'undici';
import { SourceError } from '../errors.js';

/** Messages waiting to be read, in bytes, before the connection is given up: a socket cannot be told to slow down. */
const mostWaiting = 64 * 2 ** 20;

/**
 * The text messages of a WebSocket, one a line. Ends when the other side closes in order.
 * Throws {@link SourceError} when it cannot be reached, breaks, or sends faster than anybody reads.
 */
export async function* webSocketLines(address: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const socket = new WebSocket(address);
  socket.binaryType = 'arraybuffer';
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let ended = false;
  let failure: SourceError | undefined;
  let wake: (() => void) | undefined;

  function end(error?: SourceError): void {
    failure ??= error;
    ended = true;
    wake?.();
  }
  socket.addEventListener('message', (event) => {
    const data: unknown = event.data;
    const text =
      typeof data === 'string' ? Buffer.from(data) : data instanceof ArrayBuffer ? Buffer.from(data) : undefined;
    if (text === undefined) return;
    waiting.push(text, newline);
    waitingBytes += text.length;
    if (waitingBytes > mostWaiting) end(new SourceError('temporary', 'sends faster than it is read'));
    wake?.();
  });
  socket.addEventListener('error', () => {
    end(new SourceError('temporary', 'the connection failed or broke'));
  });
  socket.addEventListener('close', (event) => {
    const inOrder = event.code === 1000 || event.code === 1001;
    end(inOrder ? undefined : new SourceError('temporary', `the connection closed with code ${String(event.code)}`));
  });
  const stop = () => end();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const next = waiting.splice(0);
      waitingBytes = 0;
      yield* next;
      if (waiting.length > 0) continue;
      if (ended) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    signal?.throwIfAborted();
    if (failure !== undefined) throw failure;
  } finally {
    signal?.removeEventListener('abort', stop);
    socket.close();
  }
}

const newline = Buffer.from('\n');
