import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../cli/bin/vedette.js', import.meta.url));

export interface RunningVedette {
  /** the line that a person would open */
  readonly link: URL;
  /** all that it said so far, on both streams */
  readonly said: () => string;
  /** Ends it as Ctrl+C does, and gives its exit status. */
  stop(): Promise<number | null>;
}

/**
 * Starts the real command on the embedded database, and waits for its link.
 * @throws Error with all that it said, when it ends before
 */
export async function startVedette(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningVedette> {
  const { DATABASE_URL: _unused, ...environment } = process.env;
  const child = spawn(process.execPath, [command, 'start', ...args], {
    env: { ...environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const link = new Promise<URL>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      output += chunk.toString();
      const line = /^http.*(?=\n)/m.exec(output);
      if (line !== null) resolve(new URL(line[0]));
    });
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`vedette ended: ${said}`)));
  });
  return { link: await link, said: () => said, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return child.exitCode;
}
