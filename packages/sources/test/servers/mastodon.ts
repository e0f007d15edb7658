import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { portOf } from './port-of.js';

export interface FakeEvent {
  readonly event: 'update' | 'status.update' | 'delete';
  /** a status, or the id of a deletion */
  readonly payload: Readonly<Record<string, unknown>> | string;
}

export interface FakeMastodon {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** addresses asked, in order, and whether the token came with them */
  readonly asked: readonly { readonly url: URL; readonly authorized: boolean }[];
  close(): Promise<void>;
}

/**
 * A server whose connections bring one list of events each and then break (the last stays open). Its timeline holds
 * every status; a page is newest first, and `min_id` gives the posts next to it.
 */
export async function fakeMastodon(options: {
  readonly token: string;
  readonly connections: readonly (readonly FakeEvent[])[];
  readonly statuses: readonly Readonly<Record<string, unknown>>[];
}): Promise<FakeMastodon> {
  const asked: { url: URL; authorized: boolean }[] = [];
  const connections = [...options.connections];
  function arrive(request: IncomingMessage): URL | undefined {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const authorized = request.headers.authorization === `Bearer ${options.token}`;
    asked.push({ url, authorized });
    return authorized ? url : undefined;
  }
  const http = createServer((request, response) => {
    const url = arrive(request);
    if (url === undefined) response.writeHead(401).end('{"error":"Missing access token"}');
    else if (url.pathname.startsWith('/api/v1/streaming/'))
      stream(response, connections.shift() ?? [], connections.length > 0);
    else if (url.pathname === '/api/v1/accounts/lookup') response.end('{"id":"77"}');
    else response.end(JSON.stringify(page(options.statuses, url)));
  });
  const sockets = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    const url = arrive(request);
    if (url === undefined) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      for (const { event, payload } of connections.shift() ?? []) {
        const content = typeof payload === 'string' ? payload : JSON.stringify(payload);
        client.send(JSON.stringify({ stream: ['public'], event, payload: content }));
      }
      if (connections.length > 0) client.close(1012);
    });
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${String(portOf(http))}`,
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

function stream(response: ServerResponse, events: readonly FakeEvent[], breaks: boolean): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(':)\n\n');
  for (const { event, payload } of events) {
    const content = typeof payload === 'string' ? payload : JSON.stringify(payload);
    response.write(`event: ${event}\ndata: ${content}\n\n:thump\n`);
  }
  // the next event is cut off in its middle
  if (breaks) response.write('event: update\ndata: {"id":"9', () => response.destroy());
}

function page(statuses: readonly Readonly<Record<string, unknown>>[], url: URL): readonly object[] {
  const limit = Number(url.searchParams.get('limit') ?? 20);
  const least = url.searchParams.get('min_id');
  const ascending = statuses.toSorted((one, other) => Number(one['id']) - Number(other['id']));
  const chosen =
    least === null
      ? ascending.slice(-limit)
      : ascending.filter((one) => Number(one['id']) > Number(least)).slice(0, limit);
  return chosen.toReversed();
}
