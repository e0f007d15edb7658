import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { mockApi, type MockOptions } from './mock-api.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The policy under which the server serves the page: what breaks it here would break there. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Serves the built page over the invented world, on loopback, at any free port.
 * @returns the address and what ends it
 */
export async function serveConsole(
  dist: string,
  options: MockOptions,
): Promise<{ url: string; close: () => Promise<void> }> {
  const api = mockApi(options);
  const server = createServer((request, response) => {
    api(request, response, () => {
      const path = normalize(new URL(request.url ?? '/', 'http://page').pathname);
      const asked = join(dist, path);
      const file = existsSync(asked) && statSync(asked).isFile() ? asked : join(dist, 'index.html');
      response.setHeader('content-security-policy', contentSecurityPolicy);
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}
