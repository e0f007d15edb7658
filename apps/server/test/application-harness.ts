import { roleSchema, routes, scopesOf, type Person, type Role, type Route } from '@vedette/contract';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '../src/caller.js';
import { ServiceError } from '../src/errors.js';
import { createApplication, type ApplicationOptions } from '../src/http/application.js';
import type { HandledRoute } from '../src/http/handle.js';
import { silentLog } from '../src/log.js';

/** A handler for every route that says it was reached by answering 410, which no check before it does. */
export function reachableRoutes(): readonly HandledRoute[] {
  return Object.values<Route>(routes).map((route) => ({
    route,
    handler: () => Promise.reject(new ServiceError('gone', 'reached')),
  }));
}

function personWith(role: Role): Person {
  return {
    id: role,
    name: role,
    email: `${role}@example.org`,
    role,
    disabled: false,
    createdAt: '2026-01-01T00:00:00Z',
  };
}

/** Takes `Cookie: role=…` for a session, so that tests say who asks in one word. */
function identifyByCookie(headers: Headers): Promise<Caller | undefined> {
  const role = roleSchema.safeParse(/role=(\w+)/.exec(headers.get('cookie') ?? '')?.[1]).data;
  if (role === undefined) return Promise.resolve(undefined);
  return Promise.resolve({ kind: 'person', person: personWith(role), session: role, scopes: scopesOf(role) });
}

/** The HTTP side alone, with handlers of the test's choice. */
export function testApplication(options: Partial<ApplicationOptions> = {}): Promise<FastifyInstance> {
  return createApplication({
    host: '127.0.0.1',
    publicUrl: undefined,
    trustProxy: false,
    version: '0.0.0',
    consoleDir: undefined,
    routes: reachableRoutes(),
    identify: identifyByCookie,
    probes: {
      ready: () => Promise.resolve({ ok: true }),
      metrics: () => Promise.resolve({ type: 'text/plain', text: 'metric 1\n' }),
      observe: () => undefined,
      metricsToken: undefined,
      sameToken: (given, wanted) => given === wanted,
    },
    log: silentLog,
    ...options,
  });
}

/** Replaces the handler of one route. */
export function withHandler(handled: HandledRoute): readonly HandledRoute[] {
  return reachableRoutes().map((entry) => (entry.route === handled.route ? handled : entry));
}
