import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApplication } from './application-harness.js';

describe('the console', () => {
  let folder: string;
  let app: FastifyInstance;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vedette-console-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Vedette</title>');
    await writeFile(join(folder, 'assets', 'index-a1B2c3D4.js'), 'start();');
    await writeFile(join(folder, 'assets', 'index-a1B2c3D4.js.br'), brotliCompressSync('start();'));
    app = await testApplication({ consoleDir: folder });
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const get = (url: string, headers: Readonly<Record<string, string>> = {}, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
    app.inject({ method, url, headers: { host: 'localhost', 'x-vedette': '1', ...headers } });

  it.each(['/', '/press', '/alerts/some-id', '/setup', '/items/a%2Fb', '/press/news%2Fstory.html'])(
    '%s is the page, always fresh',
    async (url) => {
      const answer = await get(url);
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(answer.body).toContain('<title>Vedette</title>');
    },
  );

  it('hashed files are kept for ever, and come packed where the browser can', async () => {
    const plain = await get('/assets/index-a1B2c3D4.js');
    expect(plain.body).toBe('start();');
    expect(plain.headers['cache-control']).toContain('immutable');
    const packed = await get('/assets/index-a1B2c3D4.js', { 'accept-encoding': 'br, gzip' });
    expect(packed.headers['content-encoding']).toBe('br');
  });

  it('HEAD answers like GET, without a body', async () => {
    const answer = await get('/press', {}, 'HEAD');
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  });

  it.each(['/assets/missing-a1B2c3D4.js', '/favicon.png', '/../../etc/passwd.txt', '/assets/..%2f..%2fpackage.json'])(
    '%s is 404, never the page',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );

  it('a page address takes no POST', async () => {
    expect((await get('/press', {}, 'POST')).statusCode).toBe(404);
  });
});
