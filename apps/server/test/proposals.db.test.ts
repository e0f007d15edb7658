import { describeDatabases } from '@vedette/testing';
import { expect, it } from 'vitest';
import { addPerson, Client, posts, serverTests, setUp } from './server-harness.js';

interface Saved {
  readonly id: string;
  readonly version: number;
  readonly rules: readonly object[];
  readonly proposal?: { readonly id: string };
}

describeDatabases('a second person for severe rules', (databases) => {
  const start = serverTests(databases);
  const rule = { id: 'gate', query: '"grey gate"', severity: 'high' };

  it('is not asked for unless the team says so', async () => {
    const server = await start();
    const admin = await setUp(server);
    expect((await admin.get('/settings')).json()).toMatchObject({ secondPersonForSevere: false });
    const made = (await admin.post('/watchlists', { name: 'Gates', rules: [rule] })).json<Saved>();
    expect(made.rules).toEqual([rule]);
    expect(made).not.toHaveProperty('proposal');
  });

  it('lets the saved version run until another person confirms, and puts all of it on record', async () => {
    const server = await start();
    const admin = await setUp(server);
    const mo = await addPerson(server, admin, 'Mo', 'moderator');
    await admin.send('PATCH', '/settings', { secondPersonForSevere: true });
    const made = (await admin.post('/watchlists', { name: 'Gates', rules: [rule] })).json<Saved>();
    expect(made).toMatchObject({ rules: [], version: 1, proposal: { rules: [rule], version: 1, by: { name: 'Ada' } } });
    expect((await mo.get('/watchlists')).json()).toMatchObject({ rows: [{ rules: 0, waiting: true }] });
    expect((await admin.post('/items', { items: posts('at the grey gate') })).json()).toMatchObject({ alerts: 0 });

    const confirm = (client: Client, proposal = made.proposal?.id) =>
      client.post(`/watchlists/${made.id}/proposal/confirm`, { proposal });
    expect((await confirm(admin)).statusCode).toBe(403);
    expect((await confirm(mo, 'none')).statusCode).toBe(404);
    const ben = await addPerson(server, admin, 'Ben', 'reviewer');
    expect((await confirm(ben)).statusCode).toBe(403);
    expect((await confirm(mo)).json()).toMatchObject({ version: 2, rules: [rule], changedBy: 'Ada' });
    expect((await confirm(mo)).statusCode).toBe(404);
    expect((await mo.get(`/watchlists/${made.id}`)).json()).not.toHaveProperty('proposal');
    expect((await admin.post('/items', { items: posts('now, at the grey gate') })).json()).toMatchObject({ alerts: 1 });

    const { rows } = (await admin.get('/record')).json<{ rows: { action: string; details: object }[] }>();
    const told = rows
      .filter(({ action }) => action.startsWith('watchlist.'))
      .map(({ action, details }) => [action, details]);
    expect(told).toMatchObject([
      ['watchlist.proposal-confirmed', { by: 'Mo', proposedBy: 'Ada', version: 2 }],
      ['watchlist.saved', { by: 'Ada', version: 2 }],
      ['watchlist.proposed', { by: 'Ada', version: 1 }],
      ['watchlist.added', { by: 'Ada', rules: 0 }],
    ]);
  });

  it('takes other changes at once, replaces what waits, and confirms nothing that is out of date', async () => {
    const server = await start();
    const admin = await setUp(server);
    const mo = await addPerson(server, admin, 'Mo', 'moderator');
    const { id } = (await admin.post('/watchlists', { name: 'Gates', rules: [rule] })).json<Saved>();
    await admin.send('PATCH', '/settings', { secondPersonForSevere: true });
    const save = async (client: Client, rules: object[], version: number) =>
      (await client.send('PUT', `/watchlists/${id}`, { name: 'Gates', rules, enabled: true, version })).json<Saved>();
    const first = await save(admin, [{ ...rule, query: 'gate' }], 1);
    expect(first).toMatchObject({ version: 1, rules: [rule], proposal: { rules: [{ query: 'gate' }] } });
    const second = await save(mo, [{ ...rule, query: 'grey' }], 1);
    const settle = (client: Client, what: 'confirm' | 'refuse', proposal: string | undefined) =>
      client.post(`/watchlists/${id}/proposal/${what}`, { proposal });
    expect((await settle(mo, 'confirm', first.proposal?.id)).statusCode).toBe(404);

    expect(await save(admin, [rule, { id: 'low', query: 'door', severity: 'low' }], 1)).toMatchObject({ version: 2 });
    expect((await settle(admin, 'confirm', second.proposal?.id)).statusCode).toBe(409);
    expect((await settle(admin, 'refuse', second.proposal?.id)).statusCode).toBe(204);
    expect((await settle(admin, 'refuse', second.proposal?.id)).statusCode).toBe(404);
    expect(await save(admin, [{ ...rule, query: 'gate' }], 1)).toMatchObject({ error: { code: 'conflict' } });
  });

  it('cannot be an API key, neither first nor second', async () => {
    const server = await start();
    const admin = await setUp(server);
    await admin.send('PATCH', '/settings', { secondPersonForSevere: true });
    const made = (await admin.post('/api-keys', { name: 'Robot', scopes: ['watchlists:write'] })).json<{
      key: string;
    }>();
    const robot = new Client(server.app);
    const withKey = { authorization: `Bearer ${made.key}`, origin: '' };
    const asked = await robot.send('POST', '/watchlists', { name: 'Gates', rules: [rule] }, withKey);
    expect(asked.json()).toMatchObject({ error: { code: 'forbidden' } });
    const { id, proposal } = (await admin.post('/watchlists', { name: 'Gates', rules: [rule] })).json<Saved>();
    const body = { proposal: proposal?.id };
    expect((await robot.send('POST', `/watchlists/${id}/proposal/confirm`, body, withKey)).statusCode).toBe(403);
  });
});
