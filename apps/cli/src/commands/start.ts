import type { StartErrorCode } from '@vedette/server';
import { Command } from 'commander';
import { UsageError } from '../errors.js';
import { example } from '../help-example.js';
import { portOf } from '../input-flags.js';
import type { Session } from '../terminal/session.js';

interface StartFlags {
  readonly host?: string;
  readonly port?: number;
  readonly data?: string;
  readonly demo?: boolean;
}

/** What cannot be however often it is tried: exit 2. A port or a folder that is in use may be free the next time. */
const wrongCalls: ReadonlySet<StartErrorCode> = new Set([
  'host-unavailable',
  'port-forbidden',
  'data-unusable',
  'setting',
]);

/** `vedette start` */
export function startCommand(session: Session): Command {
  return new Command('start')
    .description('Starts the server and the console; on the embedded database unless DATABASE_URL is set')
    .option('--host <host>', 'address to listen on (127.0.0.1: this machine only)')
    .option('--port <n>', 'port to listen on', portOf)
    .option('--data <dir>', 'folder of the embedded database')
    .option('--demo', 'with a fictional world to try everything in')
    .addHelpText('after', example('vedette start --demo', 'vedette start --port 8080 --data ./vedette-data'))
    .action((flags: StartFlags) => start(flags, session));
}

async function start(flags: StartFlags, session: Session): Promise<void> {
  // loaded only here: the other commands need neither server nor database
  const { startServer, StartError } = await import('@vedette/server');
  const starting = startServer({
    ...(flags.host === undefined ? {} : { host: flags.host }),
    ...(flags.port === undefined ? {} : { port: flags.port }),
    ...(flags.data === undefined ? {} : { dataDir: flags.data }),
    ...(flags.demo === undefined ? {} : { demo: flags.demo }),
    environment: session.env,
    log: (line) => void session.out.line(line),
  });
  const server = await starting.catch((error: unknown) => {
    throw error instanceof StartError && wrongCalls.has(error.code) ? new UsageError(error.message, error) : error;
  });
  await session.out.line(server.link);
  await session.out.flush();
  await stopped(session.signal);
  await server.close();
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
