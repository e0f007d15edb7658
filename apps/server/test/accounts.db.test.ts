import { describeDatabases } from '@vedette/testing';
import { expect, it } from 'vitest';
import { addPerson, Client, cookieOf, password, serverTests, setUp, signIn } from './server-harness.js';

describeDatabases('accounts', (databases) => {
  const start = serverTests(databases);

  it('the link makes one administrator, once', async () => {
    const server = await start();
    const stranger = new Client(server.app);
    expect((await stranger.get('/setup')).json()).toMatchObject({ needsSetup: true, demo: false });
    const form = { name: 'Ada', email: 'Ada@Example.org', password };
    expect((await stranger.post('/setup', { ...form, token: 'guessed' })).statusCode).toBe(403);
    expect((await stranger.post('/setup', { ...form, token: server.setupToken, password: 'short' })).statusCode).toBe(
      400,
    );

    const made = await stranger.post('/setup', { ...form, token: server.setupToken });
    expect(made.json()).toMatchObject({ role: 'administrator', email: 'ada@example.org' });
    expect(String(made.headers['set-cookie'])).toMatch(/HttpOnly/);
    expect(String(made.headers['set-cookie'])).toMatch(/SameSite=(Strict|Lax)/);
    expect((await new Client(server.app, cookieOf(made)).get('/me')).json()).toMatchObject({ person: { name: 'Ada' } });

    expect((await stranger.post('/setup', { ...form, token: server.setupToken })).statusCode).toBe(403);
    expect((await stranger.get('/setup')).json()).toMatchObject({ needsSetup: false });
    expect(await server.parts.sessions.startLink()).toBe('');
  });

  it('two links at the same moment make one administrator', async () => {
    const server = await start();
    const second = (await server.parts.sessions.startLink()).split('token=')[1] ?? '';
    const answers = await Promise.all(
      [server.setupToken, second].map((token, index) =>
        new Client(server.app).post('/setup', { token, name: 'A', email: `${index}@example.org`, password }),
      ),
    );
    expect(answers.map((answer) => String(answer.statusCode)).sort()).toEqual(['200', '409']);
    expect((await server.store.people.list()).length).toBe(1);
  });

  it('the token is not in the database as it is', async () => {
    const server = await start();
    const kept = JSON.stringify(await server.store.db.selectFrom('verification').selectAll().execute());
    expect(kept).toContain('setup:');
    expect(kept).not.toContain(server.setupToken);
  });

  it('wrong e-mail and wrong password look the same, and are limited', async () => {
    const server = await start();
    await setUp(server);
    const attempt = (email: string, secret: string, address = '192.0.2.1') =>
      new Client(server.app, '', address).post('/sign-in', { email, password: secret });
    const unknown = await attempt('nobody@example.org', 'wrong');
    const wrong = await attempt('ada@example.org', 'wrong');
    expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body]);
    expect(wrong.statusCode).toBe(401);

    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) {
      statuses.push((await attempt('ada@example.org', 'wrong', `192.0.2.${count + 2}`)).statusCode);
    }
    expect(statuses.at(-1)).toBe(429);
    const right = await attempt('ada@example.org', password, '192.0.2.200');
    expect([right.statusCode, Number(right.headers['retry-after']) > 0]).toEqual([429, true]);
  });

  it('signing out ends the session, and a new password ends the others', async () => {
    const server = await start();
    const first = await setUp(server);
    const second = await signIn(server.app, 'ada@example.org');
    expect((await second.post('/sign-out')).statusCode).toBe(204);
    expect((await second.get('/me')).statusCode).toBe(401);

    const third = await signIn(server.app, 'ada@example.org');
    const wrong = await first.post('/me/password', { current: 'not it', next: 'another long password' });
    expect(wrong.json()).toMatchObject({ error: { code: 'invalid-request' } });
    const changed = await first.post('/me/password', { current: password, next: 'another long password' });
    expect(changed.statusCode).toBe(204);
    expect((await third.get('/me')).statusCode).toBe(401);
    expect((await new Client(server.app, cookieOf(changed)).get('/me')).statusCode).toBe(200);
    await signIn(server.app, 'ada@example.org', 'another long password');
  });

  it('a disabled account is out at once, and the last administrator stays', async () => {
    const server = await start();
    const admin = await setUp(server);
    const ben = await addPerson(server, admin, 'Ben', 'administrator');
    const people = (await admin.get('/people')).json<{ rows: { id: string; name: string }[] }>().rows;
    const idOf = (name: string): string => people.find((person) => person.name === name)?.id ?? '';

    expect((await ben.get('/me')).statusCode).toBe(200);
    expect((await admin.send('PATCH', `/people/${idOf('Ben')}`, { disabled: true })).json()).toMatchObject({
      disabled: true,
    });
    expect((await ben.get('/me')).statusCode).toBe(401);
    const back = await new Client(server.app).post('/sign-in', { email: 'ben@example.org', password });
    expect(back.json()).toMatchObject({
      error: { code: 'unauthenticated', message: 'e-mail or password is not right' },
    });

    const self = await admin.send('PATCH', `/people/${idOf('Ada')}`, { role: 'viewer' });
    expect(self.json()).toMatchObject({ error: { code: 'conflict' } });
    expect((await admin.send('PATCH', `/people/${idOf('Ada')}`, { disabled: true })).statusCode).toBe(409);
    expect((await admin.send('PATCH', '/people/nobody', { disabled: true })).statusCode).toBe(404);
    expect(
      (await admin.post('/people', { name: 'B', email: 'BEN@example.org', password, role: 'viewer' })).statusCode,
    ).toBe(409);
  });

  it('a changed role holds from the next request on', async () => {
    const server = await start();
    const admin = await setUp(server);
    const ben = await addPerson(server, admin, 'Ben', 'moderator');
    expect((await ben.get('/record')).statusCode).toBe(200);
    const { person } = (await ben.get('/me')).json<{ person: { id: string } }>();
    await admin.send('PATCH', `/people/${person.id}`, { role: 'viewer' });
    expect((await ben.get('/record')).statusCode).toBe(403);
  });

  it('an API key does what its scopes say, until it runs out or is revoked', async () => {
    const server = await start();
    const admin = await setUp(server);
    const made = await admin.post('/api-keys', { name: 'reader', scopes: ['items:read'] });
    const { key, apiKey } = made.json<{ key: string; apiKey: { id: string; prefix: string } }>();
    const ask = (method: 'GET' | 'POST', path: string, token = key, body?: unknown) =>
      new Client(server.app).send(method, path, body, { authorization: `Bearer ${token}` });

    expect((await ask('GET', '/search')).statusCode).toBe(200);
    expect((await ask('GET', '/alerts')).statusCode).toBe(403);
    expect((await ask('GET', '/people')).statusCode).toBe(403);
    expect((await ask('GET', '/columns')).statusCode).toBe(403);
    expect((await ask('GET', '/search', `${key}x`)).statusCode).toBe(401);
    const withBoth = await admin.send('GET', '/people', undefined, { authorization: 'Bearer nonsense' });
    expect(withBoth.statusCode).toBe(401);
    const list = await admin.get('/api-keys');
    expect(list.body).toContain(apiKey.prefix);
    expect(list.body).not.toContain(key);

    const past = new Date(Date.now() - 1000).toISOString();
    expect((await admin.post('/api-keys', { name: 'old', scopes: ['items:read'], expiresAt: past })).statusCode).toBe(
      400,
    );
    expect((await admin.send('DELETE', `/api-keys/${apiKey.id}`)).statusCode).toBe(204);
    expect((await ask('GET', '/search')).statusCode).toBe(401);
  });

  it('what happens to people stands in the record, without any secret', async () => {
    const server = await start();
    const admin = await setUp(server);
    await addPerson(server, admin, 'Ben', 'viewer');
    await admin.post('/api-keys', { name: 'reader', scopes: ['items:read'] });
    const record = await admin.get('/record');
    const actions = record.json<{ rows: { action: string }[] }>().rows.map((row) => row.action);
    expect(actions).toEqual(expect.arrayContaining(['person.added', 'person.signed-in']));
    expect(record.body).not.toContain(password);
    expect(record.body).not.toContain(server.setupToken);
  });

  it('own settings follow the account', async () => {
    const server = await start();
    const admin = await setUp(server);
    await admin.send('PATCH', '/me/settings', { language: 'ar', theme: 'dark' });
    expect((await admin.send('PATCH', '/me/settings', { ticker: false })).json()).toEqual({
      language: 'ar',
      theme: 'dark',
      ticker: false,
    });
    const again = await signIn(server.app, 'ada@example.org');
    expect((await again.get('/me')).json()).toMatchObject({ settings: { language: 'ar', ticker: false } });
  });

  it('other sites can neither sign in nor act with the cookie', async () => {
    const server = await start();
    const admin = await setUp(server);
    const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const signedIn = await admin.send(
      'POST',
      '/people',
      { name: 'E', email: 'e@example.org', password, role: 'administrator' },
      elsewhere,
    );
    const login = await new Client(server.app).send(
      'POST',
      '/sign-in',
      { email: 'ada@example.org', password },
      elsewhere,
    );
    const rebound = await admin.send('GET', '/people', undefined, { host: 'evil.example' });
    expect([signedIn.statusCode, login.statusCode, rebound.statusCode]).toEqual([403, 403, 403]);
    expect((await server.store.people.list()).length).toBe(1);
  });
});
