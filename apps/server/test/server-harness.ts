import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterEach, expect } from 'vitest';
import { apiBase, type Role } from '@vedette/contract';
import type { Store } from '@vedette/store';
import type { TestDatabases } from '@vedette/testing';
import { compose, type Composition } from '../src/compose.js';
import { settingsFrom } from '../src/settings.js';

export const password = 'correct horse battery';

export interface TestServer {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly parts: Composition;
  /** the token of the setup link */
  readonly setupToken: string;
}

/** Makes servers on databases of their own; everything is closed after the test. */
export function serverTests(
  databases: TestDatabases,
): (options?: { readonly demo?: boolean; readonly now?: () => number }) => Promise<TestServer> {
  const running: { readonly parts: Composition; readonly folder: string }[] = [];
  const defects: string[] = [];
  afterEach(async () => {
    for (const { parts, folder } of running.splice(0)) {
      await parts.close();
      await rm(folder, { recursive: true, force: true });
    }
    // No test may pass on top of an error that nobody foresaw.
    expect(defects.splice(0)).toEqual([]);
  });
  return async ({ demo = false, now = Date.now } = {}) => {
    const store = await databases.open();
    const folder = await mkdtemp(join(tmpdir(), 'vedette-server-'));
    const parts = await compose({
      store,
      dataDir: folder,
      consoleDir: undefined,
      host: '127.0.0.1',
      settings: settingsFrom({ VEDETTE_ALLOW_PRIVATE_ADDRESSES: '1' }),
      demo,
      version: '0.1.0',
      log: (level, message, fields) => {
        if (level === 'error') defects.push(`${message} ${JSON.stringify(fields)}`);
      },
      now,
    });
    running.push({ parts, folder });
    const link = await parts.sessions.startLink();
    return { app: parts.app, store, parts, setupToken: link.split('token=')[1] ?? '' };
  };
}

/** Somebody who uses the API like the console does: with a cookie, from the same origin. */
export class Client {
  constructor(
    private readonly app: FastifyInstance,
    readonly cookie = '',
    private readonly address = '127.0.0.1',
  ) {}

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> {
    const options: InjectOptions = {
      method,
      url: `${apiBase}${path}`,
      remoteAddress: this.address,
      headers: {
        host: '127.0.0.1:8417',
        origin: 'http://127.0.0.1:8417',
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...headers,
      },
    };
    if (body === undefined) return this.app.inject(options);
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    return this.app.inject({
      ...options,
      payload: raw ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...options.headers },
    });
  }

  get(path: string): Promise<LightMyRequestResponse> {
    return this.send('GET', path);
  }

  post(path: string, body?: unknown): Promise<LightMyRequestResponse> {
    return this.send('POST', path, body);
  }
}

/** What a browser keeps of an answer. */
export function cookieOf(answer: LightMyRequestResponse): string {
  const lines = [answer.headers['set-cookie'] ?? []].flat();
  return lines.map((line) => line.split(';')[0]).join('; ');
}

export async function signIn(app: FastifyInstance, email: string, secret = password): Promise<Client> {
  const answer = await new Client(app).post('/sign-in', { email, password: secret });
  if (answer.statusCode !== 200) throw new Error(`sign-in answered ${answer.statusCode}: ${answer.body}`);
  return new Client(app, cookieOf(answer));
}

/** The first administrator, signed in. */
export async function setUp({ app, setupToken }: TestServer): Promise<Client> {
  const answer = await new Client(app).post('/setup', {
    token: setupToken,
    name: 'Ada',
    email: 'ada@example.org',
    password,
  });
  if (answer.statusCode !== 200) throw new Error(`setup answered ${answer.statusCode}: ${answer.body}`);
  return new Client(app, cookieOf(answer));
}

/** Another account, signed in. */
export async function addPerson(server: TestServer, admin: Client, name: string, role: Role): Promise<Client> {
  const email = `${name.toLowerCase()}@example.org`;
  const answer = await admin.post('/people', { name, email, password, role });
  if (answer.statusCode !== 200) throw new Error(`adding ${name} answered ${answer.statusCode}: ${answer.body}`);
  return signIn(server.app, email);
}

/** Items as a program hands them in. */
export function posts(...texts: readonly string[]): object[] {
  return texts.map((text, index) => ({
    id: `post-${index}-${text.length}`,
    source: { kind: 'ndjson', id: 'square', title: 'The square' },
    nativeId: `${index}-${text.length}`,
    kind: 'post',
    text,
    lang: 'en',
    publishedAt: new Date(Date.now() - 60_000 + index).toISOString(),
  }));
}

/** The port that a listening server got. */
export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen');
  return address.port;
}
