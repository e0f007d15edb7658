import { createServer, type Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { afterEach, describe, expect, it } from 'vitest';
import type { SocketMessage } from '../../src/definition.js';
import { createHttpClient } from '../../src/http/index.js';
import { portOf } from '../servers/port-of.js';

let http: Server | undefined;
let sockets: WebSocketServer | undefined;
afterEach(() => {
  for (const client of sockets?.clients ?? []) client.terminate();
  http?.closeAllConnections();
  http?.close();
});

async function serve(onOpen: (client: WebSocket) => void): Promise<string> {
  http = createServer((_request, response) => response.writeHead(404).end());
  sockets = new WebSocketServer({ server: http });
  sockets.on('connection', onOpen);
  await new Promise<void>((resolve) => {
    http?.listen(0, '127.0.0.1', resolve);
  });
  return `ws://127.0.0.1:${String(portOf(http))}/`;
}

const never = new AbortController().signal;
const client = createHttpClient({ allowPrivate: true, gapMs: 0 });

describe('a socket', () => {
  it('is refused inside the network, at hosts that were not declared, and at ports of other services', async () => {
    const url = await serve(() => undefined);
    const guarded = createHttpClient({ gapMs: 0 });
    await expect(guarded.socket({ url }, never)).rejects.toThrow(/private or reserved address/u);
    const named = createHttpClient({
      gapMs: 0,
      resolve: (_host, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    await expect(named.socket({ url: 'ws://relay.example/' }, never)).rejects.toMatchObject({ code: 'incompatible' });
    const limited = createHttpClient({ allowPrivate: true, gapMs: 0, hosts: ['relay.example'] });
    await expect(limited.socket({ url }, never)).rejects.toThrow(/not among the hosts/u);
    await expect(client.socket({ url: 'ws://127.0.0.1:25/' }, never)).rejects.toThrow(/another service/u);
  });

  it('gives texts and bytes in their order, and ends when the other side closes', async () => {
    const url = await serve((one) => {
      one.send('a');
      one.send(Buffer.from([1, 2]));
      one.close(1000);
    });
    const socket = await client.socket({ url }, never);
    const found: SocketMessage[] = [];
    for await (const messages of socket.messages) found.push(...messages);
    expect(found).toEqual(['a', Buffer.from([1, 2])]);
  });

  it('ends at once when told to, with its reason', async () => {
    const url = await serve((one) => one.send('a'));
    const stop = new AbortController();
    const socket = await client.socket({ url }, stop.signal);
    const messages = socket.messages[Symbol.asyncIterator]();
    expect((await messages.next()).value).toEqual(['a']);
    stop.abort(new Error('enough'));
    await expect(messages.next()).rejects.toThrow('enough');
  });

  it('makes the other side wait while nobody reads: what is waiting stays small, and nothing is lost', async () => {
    const total = 8_000;
    const url = await serve((one) => {
      const text = 'x'.repeat(1000);
      for (let number = 0; number < total; number += 1) one.send(`${String(number)} ${text}`);
      one.close(1000);
    });
    const socket = await client.socket({ url }, never);
    let next = 0;
    let largest = 0;
    for await (const messages of socket.messages) {
      largest = Math.max(largest, messages.length);
      for (const message of messages) {
        if (typeof message === 'string' && message.startsWith(`${String(next)} `)) next += 1;
      }
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    expect(next).toBe(total);
    expect(largest).toBeLessThan(5_000);
  });

  it('breaks on a message beyond the limit, behind what came before', async () => {
    const url = await serve((one) => {
      one.send('fine');
      one.send('x'.repeat(2000));
    });
    const socket = await client.socket({ url, maxMessageBytes: 1000 }, never);
    const messages = socket.messages[Symbol.asyncIterator]();
    expect((await messages.next()).value).toEqual(['fine']);
    await expect(messages.next()).rejects.toMatchObject({ code: 'temporary' });
  });

  it('that is never opened says what the server said', async () => {
    http = createServer();
    http.on('upgrade', (_request, socket) =>
      socket.end('HTTP/1.1 400 Bad\r\ncontent-length: 20\r\nconnection: close\r\n\r\n{"error":"TooOld!!"}'),
    );
    await new Promise<void>((resolve) => {
      http?.listen(0, '127.0.0.1', resolve);
    });
    const opening = client.socket({ url: `ws://127.0.0.1:${String(portOf(http))}/` }, never);
    await expect(opening).rejects.toMatchObject({ code: 'incompatible', answer: '{"error":"TooOld!!"}' });
  });
});
