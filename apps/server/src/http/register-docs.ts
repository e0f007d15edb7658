import type { FastifyInstance } from 'fastify';
import { openApi } from './openapi.js';
import { openApiPage, openApiPageStyle } from './openapi-page.js';

/** Serves `/api/docs`: a page for browsers, the OpenAPI document for everybody else. */
export function registerDocs(app: FastifyInstance, version: string): void {
  const document = openApi(version);
  const json = JSON.stringify(document);
  const page = openApiPage(document);

  for (const url of ['/api/docs', '/api/docs/']) {
    app.get(url, (request, reply) => {
      const forBrowser = prefersHtml(request.headers.accept);
      return reply
        .header('vary', 'Accept')
        .type(forBrowser ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
        .send(forBrowser ? page : json);
    });
  }
  app.get('/api/docs/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(json));
  app.get('/api/docs/page.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(openApiPageStyle));
}

/** Browsers name text/html; programs ask for JSON or for anything. */
function prefersHtml(accept: string | undefined): boolean {
  const types = (accept ?? '*/*').split(',').map((part) => part.trim().split(';')[0]);
  const html = types.indexOf('text/html');
  const json = types.indexOf('application/json');
  return html >= 0 && (json < 0 || html < json);
}
