import type { Agent } from 'undici';
import { exchanged, type Question } from './exchange.js';
import { asSourceError } from './failure.js';
import type { Redirected } from './followed.js';

export interface StreamOptions {
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly idleMs: number;
  /** until the first answer, milliseconds */
  readonly openMs: number;
  readonly now: () => number;
}

/** An answer that is read as it comes. */
export interface OpenStream {
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Opens an answer that need not end. Only its silence is limited: `idleMs` between two pieces. */
export async function streamOpened(
  question: Question<unknown>,
  options: StreamOptions,
): Promise<OpenStream | Redirected> {
  const { signal, idleMs } = options;
  try {
    const answer = await exchanged(question, {
      agent: options.agent,
      signal,
      headersTimeoutMs: options.openMs,
      bodyTimeoutMs: idleMs,
      now: options.now,
    });
    if ('location' in answer) return answer;
    return { headers: answer.headers, chunks: pieces(answer.body, question.url, signal, idleMs) };
  } catch (error) {
    signal.throwIfAborted();
    throw asSourceError(error, question.url, options.openMs);
  }
}

async function* pieces(
  body: AsyncIterable<Uint8Array>,
  url: URL,
  signal: AbortSignal,
  idleMs: number,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) yield chunk;
  } catch (error) {
    signal.throwIfAborted();
    throw asSourceError(error, url, idleMs);
  }
}
