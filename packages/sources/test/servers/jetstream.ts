import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { portOf } from './port-of.js';
import { WebSocketServer, type WebSocket } from 'ws';

/** One event of the network as the fake server keeps it. */
export interface KeptEvent {
  readonly seq: number;
  readonly timeUs: number;
  readonly did: string;
  readonly operation: 'create' | 'update' | 'delete';
  readonly collection: string;
  readonly rkey: string;
  readonly record?: Readonly<Record<string, unknown>>;
}

/** How a connection ends behind its messages: in order, by a reset, or in the middle of a frame. */
export type Cut = 'closed' | 'reset' | 'torn' | 'open';

export interface FakeJetstream {
  /** `ws://127.0.0.1:PORT` */
  readonly address: string;
  /** the addresses that were asked, in order */
  readonly asked: readonly URL[];
  close(): Promise<void>;
}

export interface FakeJetstreamOptions {
  readonly events: readonly KeptEvent[];
  /** messages before each connection ends, and how; connections beyond the list stay open */
  readonly cuts?: readonly { readonly after: number; readonly by: Cut }[];
  /** the oldest sequence number that is kept */
  readonly floor?: number;
  readonly dictionary?: Uint8Array;
  readonly compress?: (text: string) => Uint8Array;
}

const v2Path = '/xrpc/network.bsky.jetstream.subscribeEvents';

/** Serves the events as Jetstream does, both versions: cursors inclusive, the second one refuses what it does not know. */
export async function fakeJetstream(options: FakeJetstreamOptions): Promise<FakeJetstream> {
  const asked: URL[] = [];
  const cuts = [...(options.cuts ?? [])];
  const sockets = new WebSocketServer({ noServer: true });
  const http: Server = createServer((_request, response) => {
    if (options.dictionary === undefined) response.writeHead(404).end();
    else response.end(options.dictionary);
  });
  http.on('upgrade', (request: IncomingMessage, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(url);
    const refused = refusalOf(url, options);
    if (refused !== undefined) {
      const body = JSON.stringify(refused);
      socket.end(`HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${String(body.length)}\r\nConnection: close\r\n\r\n${body}`); // prettier-ignore
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      serve({ client, socket }, url, options, cuts.shift() ?? { after: Number.POSITIVE_INFINITY, by: 'open' });
    });
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `ws://127.0.0.1:${String(portOf(http))}`,
    asked,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => {
        http.close(resolve);
      });
    },
  };
}

function refusalOf(url: URL, options: FakeJetstreamOptions): object | undefined {
  if (url.pathname !== v2Path) return undefined;
  for (const name of ['wantedCollections', 'wantedDids'])
    if (url.searchParams.has(name)) return { error: 'InvalidRequest', message: `${name} is not known here` };
  const cursor = Number(url.searchParams.get('cursor') ?? Number.POSITIVE_INFINITY);
  const floor = options.floor ?? 0;
  return cursor < floor
    ? { error: 'CursorTooOld', message: `cursor ${String(cursor)} is too old: the oldest event is ${String(floor)}` }
    : undefined;
}

interface Connection {
  readonly client: WebSocket;
  readonly socket: Duplex;
}

function serve(connection: Connection, url: URL, options: FakeJetstreamOptions, cut: { after: number; by: Cut }): void {
  const { client } = connection;
  const v2 = url.pathname === v2Path;
  const cursor = Number(url.searchParams.get('cursor') ?? 0);
  const wanted = url.searchParams.getAll(v2 ? 'collections' : 'wantedCollections');
  const compress = url.searchParams.has('zstdDictionary') ? options.compress : undefined;
  let sent = 0;
  for (const event of options.events) {
    if ((cursor >= 1e15 ? event.timeUs : event.seq) < cursor || !wanted.includes(event.collection)) continue;
    const text = JSON.stringify(v2 ? v2Of(event) : v1Of(event));
    if (sent === cut.after) {
      end(connection, cut.by, text);
      return;
    }
    client.send(compress === undefined ? text : compress(text));
    sent += 1;
  }
  if (cut.by !== 'open') end(connection, cut.by, '{}');
}

function end({ client, socket }: Connection, by: Cut, text: string): void {
  if (by === 'closed') {
    client.close(1001);
    return;
  }
  // what was sent is on its way before the connection breaks
  client.send('{"did":"did:plc:x","time_us":1,"kind":"identity"}', () => {
    if (by === 'reset' && socket instanceof Socket) socket.resetAndDestroy();
    else {
      // the head of a text frame of 120 bytes, and half of its content
      socket.end(Buffer.concat([Buffer.from([0x81, 120]), Buffer.from(text).subarray(0, 60)]));
    }
  });
}

function v1Of({ did, timeUs, operation, collection, rkey, record }: KeptEvent): object {
  return { did, time_us: timeUs, kind: 'commit', commit: { rev: `r${rkey}`, operation, collection, rkey, record } };
}

function v2Of({ seq, did, timeUs, operation, collection, rkey, record }: KeptEvent): object {
  const time = `${new Date(timeUs / 1000).toISOString().slice(0, -1)}${String(timeUs % 1000).padStart(3, '0')}Z`;
  const payload = { $type: 'network.bsky.jetstream.subscribeEvents#commit', seq, did, time, rev: `r${rkey}`, operation, collection, rkey, record }; // prettier-ignore
  return { $type: 'message', payload };
}
