import { availableParallelism } from 'node:os';
import { decode, decodeTracked } from '@vedette/decode';
import type { Session } from '../terminal/session.js';
import type { BareText } from '../text-inputs.js';
import { Threads } from '../threads.js';
import { decodedLine, decodedLines } from './decoded-line.js';
import { picture } from './picture.js';

/** A thread takes a second to start, to unpack its words and to get warm: so many texts make it worth it. */
const worthThreads = 2_000;
/** Threads where nobody says how many: each has its own tables in memory. */
const mostThreads = 2;
/** Batches that wait to be told in their order. */
const mostTold = 16;
/** Characters that are gathered before they are handed on. */
const gathered = 32 * 1024;

export interface DecodeTextsOptions {
  /** How many threads are used, this one among them; where it is not said, two once there were many texts. */
  readonly threads: number | undefined;
  readonly session: Session;
}

/** Prints what texts say, one line each in their order; of many texts on threads. */
export async function decodeTexts(
  batches: AsyncIterable<readonly BareText[]>,
  options: DecodeTextsOptions,
): Promise<void> {
  const { session } = options;
  const most = session.pretty ? 1 : (options.threads ?? Math.min(mostThreads, availableParallelism()));
  let threads: Threads<readonly BareText[], string> | undefined;
  const told: Promise<void>[] = [];
  let count = 0;
  try {
    for await (const batch of batches) {
      if (most > 1 && count >= (options.threads === undefined ? worthThreads : 0)) {
        threads ??= new Threads(most - 1, new URL('decode-thread.js', import.meta.url));
        // This thread is warm already, and decodes what the others have no room for.
        const lines = threads.hasRoom ? threads.run(batch) : Promise.resolve(decodedLines(batch));
        // Told in their order as soon as they are there, so that a line of a slow pipe waits for no other.
        const telling = tell(lines, batch.length, told.at(-1), session);
        // A failure is met where it is waited for, in its turn.
        telling.catch(() => undefined);
        told.push(telling);
        if (told.length > mostTold) await told.shift();
      } else {
        await decodeHere(batch, session);
      }
      count += batch.length;
      if (session.out.closed) return;
    }
    await Promise.all(told);
  } finally {
    await threads?.stop();
  }
}

async function tell(
  answer: Promise<string>,
  texts: number,
  before: Promise<void> | undefined,
  session: Session,
): Promise<void> {
  const lines = await answer;
  await before;
  if (lines !== '') await session.out.line(lines);
  session.progress.count('texts', texts);
}

async function decodeHere(batch: readonly BareText[], session: Session): Promise<void> {
  let lines = '';
  for (const { id, text } of batch) {
    lines += lines === '' ? shown(id, text, session) : `\n${shown(id, text, session)}`;
    session.progress.count('texts');
    if (lines.length < gathered) continue;
    await session.out.line(lines);
    lines = '';
    if (session.out.closed) return;
  }
  if (lines !== '') await session.out.line(lines);
}

/** A text as a person or a program reads it. */
export function shown(id: string | undefined, text: string, session: Session): string {
  return session.pretty ? picture(id, decodeTracked(text), session) : decodedLine(id, decode(text));
}
