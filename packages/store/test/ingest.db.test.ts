import { describeDatabases } from '@vedette/testing/database';
import { expect, it } from 'vitest';
import { anna, caughtBy, entryOf, harbour, noon } from './entries.js';

describeDatabases('a batch', (databases) => {
  it('is stored once, however often it is handed in', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const batch = [entryOf({ id: 'a' }), entryOf({ id: 'b', text: 'the harbour opens' })];
    const first = await hand(batch);
    expect(first.stored.map(({ summary, change }) => [summary.id, change])).toEqual([
      ['a', 'new'],
      ['b', 'new'],
    ]);
    const second = await hand(batch);
    expect(second).toEqual({ stored: [], known: ['a', 'b'], alerts: [] });
    expect(await store.items.count()).toBe(2);
  });

  it('keeps what a text column cannot hold', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const text = 'zero \u0000 and half \ud83d of a pair, \'quoted\' \\ "twice"';
    await hand([entryOf({ id: 'odd', text, title: 'odd \u0000' })]);
    expect((await store.items.get('odd'))?.item.text).toBe(text);
    expect((await store.search.page({ q: 'quoted', limit: 5, facets: false })).rows.map(({ id }) => id)).toEqual([
      'odd',
    ]);
  });

  it('takes an edit in place of what stood there, and knows both afterwards', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const before = entryOf({ id: 'a', text: 'the harbour opens at noon' });
    const after = entryOf({ id: 'a', text: 'the harbour opens at two', editedAt: '2026-03-01T13:00:00Z' });
    await hand([before]);
    expect((await hand([after])).stored[0]?.change).toBe('edited');
    expect((await hand([before, after])).known).toEqual(['a', 'a']);
    expect((await store.items.get('a'))?.item.text).toBe('the harbour opens at two');
    const find = async (q: string) => (await store.search.page({ q, limit: 5, facets: false })).rows.length;
    expect([await find('noon'), await find('two'), await find('is:edited')]).toEqual([0, 1, 1]);
  });

  it('marks a deletion and keeps what stood there', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    await hand([entryOf({ id: 'a', text: 'the harbour opens' })]);
    const deletion = entryOf({ id: 'a', text: '', deletedAt: '2026-03-01T13:00:00Z' });
    expect((await hand([deletion])).stored[0]?.change).toBe('deleted');
    const kept = await store.items.get('a');
    expect([kept?.item.text, kept?.item.deletedAt]).toEqual(['the harbour opens', '2026-03-01T13:00:00Z']);
    expect((await store.search.page({ q: 'harbour is:deleted', limit: 5, facets: false })).rows).toHaveLength(1);
  });

  it('shares a transaction with batches of other sources, each with its own cursor, counts and place in the record', async () => {
    const store = await databases.open();
    const first = await harbour(store);
    const second = await harbour(store);
    const at = noon + 60_000;
    const [ours, theirs] = [{ id: first.source.id }, { id: second.source.id }];
    const result = await store.ingest.commit(
      { source: ours, cursor: 1, entries: [entryOf({ id: 'a' }), entryOf({ id: 'b' })], rejected: [], at },
      { source: theirs, cursor: 2, entries: [entryOf({ id: 'b' }), entryOf({ id: 'c' })], rejected: [], at },
    );
    expect([result.stored.map(({ summary }) => summary.id), result.known]).toEqual([['a', 'b', 'c'], ['b']]);
    const kept = await Promise.all([ours, theirs].map(({ id }) => store.sources.runnableOne(id)));
    expect(kept.map((one) => [one?.cursor, one?.source.items])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    const { rows } = await store.record.list({ limit: 2 });
    expect(rows.map(({ subject, details }) => [subject, details['count']])).toEqual([
      [theirs.id, 1],
      [ours.id, 2],
    ]);
  });

  it('is all or nothing where one of several sources was removed', async () => {
    const store = await databases.open();
    const { source } = await harbour(store);
    const gone = await harbour(store);
    await store.sources.remove(gone.source.id, { items: false }, anna);
    const batch = { entries: [entryOf({ id: 'a' })], rejected: [], at: noon };
    await expect(
      store.ingest.commit({ source, ...batch }, { source: gone.source, ...batch, entries: [entryOf({ id: 'b' })] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await store.items.count()).toBe(0);
  });

  it('commits cursor, rejected inputs and counts with its Items', async () => {
    const store = await databases.open();
    const { source, hand } = await harbour(store);
    const rejected = [{ where: 'line 3', reason: 'no JSON object', sample: '{"broken' }];
    await hand([entryOf({ id: 'a' })], { cursor: { etag: 'x' }, rejected });
    expect((await store.sources.runnableOne(source.id))?.cursor).toEqual({ etag: 'x' });
    expect(await store.sources.get(source.id)).toMatchObject({ items: 1, quarantined: 1 });
    const { rows, total } = await store.quarantine.list({ limit: 10 });
    expect(rows[0]).toMatchObject({ where: 'line 3', reason: 'no JSON object', sourceTitle: 'Harbour News' });
    expect(total).toEqual({ value: 1, exact: true });
    await store.quarantine.dismiss(rows[0]?.id ?? '', anna);
    expect(await store.quarantine.count()).toBe(0);
  });

  it('is refused for a source that was removed', async () => {
    const store = await databases.open();
    const { source, hand } = await harbour(store);
    await store.sources.remove(source.id, { items: false }, anna);
    await expect(hand([entryOf({ id: 'a' })])).rejects.toMatchObject({ code: 'not-found' });
  });
});

describeDatabases('an alert', (databases) => {
  it('gathers the copies of one text, with its priority worked out', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const text = 'join the grey gate tonight at the old harbour';
    const elsewhere = { source: { kind: 'feed' as const, id: 'other-paper' } };
    const { alerts } = await hand([
      entryOf({ id: 'a', text }, { matches: [caughtBy('gate', 'high')] }),
      entryOf({ id: 'b', text: text.toUpperCase(), ...elsewhere }, { matches: [caughtBy('gate', 'high')] }),
    ]);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ copies: 2, sources: 2, state: 'open', severity: 'high', lead: { id: 'a' } });
    expect(alerts[0]?.priority).toEqual({
      score: 72,
      parts: [
        { name: 'severity', points: 60 },
        { name: 'copies', points: 4 },
        { name: 'sources', points: 8 },
        { name: 'disguise', points: 0 },
      ],
    });
    expect(await store.alerts.openCount()).toBe(1);
  });

  it('does not gather texts that say nothing', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const pictures = ['a', 'b'].map((id) => entryOf({ id, text: '' }, { matches: [caughtBy('has', 'low')] }));
    expect((await hand(pictures)).alerts).toHaveLength(2);
  });

  it('takes a copy of a decided text as decided, unless a more severe rule caught it', async () => {
    const store = await databases.open({ now: () => noon });
    const { hand } = await harbour(store);
    const text = 'join the grey gate tonight at the old harbour';
    const [alert] = (await hand([entryOf({ id: 'a', text }, { matches: [caughtBy('gate')] })])).alerts;
    await store.decisions.decide(alert?.id ?? '', { verdict: 'not-relevant', by: anna });
    const same = await hand([entryOf({ id: 'b', text }, { matches: [caughtBy('gate'), caughtBy('other')] })]);
    expect(same.alerts[0]).toMatchObject({ state: 'decided', copies: 2, decision: { verdict: 'not-relevant' } });
    const worse = await hand([entryOf({ id: 'c', text }, { matches: [caughtBy('worse', 'critical')] })]);
    expect(worse.alerts[0]).toMatchObject({ state: 'open', copies: 3, severity: 'critical' });
    expect(worse.alerts[0]?.decision).toBeUndefined();
  });

  it('can be narrowed and paged', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const severities = ['low', 'medium', 'high', 'critical'] as const;
    await hand(
      Array.from({ length: 12 }, (_, n) =>
        entryOf(
          { id: `p${n}`, text: `different text number ${n} about boats`, lang: n % 2 === 0 ? 'en' : 'fr' },
          { matches: [caughtBy(`r${n % 3}`, severities[n % 4])] },
        ),
      ),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.alerts.list({ state: 'open', order: 'priority', limit: 5, cursor });
      expect(page.total).toEqual({ value: 12, exact: true });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(12);
    const narrow = await store.alerts.list({
      state: 'open',
      order: 'newest',
      limit: 50,
      lang: 'fr',
      rule: 'r1',
      severity: 'medium',
    });
    expect(narrow.rows.map(({ lead }) => lead.id)).toEqual(['p1']);
    await expect(
      store.alerts.list({ state: 'open', order: 'newest', limit: 5, cursor: 'made-up' }),
    ).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
