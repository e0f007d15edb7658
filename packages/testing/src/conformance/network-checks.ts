import { ok, strictEqual } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createHttpClient, SourceError, type Batch, type SourceDefinition } from '@vedette/sources';
import * as fc from 'fast-check';
import type { ConformanceCheck } from './setup.js';

/** A live source, and how it is configured for a server on this machine. */
export interface NetworkConformance<Config, Cursor> {
  readonly definition: SourceDefinition<Config, Cursor>;
  /** @param host `127.0.0.1:PORT` */
  readonly config: (host: string) => Config;
}

/** What a status must be told as. */
const statuses = [
  [401, 'unauthorised'],
  [403, 'unauthorised'],
  [410, 'gone'],
  [429, 'rate-limited'],
  [500, 'temporary'],
  [502, 'temporary'],
  [400, 'incompatible'],
] as const;

/**
 * What every live source must do with servers that refuse, break, fall silent or send nonsense, over real connections on
 * this machine: end at once when told to, fail only in the closed set of ways, ask no host that it did not declare.
 *
 * @example it.each(networkConformance({ definition, config: (host) => … }))('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
 */
export function networkConformance<Config, Cursor>(
  setup: NetworkConformance<Config, Cursor>,
): readonly ConformanceCheck[] {
  return [
    ...statuses.map(([status, code]) => ({
      name: `answers of ${String(status)} are ${code}`,
      run: async () => {
        const error = await failure(setup, (_request, response) => response.writeHead(status).end('no'));
        strictEqual(error.code, code);
      },
    })),
    {
      name: 'a limit names the moment until which it holds',
      run: async () => {
        const error = await failure(setup, (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end()); // prettier-ignore
        strictEqual(error.code, 'rate-limited');
        ok(error.until !== undefined && error.until >= Date.now());
      },
    },
    {
      name: 'a connection that breaks before or in the middle of an answer is an error of the closed set',
      run: async () => {
        strictEqual((await failure(setup, (request) => request.socket.destroy())).code, 'temporary');
        await first(setup, (_request, response) => {
          response.writeHead(200, { 'content-length': '1000' });
          response.write('{"half', () => response.destroy());
        });
      },
    },
    {
      name: 'whatever a server sends, only the closed set of errors is thrown',
      run: () =>
        fc.assert(
          fc.asyncProperty(
            fc.oneof(
              fc.uint8Array({ maxLength: 200 }),
              fc.json().map((text) => Buffer.from(text)),
            ),
            async (bytes) => {
              await first(setup, (_request, response) => response.end(bytes), bytes);
            },
          ),
          { numRuns: 6 },
        ),
    },
    { name: 'ends at once while a server is silent', run: () => endsAtOnce(setup) },
  ];
}

async function failure<Config, Cursor>(
  setup: NetworkConformance<Config, Cursor>,
  listener: RequestListener,
): Promise<SourceError> {
  const error = await first(setup, listener);
  if (error === undefined) throw new Error('the source did not fail');
  return error;
}

/** Opens the source on a server and pulls once; gives the error, which must be of the closed set. */
async function first<Config, Cursor>(
  setup: NetworkConformance<Config, Cursor>,
  listener: RequestListener,
  frames?: Uint8Array,
): Promise<SourceError | undefined> {
  return served(listener, frames, async (host) => {
    const stop = new AbortController();
    const batches = opened(setup, host, stop.signal);
    try {
      await batches.next();
      return undefined;
    } catch (error) {
      ok(error instanceof SourceError, `threw ${String(error)}`);
      return error;
    } finally {
      stop.abort();
    }
  });
}

async function endsAtOnce<Config, Cursor>(setup: NetworkConformance<Config, Cursor>): Promise<void> {
  const stop = new AbortController();
  const silent = (): void => stop.abort(); // told to end as soon as it has asked
  await served(silent, undefined, async (host) => {
    const outcome = await opened(setup, host, stop.signal)
      .next()
      .catch(() => undefined);
    ok(
      outcome === undefined || outcome.done === true || outcome.value === undefined,
      'nothing is given after the stop',
    );
  });
}

function opened<Config, Cursor>(
  { definition, config }: NetworkConformance<Config, Cursor>,
  host: string,
  signal: AbortSignal,
): AsyncIterator<Batch<Cursor>> {
  const settings = config(host);
  const http = createHttpClient({ allowPrivate: true, gapMs: 0, hosts: definition.hosts(settings) });
  const context = { http, now: () => Date.now(), signal, log: () => undefined, secret: () => 'a-token' };
  if (definition.open === undefined) throw new Error(`${definition.kind} does not open`);
  return definition.open(settings, undefined, context)[Symbol.asyncIterator]();
}

async function served<Result>(
  listener: RequestListener,
  frames: Uint8Array | undefined,
  use: (host: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer(listener);
  answerUpgrades(server, listener, frames);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen');
  try {
    return await use(`127.0.0.1:${String(address.port)}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A WebSocket is refused as a page is; where nonsense is to be sent, it is opened and gets that in place of frames. */
function answerUpgrades(server: Server, listener: RequestListener, frames: Uint8Array | undefined): void {
  server.on('upgrade', (request: IncomingMessage, socket) => {
    socket.on('error', () => undefined);
    if (frames === undefined) {
      // what the listener writes is collected and sent as the answer to the upgrade
      const head = { status: 200, headers: {} as Readonly<Record<string, string>> };
      const answer = {
        writeHead: (status: number, headers: Readonly<Record<string, string>> = {}) => {
          Object.assign(head, { status, headers });
          return answer;
        },
        write: (_text: string, written: () => void) => {
          socket.write('HTTP/1.1 101 Switching', written); // the answer to an upgrade breaks off like any other
          return true;
        },
        end: () => {
          const lines = Object.entries(head.headers).map(([name, value]) => `${name}: ${value}\r\n`);
          socket.end(`HTTP/1.1 ${String(head.status)} Refused\r\n${lines.join('')}content-length: 2\r\nconnection: close\r\n\r\nno`); // prettier-ignore
        },
        destroy: () => socket.destroy(),
      };
      Reflect.apply(listener, undefined, [request, answer]);
      return;
    }
    const key = String(request.headers['sec-websocket-key']);
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`); // prettier-ignore
    socket.end(frames);
  });
}
