import { errorBodySchema, routes } from '@vedette/contract';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../src/errors.js';
import { handle } from '../src/http/handle.js';
import { testApplication, withHandler } from './application-harness.js';

const local = { host: 'localhost', cookie: 'role=administrator', 'x-vedette': '1' };

describe('answers', () => {
  it('an unknown error becomes `internal` with an id that the log has, and no detail', async () => {
    const lines: string[] = [];
    const app = await testApplication({
      log: (_level, message, fields) => void lines.push(`${message} ${JSON.stringify(fields)}`),
      routes: withHandler(handle(routes.listSources, () => Promise.reject(new Error('password is swordfish')))),
    });
    const answer = await app.inject({ url: '/api/v1/sources', headers: local });
    const { error } = errorBodySchema.parse(answer.json());
    const id = /as ([0-9a-f-]{36})$/.exec(error.message)?.[1];
    expect(answer.statusCode).toBe(500);
    expect(error.code).toBe('internal');
    expect(answer.body).not.toContain('swordfish');
    expect(lines.some((line) => line.includes(String(id)) && line.includes('swordfish'))).toBe(true);
    await app.close();
  });

  it('what the schema does not name never leaves', async () => {
    const withSecret = { imageFlagThreshold: 3, retentionDays: 30, secondPersonForSevere: true, secret: 'swordfish' };
    const app = await testApplication({
      routes: withHandler(handle(routes.getSettings, () => Promise.resolve(withSecret))),
    });
    const answer = await app.inject({ url: '/api/v1/settings', headers: local });
    expect(answer.json()).toEqual({ imageFlagThreshold: 3, retentionDays: 30, secondPersonForSevere: true });
    await app.close();
  });

  it('a wrong request names each problem with its place', async () => {
    const app = await testApplication();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/people',
      headers: local,
      payload: { name: '', email: 'nobody', password: 'short', role: 'king' },
    });
    const { error } = errorBodySchema.parse(answer.json());
    expect(answer.statusCode).toBe(400);
    expect(error.problems?.map((problem) => problem.path)).toEqual([
      'body.name',
      'body.email',
      'body.password',
      'body.role',
    ]);
    await app.close();
  });

  it.each([
    ['broken JSON', '{', 'application/json', 400, 'invalid-request'],
    ['a prototype in JSON', '{"__proto__":{"a":1},"text":"x"}', 'application/json', 400, 'invalid-request'],
    ['a form', 'text=x', 'application/x-www-form-urlencoded', 415, 'unsupported'],
    ['a body that is too large', `{"text":"${'x'.repeat(1_100_000)}"}`, 'application/json', 413, 'too-large'],
  ])('%s is refused in the shape of the contract', async (_name, payload, type, status, code) => {
    const app = await testApplication();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/decode',
      headers: { ...local, 'content-type': type },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(errorBodySchema.parse(answer.json()).error.code).toBe(code);
    await app.close();
  });

  it('says when to come back', async () => {
    const limited = new ServiceError('rate-limited', 'wait', { retryAfterSeconds: 12.3 });
    const app = await testApplication({
      routes: withHandler(handle(routes.listSources, () => Promise.reject(limited))),
    });
    const answer = await app.inject({ url: '/api/v1/sources', headers: local });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '13']);
    await app.close();
  });

  it('unknown addresses below /api are 404 in JSON, also for other methods', async () => {
    const app = await testApplication();
    for (const [method, url] of [
      ['GET', '/api/v1/nothing'],
      ['GET', '/api'],
      ['DELETE', '/api/v1/me'],
      ['GET', '/api/v1/%E0%A4%A'],
    ] as const) {
      const answer = await app.inject({ method, url, headers: local });
      expect([400, 404]).toContain(answer.statusCode);
      expect(errorBodySchema.safeParse(answer.json()).success).toBe(true);
    }
    await app.close();
  });

  it('carry the security headers, errors too', async () => {
    const app = await testApplication();
    for (const url of ['/healthz', '/api/v1/nothing', '/api/docs']) {
      const { headers } = await app.inject({ url, headers: local });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
    await app.close();
  });

  it('limits all attempts at public routes from one address', async () => {
    const app = await testApplication();
    const attempt = async (): Promise<number> =>
      (
        await app.inject({
          method: 'POST',
          url: '/api/v1/enter',
          headers: { host: 'localhost' },
          payload: { token: 'x' },
        })
      ).statusCode;
    const statuses: number[] = [];
    for (let count = 0; count < 70; count += 1) statuses.push(await attempt());
    expect(statuses.slice(0, 60).every((status) => status === 410)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    await app.close();
  });
});

describe('probes', () => {
  it('metrics are for this machine only, unless a token opens them', async () => {
    const app = await testApplication({
      probes: {
        ready: () => Promise.resolve({ ok: false, problem: 'the database does not answer' }),
        metrics: () => Promise.resolve({ type: 'text/plain', text: 'metric 1\n' }),
        observe: () => undefined,
        metricsToken: 'open',
        sameToken: (given, wanted) => given === wanted,
      },
    });
    const ask = async (remoteAddress: string, headers: Readonly<Record<string, string>> = {}): Promise<number> =>
      (await app.inject({ url: '/metrics', remoteAddress, headers: { host: 'localhost', ...headers } })).statusCode;
    expect(await ask('127.0.0.1')).toBe(200);
    expect(await ask('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).toBe(403);
    expect(await ask('127.0.0.1', { forwarded: 'for=192.0.2.1' })).toBe(403);
    expect(await ask('192.0.2.1')).toBe(403);
    expect(await ask('192.0.2.1', { authorization: 'Bearer shut' })).toBe(403);
    expect(await ask('192.0.2.1', { authorization: 'Bearer open' })).toBe(200);
    expect((await app.inject({ url: '/healthz', headers: { host: 'localhost' } })).statusCode).toBe(200);
    expect((await app.inject({ url: '/readyz', headers: { host: 'localhost' } })).statusCode).toBe(503);
    await app.close();
  });
});
