import { routes, type Route } from '@vedette/contract';
import { describe, expect, it } from 'vitest';
import { openApi, type OpenApiDocument, type Operation } from '../src/http/openapi.js';
import { openApiPage } from '../src/http/openapi-page.js';
import { testApplication } from './application-harness.js';

const document = openApi('1.2.3');
const operations: readonly Operation[] = Object.values(document.paths).flatMap((methods) => Object.values(methods));

/** Every `$ref` anywhere in a value, with the value it stands in: local ones of a schema point into that schema. */
function refsIn(value: unknown, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') found.push(inner);
    else refsIn(inner, found);
  }
  return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function resolve(root: OpenApiDocument, ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), root);
}

describe('the OpenAPI document', () => {
  it('has what OpenAPI 3.1 requires', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info).toMatchObject({ title: expect.any(String), version: '1.2.3' });
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
  });

  it('has one operation for each route of the contract, with its right', () => {
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(Object.keys(routes).sort());
    for (const [name, route] of Object.entries<Route>(routes)) {
      const operation = operations.find((entry) => entry.operationId === name);
      expect(operation?.security).toEqual(route.scope === 'public' ? [] : undefined);
      expect(operation?.description).toContain(
        route.scope === 'public' ? 'no sign-in' : route.scope === 'signed-in' ? 'any account' : route.scope,
      );
    }
  });

  it('every parameter of a path is declared, required, and once', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const operation of Object.values(methods)) {
        const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
        expect(inPath.map((parameter) => parameter.name).sort()).toEqual(wanted.sort());
        expect(inPath.every((parameter) => parameter.required)).toBe(true);
      }
    }
  });

  it('every operation has an answer that succeeds and the error of the contract', () => {
    for (const operation of operations) {
      expect(Object.keys(operation.responses)).toEqual([expect.stringMatching(/^20[04]$/), 'default']);
      for (const response of Object.values(operation.responses)) {
        expect('description' in response || '$ref' in response).toBe(true);
      }
    }
  });

  it('every reference leads somewhere', () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(0);
    expect(refs.filter((ref) => resolve(document, ref) === undefined)).toEqual([]);
  });
});

describe('/api/docs', () => {
  it.each([
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
    [undefined, 'application/json'],
  ])('Accept %s gets %s', async (accept, type) => {
    const app = await testApplication();
    const answer = await app.inject({
      url: '/api/docs',
      headers: { host: 'localhost', ...(accept === undefined ? {} : { accept }) },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain(type);
    await app.close();
  });

  it('the page needs no script, no inline style, and escapes what it shows', () => {
    const page = openApiPage(document);
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
    for (const name of Object.keys(routes)) expect(page).toContain(`<article id="${name}">`);
  });
});
