import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiBase, routes, scopesOf, type LiveEvent, type Role, type Route, type RouteName } from '@vedette/contract';
import { Refusal, type Handlers } from './answers.js';
import { createHandlers } from './handlers.js';
import { createSession, type Session } from './session-handlers.js';
import { makeWorld, type WorldSize } from './world.js';

export interface MockOptions {
  readonly size?: WorldSize;
  readonly role?: Role;
  readonly signedIn?: boolean;
  /** called for each page that opens the live channel, with what sends it an event */
  readonly onLive?: (tell: (event: LiveEvent) => void) => void;
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * The HTTP API of the contract over an invented world, for looking at screens without a server and for the tests of
 * the page. Every answer is checked against the contract's own schema, so that it cannot drift from what the server
 * gives.
 */
export function mockApi(options: MockOptions = {}): Handler {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a wrong value only makes a world of 120 items
  const size = options.size ?? (process.env['VEDETTE_WORLD'] as WorldSize | undefined) ?? 'some';
  const session = createSession(options.role ?? 'administrator', options.signedIn ?? true);
  const handlers = createHandlers(makeWorld(size), session);
  return (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://mock');
    if (!url.pathname.startsWith(`${apiBase}/`)) {
      next();
      return;
    }
    answer(request, url, response, handlers, session, options.onLive).catch((error: unknown) => {
      if (error instanceof Refusal)
        send(response, error.status, { error: { code: error.code, message: error.message } });
      else send(response, 500, { error: { code: 'internal', message: String(error) } });
    });
  };
}

async function answer(
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
  handlers: Handlers,
  session: Session,
  onLive: MockOptions['onLive'],
): Promise<void> {
  const found = findRoute(request.method ?? 'GET', url.pathname.slice(apiBase.length));
  if (found === undefined) throw new Refusal(404, 'not-found', `There is no ${request.method} ${url.pathname}.`);
  const route: Route = routes[found.name];
  if (route.scope !== 'public' && !session.signedIn) throw new Refusal(401, 'unauthenticated', 'Sign in first.');
  if (route.scope !== 'public' && route.scope !== 'signed-in' && !scopesOf(session.role).includes(route.scope)) {
    throw new Refusal(403, 'forbidden', `This needs ${route.scope}.`);
  }
  if (route.method !== 'GET' && request.headers['x-vedette'] !== '1')
    throw new Refusal(403, 'forbidden', 'No x-vedette.');
  if (found.name === 'live') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': the invented world stands still\n\n');
    onLive?.((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
    return;
  }
  const asked = {
    params: route.params?.parse(found.params),
    query: route.query?.parse(Object.fromEntries(url.searchParams)),
    body: await readBody(request, route),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the route's own schemas have just read the parts
  const handler = handlers[found.name] as ((parts: typeof asked) => unknown) | undefined;
  if (handler === undefined) throw new Refusal(501, 'unsupported', `The invented world has no ${found.name}.`);
  const body = handler(asked);
  if (route.stream !== undefined) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handlers of streaming routes give this pair
    const [type, text] = body as readonly [string, string];
    response.writeHead(200, { 'content-type': type }).end(text);
  } else if (route.response === undefined) {
    response.writeHead(204).end();
  } else {
    send(response, 200, route.response.parse(body));
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage, route: Route): Promise<unknown> {
  if (route.method === 'GET') return undefined;
  const parts: Buffer[] = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a request without encoding gives buffers
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  if (route.bodyType !== undefined) return text;
  return route.body === undefined ? undefined : route.body.parse(JSON.parse(text));
}

interface Found {
  readonly name: RouteName;
  readonly params: Readonly<Record<string, string>>;
}

/** Fixed parts go before parameters: `/sources/kinds` is not a source called kinds. */
function findRoute(method: string, path: string): Found | undefined {
  const asked = path.split('/');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the routes are their names
  const found = (Object.entries(routes) as [RouteName, Route][]).flatMap(([name, route]): Found[] => {
    const parts = route.path.split('/');
    if (route.method !== method || parts.length !== asked.length) return [];
    const params: Record<string, string> = {};
    for (const [index, part] of parts.entries()) {
      const given = decodeURIComponent(asked[index] ?? '');
      if (part.startsWith(':')) params[part.slice(1)] = given;
      else if (part !== given) return [];
    }
    return [{ name, params }];
  });
  return found.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}
