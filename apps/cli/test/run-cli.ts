import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '../src/run.js';

/** What a call gave. */
export interface CliResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as JSON lines */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

export interface CliOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** whether stdout and stderr are terminals */
  readonly terminal?: boolean;
  /** somebody stops the program as soon as it has printed something */
  readonly stopAtOutput?: boolean;
}

/** Runs one call in this process, with streams of its own. */
export async function cli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const stdin = Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]);
  const isTTY = options.terminal === true;
  const stdout = Object.assign(new PassThrough({ highWaterMark: 2 ** 24 }), { isTTY });
  const stderr = Object.assign(new PassThrough({ highWaterMark: 2 ** 24 }), { isTTY });
  const status = await run(args, {
    stdin,
    stdout,
    stderr,
    env: options.env ?? {},
    on: (event, stop) => {
      if (options.stopAtOutput === true && event === 'SIGTERM') stdout.once('readable', stop);
    },
    exit: (code): never => {
      throw new Error(`exit ${String(code)}`);
    },
  });
  stdout.end();
  stderr.end();
  const out = await text(stdout);
  const lines = out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Readonly<Record<string, unknown>> => JSON.parse(line));
  return { status, stdout: out, stderr: await text(stderr), lines };
}
