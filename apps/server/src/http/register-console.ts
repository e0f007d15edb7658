import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors.js';

/** Vite names built files by their content, so they never change under one name. */
const hashedAsset = /[/\\]assets[/\\][^/\\]+-[\w-]{8,}\.\w+(\.br|\.gz)?$/;

/** An Item's id may end like a file's name; its screen is a page all the same. */
const itemScreen = /^\/(?:items|press)\/[^/]+$/;

/**
 * Serves the built console: files that carry a hash for ever, the page itself always fresh, and the page for every
 * address that is one of its screens. Unknown addresses below `/api` and missing files are errors, never the page.
 */
export async function registerConsole(app: FastifyInstance, consoleDir: string | undefined): Promise<void> {
  const built = consoleDir !== undefined && existsSync(join(consoleDir, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: consoleDir,
      wildcard: false,
      preCompressed: true,
      index: false,
      dotfiles: 'deny',
      cacheControl: false,
      setHeaders: (reply, path) => {
        void reply.header('cache-control', hashedAsset.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split(/[?#]/)[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/')) {
      throw new ServiceError('not-found', 'there is no such route; see /api/docs');
    }
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && (!/\.\w{1,8}$/.test(path) || itemScreen.test(path));
    if (!isPage) throw new ServiceError('not-found', 'there is nothing at this address');
    if (!built) throw new ServiceError('unavailable', 'the console is not built; run npm run build');
    return reply.sendFile('index.html');
  });
}
