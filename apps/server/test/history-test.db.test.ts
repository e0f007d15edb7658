import { historyTestSchema, type HistoryTest } from '@vedette/contract';
import { describeDatabases } from '@vedette/testing';
import { expect, it } from 'vitest';
import { addPerson, posts, serverTests, setUp, type Client } from './server-harness.js';

interface Saved {
  readonly id: string;
  readonly version: number;
}

async function tested(client: Client, body: object): Promise<HistoryTest> {
  const answer = await client.post('/watchlists/test', body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return historyTestSchema.parse(answer.json());
}

describeDatabases('a test on history', (databases) => {
  const start = serverTests(databases);

  it('counts copies once, marks places, and compares with the load and with who decides', async () => {
    const server = await start();
    const admin = await setUp(server);
    const ben = await addPerson(server, admin, 'Ben', 'reviewer');
    const rule = { id: 'gate', query: '"grey gate"' };
    await admin.post('/watchlists', { name: 'Gates', rules: [rule] });
    await admin.post('/items', {
      items: posts('Meet at the gr\u200bey gate', 'MEET AT THE GREY GATE', 'a grey gate of iron', 'a quiet day'),
    });
    const before = await tested(admin, { rule, days: 7 });
    expect(before).toMatchObject({ total: 3, texts: 2, scanned: 4, complete: true });
    expect(before.days.length).toBe(7);
    expect(before.days.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(before.days.reduce((sum, { items }) => sum + items, 0)).toBe(4);
    expect(before.days.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(2);
    for (const { text, spans } of before.sample) {
      expect(spans.map(({ start, end }) => text.slice(start, end).replaceAll('\u200b', '').toLowerCase())).toEqual([
        'grey gate',
      ]);
    }
    expect(before.estimate).toEqual({ alerts: 2, days: 1, people: 2, peopleAre: 'allowed', perPersonPerDay: 1 });
    expect((await tested(admin, { rule: { ...rule, action: 'digest' }, days: 7 })).estimate.alerts).toBe(0);

    const [alert] = (await ben.get('/alerts')).json<{ rows: { id: string }[] }>().rows;
    await ben.post(`/alerts/${alert?.id}/decisions`, { verdict: 'not-relevant' });
    expect((await tested(admin, { rule, days: 7 })).estimate).toMatchObject({
      people: 1,
      peopleAre: 'deciding',
      perPersonPerDay: 2,
    });
  });

  it('names near misses by what they lack, and what is gained and lost against the saved rule', async () => {
    const server = await start();
    const admin = await setUp(server);
    const saved = { id: 'gate', query: '"grey gate" join -museum', lang: ['en'] };
    const { id, version } = (await admin.post('/watchlists', { name: 'Gates', rules: [saved] })).json<Saved>();
    await admin.post('/items', {
      items: posts(
        'join the grey gate', // the rule
        'join the grey gate museum', // but for the excluded word
        'a grey gate of iron', // but for join
        'the gate is grey, join us', // but for the place
        'join us for tea', // but for the phrase
        'nothing of the sort',
      ),
    });
    const same = await tested(admin, { rule: saved, days: 1, watchlist: id });
    expect(same.against).toEqual({ version, gained: { count: 0, sample: [] }, lost: { count: 0, sample: [] } });
    expect(
      same.nearMisses.map(({ kind, part, count, sample }) => [kind, part, count, sample.map(({ text }) => text)]),
    ).toEqual([
      ['required', '"grey gate"', 2, expect.arrayContaining(['the gate is grey, join us', 'join us for tea'])],
      ['place', '"grey gate"', 1, ['the gate is grey, join us']],
      ['required', 'join', 1, ['a grey gate of iron']],
      ['excluded', 'museum', 1, ['join the grey gate museum']],
      ['language', 'en', 0, []],
    ]);

    const draft = { id: 'renamed', query: '"grey gate" -join -museum' };
    const changed = await tested(admin, { rule: draft, days: 1, watchlist: id, savedAs: 'gate' });
    expect(changed.against).toMatchObject({
      gained: { count: 1, sample: [{ text: 'a grey gate of iron' }] },
      lost: { count: 1, sample: [{ text: 'join the grey gate' }] },
    });
    expect(await tested(admin, { rule: draft, days: 1, watchlist: id })).not.toHaveProperty('against');
  });

  it('refuses a rule with a mistake, and a watchlist that is not there; runs one whose time is over', async () => {
    const server = await start();
    const admin = await setUp(server);
    await admin.post('/items', { items: posts('a door') });
    const wrong = await admin.post('/watchlists/test', { rule: { id: 'r', query: 'door OR' } });
    expect(wrong.json()).toMatchObject({ error: { code: 'invalid-request', problems: [{ path: 'rule.query' }] } });
    const rule = { id: 'r', query: 'door', until: '2020-01-01' };
    expect((await admin.post('/watchlists/test', { rule, watchlist: 'none' })).statusCode).toBe(404);
    expect((await tested(admin, { rule })).total).toBe(1);
    expect((await admin.post('/watchlists/test', { rule, days: 91 })).statusCode).toBe(400);
  });
});

describeDatabases('watchlists from and to files', (databases) => {
  const start = serverTests(databases);

  it('are made of other lists, with every bad row named, and written as they can be read back', async () => {
    const server = await start();
    const admin = await setUp(server);
    const read = async (body: object) => (await admin.post('/watchlists/read', body)).json<{ rules: object[] }>();
    expect(
      await read({ text: 'grey gate\n# a comment\n#RiverMill\n', format: 'txt', file: 'terms.txt' }),
    ).toMatchObject({
      name: 'terms',
      rules: [{ query: '"grey gate"' }, { query: '#RiverMill' }],
      findings: [],
    });
    const event = {
      Event: {
        info: 'Gates',
        Attribute: [
          { type: 'text', value: 'grey gate' },
          { type: 'sha256', value: 'ff' },
        ],
      },
    };
    expect(await read({ text: JSON.stringify(event), format: 'misp' })).toMatchObject({
      rules: [{ query: '"grey gate"' }],
      findings: [{ level: 'error', line: 1, message: expect.stringContaining('sha256') }],
    });
    const bytes = Buffer.from('\uFEFFname: Doors\nrules:\n  - id: d\n    query: doör\n', 'utf16le');
    const doors = await read({ base64: bytes.toString('base64'), format: 'yaml' });
    expect(doors).toMatchObject({ name: 'Doors', rules: [{ id: 'd', query: 'doör' }] });
    expect(await read({ base64: Buffer.from('no sheet').toString('base64'), format: 'xlsx' })).toMatchObject({
      rules: [],
      findings: [{ level: 'error' }],
    });
    expect((await admin.post('/watchlists/read', { format: 'txt' })).statusCode).toBe(400);
    expect((await admin.post('/watchlists/read', { text: 'a', base64: 'YQ==' })).statusCode).toBe(400);

    const { id } = (await admin.post('/watchlists', { name: 'Doors / ابواب', rules: doors.rules })).json<Saved>();
    for (const format of ['yaml', 'json', 'csv']) {
      const file = await admin.get(`/watchlists/${id}/export?format=${format}`);
      expect(file.headers['content-disposition']).toContain(`filename*=UTF-8''Doors%20%20%20`);
      expect((await read({ text: file.body, format })).rules).toEqual(doors.rules);
    }
    expect((await admin.get('/watchlists/none/export')).statusCode).toBe(404);
  });
});

describeDatabases('known-good texts of a watchlist', (databases) => {
  const start = serverTests(databases);

  it('warn while a rule is edited and when it is saved', async () => {
    const server = await start();
    const admin = await setUp(server);
    const rule = { id: 'gate', query: '"grey gate"' };
    const { id, version } = (await admin.post('/watchlists', { name: 'Gates', rules: [] })).json<Saved>();
    await admin.post('/items', { items: posts('The Grey Gate Museum opens at ten') });
    const [item] = (await admin.get('/search?q=museum')).json<{ rows: { id: string }[] }>().rows;
    const added = await admin.post('/known-good', { watchlist: id, item: item?.id });
    expect(added.json()).toMatchObject({
      watchlist: id,
      text: 'The Grey Gate Museum opens at ten',
      item: item?.id,
      lang: 'en',
    });
    await admin.post('/known-good', { text: 'a gate is grey' });

    const warning = {
      level: 'warning',
      rule: 'gate',
      code: 'known-good',
      params: { text: 'The Grey Gate Museum opens at ten' },
    };
    expect((await admin.post('/watchlists/check', { rules: [rule], watchlist: id })).json()).toMatchObject({
      findings: [warning],
    });
    expect((await admin.post('/watchlists/check', { rules: [rule] })).json()).toEqual({ findings: [] });
    const arabic = { ...rule, lang: ['ar'] };
    expect((await admin.post('/watchlists/check', { rules: [arabic], watchlist: id })).json()).toEqual({
      findings: [],
    });
    const saved = await admin.send('PUT', `/watchlists/${id}`, {
      name: 'Gates',
      rules: [rule],
      enabled: true,
      version,
    });
    expect(saved.json()).toMatchObject({ findings: [warning] });

    const listed = (await admin.get(`/known-good?watchlist=${id}`)).json<{
      rows: { id: string }[];
      versions: object[];
    }>();
    expect(listed.rows.length).toBe(2);
    expect(listed.versions.length).toBe(2);
    const ben = await addPerson(server, admin, 'Ben', 'reviewer');
    expect((await ben.post('/known-good', { text: 'a' })).statusCode).toBe(403);
    expect((await admin.post('/known-good', { text: 'a', item: 'b' })).statusCode).toBe(400);
    expect((await admin.post('/known-good', { item: 'none' })).statusCode).toBe(404);
    for (const row of listed.rows) expect((await admin.send('DELETE', `/known-good/${row.id}`)).statusCode).toBe(204);
    expect((await admin.post('/watchlists/check', { rules: [rule], watchlist: id })).json()).toEqual({ findings: [] });
  });
});
