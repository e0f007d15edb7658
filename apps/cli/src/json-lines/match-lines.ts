import { availableParallelism } from 'node:os';
import type { Matcher } from '@vedette/match';
import type { Session } from '../terminal/session.js';
import type { JsonLines } from './json-lines.js';
import { Threads } from '../threads.js';
import { LineReader, type LineBlock, type LineOptions, type LineSink } from './line-reader.js';
import type { ThreadAnswer, ThreadData } from './match-thread.js';

const newline = 0x0a;
/** Threads need a tenth of a second to start: so many bytes make them worth it. */
const worthThreads = 4 * 2 ** 20;
/** Threads for a long file where nobody says how many: each has its own tables of the decoder in memory. */
const mostThreads = 2;

export interface MatchLinesOptions extends Omit<LineOptions, 'name'> {
  readonly matcher: Matcher;
  /** How many threads are used; where it is not said, two for a long file and none for a stream, whose memory stays small. */
  readonly threads: number | undefined;
  readonly session: Session;
  readonly onMatched: LineSink['matched'];
}

/** Matches lines of JSON, long inputs on threads. Everything comes out in the order of the lines. */
export async function matchLines(lines: JsonLines, options: MatchLinesOptions): Promise<void> {
  const { matcher, session, onMatched } = options;
  const most = options.threads ?? threadsFor(lines);
  const lineOptions = { name: lines.name, textPath: options.textPath, all: options.all, whole: options.whole };
  const reader = new LineReader(matcher, lineOptions, {
    matched: onMatched,
    reject: (rejected) => session.reject(rejected),
    get closed() {
      return session.out.closed;
    },
  });
  let threads: Threads<LineBlock, ThreadAnswer> | undefined;
  const told: Promise<void>[] = [];
  let firstLine = 1;
  try {
    for await (const { bytes, lines: end, beginsOverlong } of lines.blocks()) {
      session.signal.throwIfAborted();
      const whole = bytes.subarray(0, end);
      if (most > 1) {
        const data: ThreadData = { rules: matcher.shared, options: lineOptions };
        threads ??= new Threads(most, new URL('match-thread.js', import.meta.url), data);
      }
      if (threads === undefined) {
        const count = await reader.read({ bytes: whole, firstLine, beginsOverlong });
        firstLine += count;
        session.progress.count('texts', count);
      } else {
        const copy = new Uint8Array(end);
        copy.set(whole);
        const answer = threads.run({ bytes: copy, firstLine, beginsOverlong }, [copy.buffer]);
        firstLine += countLines(whole);
        // Told in their order as soon as they are there, so that a line of a slow pipe waits for no other.
        const telling = tell(answer, told.at(-1), session);
        // A failure is met where it is waited for, in its turn.
        telling.catch(() => undefined);
        told.push(telling);
        if (told.length > threads.capacity) await told.shift();
      }
      if (session.out.closed) return;
    }
    await Promise.all(told);
  } finally {
    await threads?.stop();
  }
}

function threadsFor({ size = 0 }: JsonLines): number {
  return size < worthThreads ? 1 : Math.min(mostThreads, availableParallelism());
}

async function tell(answer: Promise<ThreadAnswer>, before: Promise<void> | undefined, session: Session): Promise<void> {
  const { output, rejected, lines } = await answer;
  await before;
  for (const one of rejected) session.reject(one);
  if (output !== '') await session.out.line(output);
  session.progress.count('texts', lines);
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}
