import { describeDatabases } from '@vedette/testing';
import { expect, it } from 'vitest';
import { itemSchema } from '@vedette/contract';
import { addPerson, posts, serverTests, setUp, type Client } from './server-harness.js';

const rule = { id: 'gate', query: '"grey gate"', severity: 'high', must: ['the grey gate'], mustNot: ['a gate'] };

async function watch(client: Client): Promise<{ readonly id: string; readonly version: number }> {
  const answer = await client.post('/watchlists', { name: 'Gates', rules: [rule] });
  return answer.json();
}

interface Rows<T> {
  readonly rows: readonly T[];
}

describeDatabases('the API', (databases) => {
  const start = serverTests(databases);

  it('takes an Item from hand-in to alert, decision, undo and record', async () => {
    const server = await start();
    const admin = await setUp(server);
    await watch(admin);
    const ben = await addPerson(server, admin, 'Ben', 'reviewer');
    const items = posts('Meet at the gr\u200bey gate tonight', 'A quiet day');
    expect((await admin.post('/items', { items })).json()).toEqual({ stored: 2, known: 0, alerts: 1 });
    expect((await admin.post('/items', { items })).json()).toEqual({ stored: 0, known: 2, alerts: 0 });

    const { rows } = (await ben.get('/alerts')).json<Rows<{ id: string; lead: { id: string } }>>();
    expect(rows.length).toBe(1);
    const [alert] = rows;
    const detail = (await ben.get(`/items/${encodeURIComponent(alert?.lead.id ?? '')}`)).json<object>();
    expect(detail).toMatchObject({
      decoded: { text: { plain: 'Meet at the grey gate tonight' } },
      matches: [{ rule: 'gate', watchlistName: 'Gates' }],
      alert: { id: alert?.id },
    });

    await admin.post(`/alerts/${alert?.id}/viewing`);
    expect((await ben.post(`/alerts/${alert?.id}/viewing`)).json()).toMatchObject({ viewers: [{ name: 'Ada' }] });

    const decided = await ben.post(`/alerts/${alert?.id}/decisions`, {
      verdict: 'terrorist-content',
      reason: 'a call',
    });
    expect(decided.json()).toMatchObject({ verdict: 'terrorist-content', by: { name: 'Ben' }, copies: 1 });
    const late = await admin.post(`/alerts/${alert?.id}/decisions`, { verdict: 'protected' });
    expect(late.json()).toMatchObject({ error: { code: 'conflict' } });
    const decision = decided.json<{ id: string }>().id;
    expect((await admin.post(`/decisions/${decision}/undo`)).statusCode).toBe(403);
    expect((await ben.post(`/decisions/${decision}/undo`)).json()).toHaveProperty('undoneAt');
    expect((await ben.get('/alerts')).json<Rows<object>>().rows.length).toBe(1);

    const actions = (await admin.get('/record')).json<Rows<{ action: string }>>().rows.map((row) => row.action);
    expect(actions).toEqual(expect.arrayContaining(['items.stored', 'alert.decided', 'decision.undone']));
  });

  it('decides several at once after a preview', async () => {
    const server = await start();
    const admin = await setUp(server);
    await watch(admin);
    await admin.post('/items', {
      items: posts('the grey gate opens', 'a grey gate of iron', 'grey gate, third street'),
    });
    const alerts = (await admin.get('/alerts')).json<Rows<{ id: string }>>().rows.map((row) => row.id);
    expect((await admin.post('/alerts/bulk/preview', { alerts })).json()).toMatchObject({
      alerts: 3,
      items: 3,
      alreadyDecided: 0,
    });
    await admin.post(`/alerts/${alerts[0]}/decisions`, { verdict: 'not-relevant' });
    const result = await admin.post('/alerts/bulk', { alerts, verdict: 'false-alarm' });
    expect(result.json<{ decisions: object[] }>().decisions.length).toBe(2);
    expect(result.json<{ alreadyDecided: string[] }>().alreadyDecided).toEqual([alerts[0]]);
  });

  it('finds, names mistakes in queries, and exports with query, time and true total', async () => {
    const server = await start();
    const admin = await setUp(server);
    await admin.post('/items', { items: posts('=the grey gate', 'the "blue" gate', 'a door') });
    const found = await admin.get('/search?q=gate&facets=true');
    expect(found.json()).toMatchObject({
      total: { value: 2, exact: true },
      facets: { lang: [{ value: 'en', count: 2 }] },
    });
    const wrong = await admin.get(`/search?q=${encodeURIComponent('gate OR')}`);
    expect(wrong.json<{ problems: object[] }>().problems.length).toBeGreaterThan(0);
    expect((await admin.post('/query/parse', { query: '"grey gate" -museum' })).json()).toMatchObject({ problems: [] });

    const [head = '', ...lines] = (await admin.get('/search/export?q=gate')).body.trim().split('\n');
    expect(JSON.parse(head)).toMatchObject({ query: { q: 'gate' }, total: 2, exportedAt: expect.stringMatching(/Z$/) });
    expect(lines.map((line) => itemSchema.parse(JSON.parse(line)).text).sort()).toEqual([
      '=the grey gate',
      'the "blue" gate',
    ]);
    const table = await admin.get('/search/export?q=gate&format=csv');
    expect(table.headers['content-type']).toContain('text/csv');
    expect(table.body).toContain(`"'=the grey gate"`);
    expect(table.body).toContain('"the ""blue"" gate"');
  });

  it('says what a text says', async () => {
    const server = await start();
    const admin = await setUp(server);
    const answer = await admin.post('/decode', { text: 'gr\u200bey gate' });
    expect(answer.json()).toMatchObject({ plain: 'grey gate', disguises: [{ name: 'invisible', start: 2, end: 3 }] });
  });

  it('keeps watchlists with their versions, mistakes and tests on history', async () => {
    const server = await start();
    const admin = await setUp(server);
    const { id, version } = await watch(admin);
    const broken = { id: 'broken', query: 'gate OR' };
    const change = { name: 'Gates', rules: [rule, broken], enabled: true, version };
    const saved = await admin.send('PUT', `/watchlists/${id}`, change);
    expect(saved.json<{ findings: object[] }>().findings).toEqual([
      expect.objectContaining({ level: 'error', rule: 'broken' }),
    ]);
    expect((await admin.send('PUT', `/watchlists/${id}`, change)).statusCode).toBe(409);
    expect((await admin.get(`/watchlists/${id}/versions`)).json<Rows<object>>().rows.length).toBe(1);

    await admin.post('/items', { items: posts('the grey gate', 'a door') });
    const tested = await admin.post('/watchlists/test', { rule, days: 7 });
    expect(tested.json()).toMatchObject({ total: 1, scanned: 2, sample: [{ text: 'the grey gate' }] });
    expect(tested.json<{ days: object[] }>().days.length).toBe(7);

    const text = 'name: Doors\nrules:\n  - id: d\n    query: door\n  - id: e\n    query: "door OR"\n';
    const read = await admin.post('/watchlists/read', { text });
    expect(read.json()).toMatchObject({
      name: 'Doors',
      findings: [
        { rule: 'e', line: 6 },
        { rule: 'd', line: 4, code: 'everyday-word' },
      ],
    });
    expect((await admin.post('/watchlists/check', { rules: [{ ...rule, must: ['a door'] }] })).json()).toMatchObject({
      findings: [{ rule: 'gate', level: 'error' }],
    });
    expect((await admin.send('DELETE', `/watchlists/${id}`)).statusCode).toBe(204);
    expect((await admin.get(`/watchlists/${id}`)).statusCode).toBe(404);
  });

  it('hides an image once three different people flagged it, until a moderator restores it', async () => {
    const server = await start();
    const admin = await setUp(server);
    const people = [
      admin,
      await addPerson(server, admin, 'Ben', 'viewer'),
      await addPerson(server, admin, 'Cem', 'viewer'),
    ];
    const [item] = posts('with a picture');
    const media = [{ type: 'image', url: 'http://127.0.0.1:9/picture.png' }];
    await admin.post('/items', { items: [{ ...item, id: 'pic', media }] });
    const image = '/items/pic/images/0';
    await people[1]?.post(`${image}/flag`);
    await people[1]?.post(`${image}/flag`);
    expect((await people[2]?.post(`${image}/flag`))?.json()).toMatchObject({ flags: 2, hidden: false });
    expect((await admin.post(`${image}/flag`)).json()).toMatchObject({ flags: 3, hidden: true, flaggedByMe: true });
    expect((await admin.get(image)).statusCode).toBe(410);
    expect((await people[1]?.post(`${image}/restore`))?.statusCode).toBe(403);
    expect((await admin.post(`${image}/restore`)).json()).toMatchObject({ flags: 0, hidden: false });
    expect((await admin.get('/items/pic/images/7')).statusCode).toBe(404);
  });

  it('gives each person own columns', async () => {
    const server = await start();
    const admin = await setUp(server);
    const ben = await addPerson(server, admin, 'Ben', 'viewer');
    const made = (await admin.post('/columns', { title: 'Gates', query: 'gate' })).json<{ id: string }>();
    expect((await ben.get('/columns')).json()).toEqual({ rows: [] });
    expect((await ben.send('PATCH', `/columns/${made.id}`, { title: 'Mine' })).statusCode).toBe(404);
    expect((await admin.send('PATCH', `/columns/${made.id}`, { query: 'door OR' })).json()).toMatchObject({
      query: 'door OR',
    });
    expect((await admin.send('DELETE', `/columns/${made.id}`)).statusCode).toBe(204);
  });

  it('changes settings of the team, and says how it is', async () => {
    const server = await start();
    const admin = await setUp(server);
    expect((await admin.get('/status')).json()).toMatchObject({ empty: true, items: 0, demo: false });
    expect((await admin.send('PATCH', '/settings', { imageFlagThreshold: 5 })).json()).toMatchObject({
      imageFlagThreshold: 5,
    });
    expect((await admin.send('PATCH', '/settings', { imageFlagThreshold: 0 })).statusCode).toBe(400);
  });

  it('loads the demo world into an empty instance, and removes all of it', async () => {
    const server = await start();
    const admin = await setUp(server);
    const loaded = (await admin.post('/demo')).json<{ items: number; alerts: number }>();
    expect(loaded.items).toBeGreaterThan(100);
    expect(loaded.alerts).toBeGreaterThan(0);
    expect((await admin.post('/demo')).statusCode).toBe(409);
    expect((await admin.get('/columns')).json<Rows<object>>().rows.length).toBeGreaterThan(0);
    expect((await admin.get('/press')).json<{ stories: object[] }>().stories.length).toBeGreaterThan(0);
    expect((await admin.send('DELETE', '/demo')).json<{ items: number }>().items).toBeGreaterThanOrEqual(loaded.items);
    expect((await admin.get('/status')).json()).toMatchObject({ items: 0, openAlerts: 0, demo: false });
  });

  it('is ready while the database answers', async () => {
    const server = await start();
    expect((await server.app.inject({ url: '/readyz', headers: { host: 'localhost' } })).statusCode).toBe(200);
    const metrics = await server.app.inject({ url: '/metrics', headers: { host: 'localhost' } });
    for (const name of [
      'vedette_items_stored_total',
      'vedette_source_failures_total',
      'vedette_queue_age_seconds',
      'nodejs_eventloop_lag_seconds',
    ]) {
      expect(metrics.body).toContain(name);
    }
  });
});
