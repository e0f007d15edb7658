import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiBase, routes, type Route } from '@vedette/contract';
import { allow, type Caller } from '../caller.js';
import { ServiceError } from '../errors.js';
import type { Call, HandledRoute, StreamAnswer } from './handle.js';

/** Tells who makes a request; undefined for nobody. Throws `unauthenticated` for a credential that is not valid. */
export type Identify = (headers: Headers) => Promise<Caller | undefined>;

export interface RegisterOptions {
  readonly identify: Identify;
  /** limits all attempts at the routes that need no sign-in, by address */
  readonly limitPublic: (request: FastifyRequest) => Promise<void>;
}

const megabyte = 1024 * 1024;
const callers = new WeakMap<FastifyRequest, Caller>();

/** What a body may weigh, in bytes. Routes that stream their body count for themselves. */
function bodyLimit(route: Route): number {
  if (route.path === '/items' || route.path.startsWith('/watchlists')) return 64 * megabyte;
  return route.bodyType === undefined ? megabyte : 16 * megabyte;
}

/**
 * Registers every route of the contract, each with its handler. A route is denied unless its scope allows the caller,
 * which is decided before a body is read.
 * @throws Error at start when a route has no handler, or two
 */
export function registerRoutes(app: FastifyInstance, handled: readonly HandledRoute[], options: RegisterOptions): void {
  const missing = Object.entries<Route>(routes).filter(
    ([, route]) => handled.filter((entry) => entry.route === route).length !== 1,
  );
  if (missing.length > 0) {
    throw new Error(`these routes have no handler, or several: ${missing.map(([name]) => name).join(', ')}`);
  }
  for (const entry of handled) registerOne(app, entry, options);
}

function registerOne(app: FastifyInstance, handled: HandledRoute, options: RegisterOptions): void {
  const { route } = handled;
  app.route({
    method: route.method,
    url: `${apiBase}${route.path}`,
    bodyLimit: bodyLimit(route),
    onRequest: async (request) => {
      if (route.scope === 'public' && route.method !== 'GET') await options.limitPublic(request);
      const caller = await options.identify(headersOf(request));
      allow(route.scope, caller);
      if (caller !== undefined) callers.set(request, caller);
      checkBodyType(route, request);
    },
    handler: async (request, reply) => {
      const signal = signalOf(reply);
      const call: Call<Route> = {
        params: validated(route.params, request.params, 'params'),
        query: validated(route.query, request.query, 'query'),
        body: route.bodyType === undefined ? validated(route.body, request.body, 'body') : undefined,
        payload: request.body instanceof Readable ? request.body : Readable.from([]),
        caller: callers.get(request),
        address: request.ip,
        headers: headersOf(request),
        signal,
        setCookie: (line) => void reply.header('set-cookie', line),
      };
      const result = await handled.handler(call).catch((error: unknown) => {
        throw signal.aborted ? new ServiceError('unavailable', 'the caller went away', { cause: error }) : error;
      });
      return answer(route, result, reply);
    },
  });
}

function validated(schema: Route['body'], value: unknown, part: string): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.slice(0, 50).map((issue) => ({
    path: [part, ...issue.path].map(String).join('.'),
    message: issue.message,
  }));
  const first = problems[0];
  throw new ServiceError(
    'invalid-request',
    `the request is not what this route takes: ${first?.path} ${first?.message}`,
    {
      problems,
    },
  );
}

function checkBodyType(route: Route, request: FastifyRequest): void {
  if (route.bodyType === undefined) return;
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const accepted: readonly string[] =
    route.bodyType === 'text/x-opml'
      ? [route.bodyType, 'text/xml', 'application/xml', 'application/octet-stream']
      : [route.bodyType];
  if (type === undefined || !accepted.includes(type)) {
    throw new ServiceError('unsupported', `send the body as ${route.bodyType}`);
  }
}

function answer(route: Route, result: unknown, reply: FastifyReply): FastifyReply {
  void reply.header('cache-control', 'no-store');
  if (route.stream !== undefined) {
    if (!isStreamAnswer(result)) throw new Error(`the handler of ${route.path} gave no stream`);
    const { type, body, headers = {} } = result;
    return reply.headers(headers).type(type).send(body);
  }
  if (route.response === undefined) return reply.code(204).send();
  // The schema is the allow-list: what it does not name never leaves.
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(route.response.parse(result)));
}

function isStreamAnswer(result: unknown): result is StreamAnswer {
  return typeof result === 'object' && result !== null && 'type' in result && 'body' in result;
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    controller.abort();
  });
  return controller.signal;
}
