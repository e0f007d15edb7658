import { createServer } from 'node:net';
import { failedCheck, passed, type Check, type CheckTarget } from './check.js';

/** Whether the port can be taken, or Vedette itself has it already. */
export async function checkPort(target: CheckTarget): Promise<Check> {
  const { host, port } = target;
  const problem = await listenProblem(host, port);
  if (problem === undefined) return passed('port', `port ${String(port)} on ${host} is free`);
  if (problem === 'EADDRINUSE' && (await isVedette(host, port))) {
    return passed('port', `Vedette is running on port ${String(port)}`);
  }
  const detail = `port ${String(port)} on ${host} cannot be used (${problem})`;
  return failedCheck('port', detail, fixOf(problem));
}

function fixOf(problem: string): string {
  if (problem === 'EACCES') return 'ports below 1024 need rights: choose another with --port N';
  if (problem === 'EADDRNOTAVAIL' || problem === 'ENOTFOUND') return 'choose an address of this machine with --host H';
  return 'end the program that uses it, or choose another with --port N';
}

function listenProblem(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

async function isVedette(host: string, port: number): Promise<boolean> {
  const shown = host.includes(':') ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${shown}:${String(port)}/healthz`, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false; // whatever listens there does not speak as Vedette does
  }
}
