import type { LookBack } from '@vedette/contract';
import { describeDatabases } from '@vedette/testing';
import { expect, it } from 'vitest';
import { addPerson, posts, serverTests, setUp, type Client } from './server-harness.js';

interface Saved {
  readonly id: string;
  readonly version: number;
}

/** Asks until the search has ended; each question lets the server go on. */
async function ended(client: Client, id: string): Promise<LookBack> {
  for (;;) {
    const { lookBack } = (await client.get(`/watchlists/${id}/look-back`)).json<{ lookBack?: LookBack }>();
    if (lookBack?.endedAt !== undefined) return lookBack;
  }
}

describeDatabases('looking through what is stored', (databases) => {
  const start = serverTests(databases);
  const rules = [{ id: 'gate', query: '"grey gate"', severity: 'high' }];

  it('finds what arrived before the watchlist, doubles nothing, and is on record', async () => {
    const server = await start();
    const admin = await setUp(server);
    const items = posts('Meet at the gr\u200bey gate tonight', 'A quiet day', 'MEET AT THE GREY GATE TONIGHT');
    await admin.post('/items', { items });
    const { id } = (await admin.post('/watchlists', { name: 'Gates', rules })).json<Saved>();
    expect((await admin.get(`/watchlists/${id}/look-back`)).json()).toEqual({});

    const started = await admin.post(`/watchlists/${id}/look-back`, { days: 7 });
    expect(started.json()).toMatchObject({ watchlist: id, version: 1, days: 7, startedBy: 'Ada' });
    expect(await ended(admin, id)).toMatchObject({ state: 'done', total: 3, looked: 3, matches: 2, alerts: 1 });
    expect((await admin.get('/alerts')).json()).toMatchObject({ rows: [{ copies: 2, severity: 'high' }] });

    await admin.post(`/watchlists/${id}/look-back`, { days: 7 });
    expect(await ended(admin, id)).toMatchObject({ state: 'done', looked: 3, matches: 0, alerts: 0 });
    expect((await admin.get('/alerts')).json<{ rows: object[] }>().rows).toHaveLength(1);

    const { rows } = (await admin.get('/record')).json<{ rows: { action: string; details: object }[] }>();
    expect(rows.find(({ action }) => action === 'watchlist.look-back-started')?.details).toMatchObject({
      by: 'Ada',
      days: 7,
    });
    expect(rows.findLast(({ action }) => action === 'watchlist.look-back-ended')?.details).toMatchObject({
      state: 'done',
      matches: 2,
      alerts: 1,
    });
  });

  it('can be cancelled, is refused where it makes no sense, and needs the right to change watchlists', async () => {
    const server = await start();
    const admin = await setUp(server);
    await admin.post('/items', { items: posts('at the grey gate') });
    const { id, version } = (await admin.post('/watchlists', { name: 'Gates', rules })).json<Saved>();
    expect((await admin.send('DELETE', `/watchlists/${id}/look-back`)).statusCode).toBe(404);
    expect((await admin.post('/watchlists/none/look-back', { days: 7 })).statusCode).toBe(404);
    expect((await admin.post(`/watchlists/${id}/look-back`, { days: 0 })).statusCode).toBe(400);
    const ben = await addPerson(server, admin, 'Ben', 'viewer');
    expect((await ben.post(`/watchlists/${id}/look-back`, { days: 7 })).statusCode).toBe(403);

    const [first, second] = await Promise.all([
      admin.post(`/watchlists/${id}/look-back`, { days: 7 }),
      admin.post(`/watchlists/${id}/look-back`, { days: 7 }),
    ]);
    expect([first.statusCode, second.statusCode].toSorted((one, other) => one - other)).toEqual([200, 409]);
    const cancelled = await admin.send('DELETE', `/watchlists/${id}/look-back`);
    expect([200, 404]).toContain(cancelled.statusCode);
    expect(['cancelled', 'done']).toContain((await ended(admin, id)).state);

    await admin.send('PUT', `/watchlists/${id}`, { name: 'Gates', rules, enabled: false, version });
    expect((await admin.post(`/watchlists/${id}/look-back`, { days: 7 })).json()).toMatchObject({
      error: { code: 'conflict' },
    });
  });
});
