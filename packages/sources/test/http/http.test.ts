import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceError } from '../../src/errors.js';
import { createHttpClient, type HttpClientOptions } from '../../src/http/index.js';
import { isPublicAddress } from '../../src/http/address-guard.js';
import { Politeness } from '../../src/http/politeness.js';
import { retryAfter } from '../../src/http/status.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const routes = new Map<string, Answer>();
const server = createServer((request, response) => {
  const route = routes.get(request.url ?? '');
  if (route === undefined) response.writeHead(404).end();
  else route(request, response);
});
function portOf(listening: Server): number {
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}

let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${portOf(server)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const never = new AbortController().signal;
const startedAt = Date.parse('2026-01-01T00:00:00Z');
const local = (options: HttpClientOptions = {}) =>
  createHttpClient({ allowPrivate: true, gapMs: 0, now: () => startedAt, ...options });
const failure = async (promise: Promise<unknown>): Promise<SourceError> =>
  promise.then(
    () => {
      throw new Error('it should have failed');
    },
    (error: SourceError) => error,
  );

describe('which addresses are public', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'fe80::1%eth0',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '::7f00:1',
    '64:ff9b:1::7f00:1',
    '2001:db8::1',
    'ff02::1',
    'example.org',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '64:ff9b::5db8:d822'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('private addresses are refused before anything is sent', () => {
  const asked: string[] = [];
  const guarded = createHttpClient({
    gapMs: 0,
    resolve: (hostname, done) => {
      asked.push(hostname);
      done(
        null,
        hostname === 'inside.example'
          ? [
              { address: '127.0.0.1', family: 4 },
              { address: '::1', family: 6 },
            ]
          : [],
      );
    },
  });
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/',
    'http://inside.example/',
    'https://inside.example/',
  ])('%s', async (url) => {
    const error = await failure(guarded.get({ url }, never));
    expect(error).toMatchObject({
      name: 'SourceError',
      code: 'incompatible',
      message: expect.stringContaining('private or reserved'),
    });
  });
  test.each(['ftp://example.org/', 'file:///etc/hosts', 'http://example.org:25/', 'no address'])(
    '%s is no target at all',
    async (url) => {
      expect((await failure(guarded.get({ url }, never))).code).toBe('incompatible');
    },
  );
  test('a name is looked up by the guard alone, at connect time', () => {
    expect(asked).toContain('inside.example');
  });
  test('a host that the source did not declare', async () => {
    const client = local({ hosts: ['declared.example'] });
    expect((await failure(client.get({ url: `${origin}/` }, never))).message).toContain('not among the hosts');
  });
});

describe('redirects', () => {
  test('are followed, and permanent ones remembered', async () => {
    routes.set('/old', (_, response) => response.writeHead(301, { location: '/new' }).end());
    routes.set('/new', (_, response) => response.writeHead(302, { location: '/now' }).end());
    routes.set('/now', (_, response) => response.end('here'));
    const answer = await local().get({ url: `${origin}/old` }, never);
    expect(answer).toMatchObject({ status: 200, url: `${origin}/now`, permanentUrl: `${origin}/new` });
    expect(Buffer.from(answer.body).toString()).toBe('here');
  });

  test('each hop is checked again: to another scheme, to a bad port, in a circle', async () => {
    routes.set('/file', (_, response) => response.writeHead(302, { location: 'file:///etc/hosts' }).end());
    routes.set('/mail', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:25/' }).end());
    routes.set('/round', (_, response) => response.writeHead(302, { location: '/round' }).end());
    expect((await failure(local().get({ url: `${origin}/file` }, never))).message).toContain('neither http nor https');
    expect((await failure(local().get({ url: `${origin}/mail` }, never))).message).toContain('port 25');
    expect((await failure(local().get({ url: `${origin}/round` }, never))).message).toContain('more than 10 times');
  });

  test('a password goes to its own origin only', async () => {
    const other = createServer((request, response) => response.end(request.headers.authorization ?? 'none'));
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const elsewhere = `http://127.0.0.1:${portOf(other)}/`;
    routes.set('/own', (request, response) => response.end(request.headers.authorization ?? 'none'));
    routes.set('/away', (_, response) => response.writeHead(302, { location: elsewhere }).end());
    const withPassword = origin.replace('://', '://me:secret@');
    const own = await local().get({ url: `${withPassword}/own` }, never);
    const away = await local().get({ url: `${withPassword}/away` }, never);
    other.closeAllConnections();
    other.close();
    expect(Buffer.from(own.body).toString()).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
    expect(own.url).toBe(`${origin}/own`);
    expect(Buffer.from(away.body).toString()).toBe('none');
  });
});

describe('bodies', () => {
  test.each([
    ['gzip', gzipSync('hello')],
    ['br', brotliCompressSync('hello')],
    ['deflate', deflateSync('hello')],
    ['deflate', deflateRawSync('hello')],
    ['identity', Buffer.from('hello')],
  ])('%s is decompressed', async (encoding, body) => {
    routes.set('/encoded', (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));
    expect(Buffer.from((await local().get({ url: `${origin}/encoded` }, never)).body).toString()).toBe('hello');
  });

  test('a bomb stops at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    routes.set('/bomb', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    const error = await failure(local().get({ url: `${origin}/bomb`, maxBytes: 1_000_000 }, never));
    expect(error).toMatchObject({ code: 'incompatible', message: expect.stringContaining('more than 1000000 bytes') });
  });

  test('an answer that never ends is cut off', async () => {
    routes.set('/slow', (_, response) => {
      response.writeHead(200).write('a');
    });
    const error = await failure(local().get({ url: `${origin}/slow`, timeoutMs: 100 }, never));
    expect(error).toMatchObject({ code: 'temporary', message: expect.stringContaining('within 0.1 s') });
  });

  test('the caller can stop it', async () => {
    const leave = new AbortController();
    routes.set('/wait', () => leave.abort(new Error('leaving')));
    await expect(local().get({ url: `${origin}/wait` }, leave.signal)).rejects.toThrow('leaving');
  });
});

describe('what a status means', () => {
  test.each([
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'temporary'],
    [410, 'gone'],
    [418, 'incompatible'],
    [500, 'temporary'],
    [503, 'temporary'],
    [429, 'rate-limited'],
  ])('%i is %s', async (status, code) => {
    routes.set('/status', (_, response) => response.writeHead(status).end());
    expect((await failure(local().get({ url: `${origin}/status` }, never))).code).toBe(code);
  });

  test('Retry-After says until when, in seconds or as a date', async () => {
    routes.set('/busy', (_, response) => response.writeHead(503, { 'retry-after': '120' }).end());
    expect(await failure(local().get({ url: `${origin}/busy` }, never))).toMatchObject({
      code: 'rate-limited',
      until: startedAt + 120_000,
    });
    expect(retryAfter('Thu, 01 Jan 2026 01:00:00 GMT', startedAt)).toBe(startedAt + 3_600_000);
    expect(retryAfter('Thu, 01 Jan 1970 00:00:00 GMT', startedAt)).toBe(startedAt);
    expect(retryAfter('99999999', startedAt)).toBe(startedAt + 7 * 24 * 3_600_000);
    expect(retryAfter('soon', startedAt)).toBeUndefined();
  });

  test('304 is an answer', async () => {
    routes.set('/same', (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end(),
    );
    expect(await local().get({ url: `${origin}/same`, headers: { 'If-None-Match': '"1"' } }, never)).toMatchObject({
      status: 304,
    });
  });

  test('the client names itself', async () => {
    routes.set('/who', (request, response) => response.end(request.headers['user-agent']));
    expect(Buffer.from((await local().get({ url: `${origin}/who` }, never)).body).toString()).toMatch(/^Vedette\//);
  });
});

describe('politeness', () => {
  test('one question at a time for a host, with a pause between; other hosts do not wait', async () => {
    let clock = 0;
    const log: string[] = [];
    const politeness = new Politeness(
      1000,
      () => clock,
      async (milliseconds) => {
        log.push(`wait ${milliseconds}`);
        clock += milliseconds;
        return Promise.resolve();
      },
    );
    const ask = async (name: string) =>
      politeness.run(name.slice(0, 1), never, async () => {
        log.push(`ask ${name}`);
        clock += 10;
        return Promise.resolve(name);
      });
    await Promise.all([ask('a1'), ask('a2'), ask('b1')]);
    expect(log.filter((line) => line.startsWith('ask'))).toEqual(['ask a1', 'ask b1', 'ask a2']);
    expect(log).toContainEqual(expect.stringMatching(/^wait (?:9\d\d|1000)$/));
  });

  test('a question that fails lets the next one through', async () => {
    const politeness = new Politeness(
      0,
      () => 0,
      async () => Promise.resolve(),
    );
    const failing = politeness.run('h', never, async () => Promise.reject(new Error('no')));
    const next = politeness.run('h', never, async () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
