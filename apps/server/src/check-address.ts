import { createServer } from 'node:net';
import { StartError, systemCodeOf } from './errors.js';

/**
 * Whether this machine lets a server listen there, asked before anything slow is begun.
 * @throws StartError `port-taken`, `port-forbidden` or `host-unavailable`, in words that name the way out
 * @example await checkAddress('127.0.0.1', 8417)
 */
export async function checkAddress(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.close(() => {
        resolve();
      });
    });
  }).catch((error: unknown) => {
    throw listenError(error, host, port);
  });
}

/** Why listening failed, in words; an error of another kind comes back as it is. */
export function listenError(error: unknown, host: string, port: number): unknown {
  switch (systemCodeOf(error)) {
    case 'EADDRINUSE':
      return new StartError(
        'port-taken',
        `port ${port} on ${host} is taken by another program; stop it, or choose another port with --port N`,
        { cause: error },
      );
    case 'EACCES':
      return new StartError(
        'port-forbidden',
        `port ${port} on ${host} may not be used by this user; choose one above 1023 with --port N`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError('host-unavailable', `this machine has no address ${host}; choose another with --host H`, {
        cause: error,
      });
    case undefined:
    default:
      return error;
  }
}
