import { CommanderError } from 'commander';
import { CliError, type ExitStatus } from './errors.js';
import { createProgram } from './program.js';
import { Session, type Streams } from './terminal/session.js';

/** How long something that does not end by itself may take after a stop, milliseconds. */
const patience = 10_000;

/** The parts of the process that a run needs. */
export interface Host extends Streams {
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(status: number): never;
}

/**
 * Runs one call and gives its exit status. Everything the person must know is on stderr. A closed pipe ends it quietly,
 * and so does an interrupt where what is read has no end; of files it is told that not all was read.
 */
export async function run(args: readonly string[], host: Host): Promise<ExitStatus> {
  const session = new Session(host);
  const stop = () => session.interrupt();
  host.on('SIGINT', stop);
  host.on('SIGTERM', stop);
  session.signal.addEventListener('abort', () => {
    setTimeout(() => host.exit(session.status), patience).unref();
  });
  const status = await runCommand(args, session);
  session.progress.clear();
  await session.out.flush();
  // an open pipe on stdin must not keep the process
  host.stdin.destroy();
  return status === 0 ? session.status : status;
}

async function runCommand(args: readonly string[], session: Session): Promise<ExitStatus> {
  try {
    const program = await createProgram(session, args);
    await program.parseAsync(args, { from: 'user' });
    return session.status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (session.signal.aborted) {
      session.tellInterrupted();
      return session.status;
    }
    if (error instanceof CliError) {
      session.warn(error.message);
      return error.status;
    }
    session.warn(messageOf(error));
    return 1;
  }
}

/** Errors of our own packages say what to do; of an unknown one the place in the code helps whoever mends it. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('retryable' in error) return error.message;
  return `${error.message} (unexpected; please report it with this: ${error.stack?.split('\n')[1]?.trim() ?? 'no place'})`;
}
