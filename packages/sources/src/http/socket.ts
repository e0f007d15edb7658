import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { clearInterval, setInterval } from 'node:timers';
import { WebSocket, type RawData } from 'ws';
import type { MessageSocket, SocketMessage, SocketRequest } from '../definition.js';
import { SourceError } from '../errors.js';
import { asSourceError } from './failure.js';
import { failureOf } from './status.js';

/** What waits unread before the other side is made to wait. */
const mostWaiting = 500;
const mostWaitingBytes = 4 * 2 ** 20;
const defaultMessageBytes = 8 * 2 ** 20;
const handshakeMs = 15_000;
/** Of a refusal this many bytes are read, for the reason that it gives. */
const mostReason = 16_384;

export interface SocketTarget extends Omit<SocketRequest, 'url' | 'idleMs'> {
  readonly url: URL;
  readonly idleMs: number;
}

export interface SocketEnvironment {
  readonly lookup: LookupFunction | undefined;
  readonly now: () => number;
}

/**
 * Connects a WebSocket (RFC 6455) and resolves once it is open. Nothing is compressed per message, redirects are not
 * followed, and an abort ends the connection at once.
 * @throws SourceError with what the server said, where it refuses
 */
export async function openSocket(
  target: SocketTarget,
  environment: SocketEnvironment,
  signal: AbortSignal,
): Promise<MessageSocket> {
  const { url } = target;
  const socket = new WebSocket(url, [...(target.protocols ?? [])], {
    headers: target.headers,
    perMessageDeflate: false,
    maxPayload: target.maxMessageBytes ?? defaultMessageBytes,
    handshakeTimeout: handshakeMs,
    followRedirects: false,
    ...(environment.lookup === undefined ? {} : { lookup: environment.lookup }),
  });
  const inbox = new Inbox(socket, url, target.idleMs, signal);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_request, response) => {
      const refused = async (): Promise<void> => {
        reject(await refusal(response, url, environment.now()));
        socket.terminate();
      };
      void refused();
    });
    socket.once('error', (error) => {
      reject(signal.aborted ? reasonOf(signal) : asSourceError(error, url, handshakeMs));
    });
  });
  return {
    messages: inbox.messages(),
    send: (text) => {
      socket.send(text, () => undefined); // a connection that broke is told where messages are read
    },
    close: () => {
      inbox.leave();
    },
  };
}

/** What arrived and was not read yet. It lets the connection run while little waits. */
class Inbox {
  private waiting: SocketMessage[] = [];
  private waitingBytes = 0;
  private ended = false;
  private failure: Error | undefined;
  private wake: (() => void) | undefined;
  private heard = true;
  private asked = false;
  private readonly watch: NodeJS.Timeout;
  private readonly stop = (): void => {
    this.end(reasonOf(this.signal));
    this.waiting = [];
    this.socket.terminate();
  };

  constructor(
    private readonly socket: WebSocket,
    private readonly url: URL,
    private readonly idleMs: number,
    private readonly signal: AbortSignal,
  ) {
    socket.on('message', (data, isBinary) => {
      this.take(data, isBinary);
    });
    for (const sign of ['ping', 'pong'] as const) socket.on(sign, () => (this.heard = true));
    socket.on('error', (error) => {
      this.end(asSourceError(error, url, handshakeMs));
    });
    socket.on('close', (code) => {
      const inOrder = code === 1000 || code === 1001;
      this.end(inOrder ? undefined : new SourceError('temporary', `${url.href}: the connection broke (code ${String(code)})`)); // prettier-ignore
    });
    this.watch = setInterval(() => {
      this.ask();
    }, idleMs / 2);
    signal.addEventListener('abort', this.stop, { once: true });
    if (signal.aborted) this.stop();
  }

  async *messages(): AsyncGenerator<readonly SocketMessage[]> {
    try {
      for (;;) {
        while (this.waiting.length > 0) {
          const { waiting } = this;
          this.waiting = [];
          this.waitingBytes = 0;
          if (this.socket.isPaused) this.socket.resume();
          yield waiting;
        }
        if (this.ended) break;
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
      if (this.failure !== undefined) throw this.failure;
    } finally {
      this.leave();
    }
  }

  leave(): void {
    this.end();
    this.socket.close();
    this.socket.terminate();
  }

  private take(data: RawData, isBinary: boolean): void {
    this.heard = true;
    if (this.ended) return;
    const bytes = Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data;
    this.waiting.push(isBinary ? bytes : bytes.toString('utf8'));
    this.waitingBytes += bytes.length;
    if (this.waiting.length >= mostWaiting || this.waitingBytes >= mostWaitingBytes) this.socket.pause();
    this.wake?.();
  }

  /** Half of the longest silence is over: what has not been heard of is asked, and what was asked and is silent is dead. */
  private ask(): void {
    if (this.heard || this.socket.isPaused || this.socket.readyState !== WebSocket.OPEN) {
      this.heard = false;
      this.asked = false;
    } else if (this.asked) {
      const words = `${this.url.href}: nothing was heard for ${String(this.idleMs / 1000)} s`;
      this.end(new SourceError('temporary', words));
      this.socket.terminate();
    } else {
      this.asked = true;
      this.socket.ping();
    }
  }

  private end(error?: Error): void {
    if (!this.ended) this.failure = error;
    this.ended = true;
    clearInterval(this.watch);
    this.signal.removeEventListener('abort', this.stop);
    this.wake?.();
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted');
}

async function refusal(response: IncomingMessage, url: URL, now: number): Promise<SourceError> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > mostReason) break;
      chunks.push(chunk);
    }
  } catch {
    // the status alone says what happened
  }
  const status = response.statusCode ?? 0;
  const reason = length > mostReason ? undefined : Buffer.concat(chunks).toString('utf8');
  return (
    failureOf(status, url.href, response.headers['retry-after'], now, reason) ??
    new SourceError('incompatible', `${url.href} answers ${String(status)} instead of opening a WebSocket`)
  );
}
