import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { ServiceError } from '../errors.js';
import type { Log } from '../log.js';
import { answerBrokenRequest } from './broken-request.js';
import { errorAnswer } from './error-answer.js';
import type { HandledRoute } from './handle.js';
import { allowedHosts, checkHost, checkOrigin } from './origin-checks.js';
import { registerConsole } from './register-console.js';
import { registerDocs } from './register-docs.js';
import { registerProbes, type Probes } from './register-probes.js';
import { registerRoutes, type Identify } from './register-routes.js';
import { securityHeaders } from './security-headers.js';

export interface ApplicationOptions {
  /** address it will listen on; decides which names it answers to */
  readonly host: string;
  /** where people reach it, if that is not the address it listens on */
  readonly publicUrl: URL | undefined;
  /** believe `X-Forwarded-For` of a proxy in front */
  readonly trustProxy: boolean;
  readonly version: string;
  /** folder of the built console; missing where only the API is served */
  readonly consoleDir: string | undefined;
  readonly routes: readonly HandledRoute[];
  readonly identify: Identify;
  readonly probes: Probes;
  readonly log: Log;
}

/**
 * The HTTP side of the server: every route of the contract, the documentation, the probes and the console, behind the
 * checks of name and origin and with the security headers on each answer. It does not listen yet.
 */
export async function createApplication(options: ApplicationOptions): Promise<FastifyInstance> {
  const { log, publicUrl } = options;
  const app = fastify({
    logger: false,
    // The last address of `X-Forwarded-For` is what the proxy saw; what stands before it the client wrote itself.
    trustProxy: options.trustProxy ? (_address, hop) => hop === 0 : false,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    // Item ids and image addresses are long once they are encoded.
    routerOptions: { maxParamLength: 4096, querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) },
    // Uploads are large and lines are slow; a request that takes longer than an hour to arrive is no upload.
    requestTimeout: 3_600_000,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, _request, reply: FastifyReply) => {
      const { status, body } = errorAnswer(error, log, 'before routing');
      void reply.headers(securityHeaders(false)).code(status).send(body);
    },
  });
  const names = allowedHosts(options.host, publicUrl);
  const headers = securityHeaders(publicUrl?.protocol === 'https:');

  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    checkHost(request.headers.host, names);
    checkOrigin(
      {
        method: request.method,
        host: request.headers.host,
        origin: request.headers.origin,
        fetchSite: single(request.headers['sec-fetch-site']),
        contentType: request.headers['content-type'],
        marker: single(request.headers['x-vedette']) ?? request.headers.authorization,
      },
      publicUrl,
    );
  });
  app.setErrorHandler((error, request, reply) => {
    const failed = errorAnswer(error, log, `${request.method} ${request.routeOptions.url ?? 'unknown'}`);
    return reply.code(failed.status).headers(failed.headers).type('application/json; charset=utf-8').send(failed.body);
  });
  registerBodyParsers(app);
  registerProbes(app, options.probes);

  await app.register(rateLimit, { global: false });
  const limiter = app.createRateLimit({ max: 60, timeWindow: 60_000 });
  registerRoutes(app, options.routes, {
    identify: options.identify,
    limitPublic: async (request) => {
      const limit = await limiter(request);
      if (limit.isAllowed || !limit.isExceeded) return;
      throw new ServiceError('rate-limited', 'too many attempts from this address; wait a minute', {
        retryAfterSeconds: limit.ttlInSeconds,
      });
    },
  });
  registerDocs(app, options.version);
  await registerConsole(app, options.consoleDir);
  return app;
}

/** JSON is parsed by the framework; files stay a stream that the handler reads. */
function registerBodyParsers(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser(
    ['application/octet-stream', 'text/x-opml', 'text/xml', 'application/xml', 'application/x-ndjson'],
    (_request, payload, done) => {
      done(null, payload);
    },
  );
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
