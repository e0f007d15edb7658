import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors.js';
import { isLoopback } from './origin-checks.js';

export interface Probes {
  /** whether everything that a request needs works now; `problem` is plain words */
  readonly ready: () => Promise<{ readonly ok: boolean; readonly problem?: string }>;
  /** the metrics in Prometheus text format */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** hears of each answered request */
  readonly observe: (request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }) => void;
  /** the bearer token that opens `/metrics` from other machines; without one only this machine may read them */
  readonly metricsToken: string | undefined;
  readonly sameToken: (given: string, wanted: string) => boolean;
}

const proxyHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

/** `/healthz` (it serves), `/readyz` (it can work) and `/metrics` (Prometheus), for machines. */
export function registerProbes(app: FastifyInstance, probes: Probes): void {
  app.addHook('onResponse', async (request, reply) => {
    probes.observe({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
  });

  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').type('text/plain').send('ok\n'));

  app.get('/readyz', async (_request, reply) => {
    const state = await probes.ready();
    if (!state.ok) throw new ServiceError('unavailable', state.problem ?? 'not ready');
    return reply.header('cache-control', 'no-store').type('text/plain').send('ready\n');
  });

  app.get('/metrics', async (request, reply) => {
    const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const byToken =
      probes.metricsToken !== undefined && given !== undefined && probes.sameToken(given, probes.metricsToken);
    // A proxy on this machine makes everybody look local, so its forwarding headers rule the shortcut out.
    const forwarded = proxyHeaders.some((name) => request.headers[name] !== undefined);
    const local = isLoopback(plainAddress(request.socket.remoteAddress)) && !forwarded;
    if (!byToken && !local)
      throw new ServiceError('forbidden', 'metrics are for this machine, or for the metrics token');
    const { type, text } = await probes.metrics();
    return reply.header('cache-control', 'no-store').type(type).send(text);
  });
}

/** IPv4 addresses reach a dual-stack socket as `::ffff:127.0.0.1`. */
function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:/, '');
}
