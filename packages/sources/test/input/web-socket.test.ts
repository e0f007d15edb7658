import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readInputs } from '../../src/input/read-inputs.js';

let server: Server;
let base: string;

/** One unmasked frame of a server (RFC 6455, 5.2), up to 125 bytes. */
function frame(opcode: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x80 | opcode, content.length]), content]);
}

function greet(socket: Duplex, key: string): void {
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
}

beforeAll(async () => {
  server = createServer();
  server.on('upgrade', (request, socket) => {
    greet(socket, String(request.headers['sec-websocket-key']));
    for (const event of ['{"commit":{"record":{"text":"one"}}}', '{"kind":"identity"}', '{"text":5}', 'damaged']) {
      socket.write(frame(1, Buffer.from(event)));
    }
    socket.on('error', () => undefined);
    if (request.url === '/close') {
      socket.write(frame(8, Buffer.from([0x03, 0xe8])));
      socket.once('data', () => socket.end());
    }
    if (request.url === '/break') socket.end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  base = `ws://127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}`;
});

afterAll(() => {
  server.close();
});

async function read(path: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const result of readInputs([base + path], { textPath: 'commit.record.text' })) {
    found.push(
      'item' in result ? result.item.text : `${result.rejected.where.slice(base.length)} ${result.rejected.reason}`,
    );
  }
  return found;
}

it('reads each message as a line until the other side closes in order', async () => {
  expect(await read('/close')).toEqual(['one', expect.stringMatching(/^\/close:4 is not JSON/u)]);
});

it('keeps what came before a connection that breaks, and says that it broke', async () => {
  expect(await read('/break')).toEqual([
    'one',
    expect.stringMatching(/^\/break:4 is not JSON/u),
    expect.stringMatching(/^\/break the connection/u),
  ]);
});

it('stops when told to while the connection stays open', async () => {
  const abort = new AbortController();
  const reading = readInputs([`${base}/open`], { textPath: 'commit.record.text', signal: abort.signal });
  expect((await reading.next()).value).toMatchObject({ item: { text: 'one' } });
  abort.abort();
  await expect(reading.next()).rejects.toThrow(/abort/iu);
});
