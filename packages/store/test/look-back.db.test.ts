import type { IngestEntry, LookBackBatch, Store } from '@vedette/store';
import { describeDatabases } from '@vedette/testing/database';
import { expect, it } from 'vitest';
import { anna, caughtBy, entryOf, harbour, minute, noon } from './entries.js';

/** A saved watchlist, and a way to say that its rules caught stored entries. */
async function gates(store: Store) {
  const { id, version } = await store.watchlists.add({ name: 'Gates', rules: [], findings: [] }, anna);
  const batch = (entries: readonly IngestEntry[], rule = 'gate', severity: 'low' | 'high' = 'high'): LookBackBatch => ({
    watchlist: id,
    version,
    found: entries.map(({ item }) => ({ item, matches: [caughtBy(rule, severity, id)] })),
    at: noon + 5 * minute,
  });
  return { id, version, batch };
}

const text = 'join the grey gate tonight at the old harbour';

describeDatabases('looking back', (databases) => {
  it('opens one alert for the copies of a text, once, and puts it on record', async () => {
    const store = await databases.open({ now: () => noon });
    const { hand } = await harbour(store);
    const { id, batch } = await gates(store);
    const entries = [entryOf({ id: 'a', text }), entryOf({ id: 'b', text }), entryOf({ id: 'c', text: 'a quiet day' })];
    await hand(entries);
    const found = batch(entries.slice(0, 2));
    const first = await store.lookBack.commit(found);
    expect(first).toMatchObject({ matches: 2, opened: 1, alerts: [{ copies: 2, severity: 'high', state: 'open' }] });
    expect(await store.lookBack.commit(found)).toEqual({ matches: 0, opened: 0, alerts: [] });
    expect(await store.alerts.openCount()).toBe(1);
    expect((await store.items.detail('a', 'anna'))?.matches).toMatchObject([{ rule: 'gate', watchlistName: 'Gates' }]);
    expect((await store.watchlists.get(id))?.hits).toEqual([
      { rule: 'gate', items7d: 2, decided: 0, falseAlarms: 0, notRelevant: 0 },
    ]);
    const { rows } = await store.record.list({ limit: 5 });
    expect(rows[0]).toMatchObject({
      action: 'alert.opened',
      details: { item: 'a', lookBack: id },
      about: { kind: 'alert', title: text },
    });
    expect(rows.find(({ action }) => action === 'watchlist.added')?.about).toEqual({
      kind: 'watchlist',
      title: 'Gates',
    });
    expect(rows.find(({ action }) => action === 'items.stored')?.about).toEqual({
      kind: 'source',
      title: 'Harbour News',
    });
  });

  it('leaves a decided text decided, and a more severe rule reopens it with the next copy that arrives', async () => {
    const store = await databases.open({ now: () => noon });
    const { hand } = await harbour(store);
    const { id, batch } = await gates(store);
    const entries = [entryOf({ id: 'a', text }), entryOf({ id: 'b', text })];
    const [alert] = (await hand([{ ...entryOf({ id: 'a', text }), matches: [caughtBy('low', 'low', id)] }])).alerts;
    await hand(entries);
    await store.decisions.decide(alert?.id ?? '', { verdict: 'not-relevant', by: anna });
    const result = await store.lookBack.commit(batch(entries));
    expect(result).toMatchObject({ matches: 2, opened: 0 });
    expect(result.alerts).toMatchObject([{ state: 'decided', copies: 2, decision: { verdict: 'not-relevant' } }]);
    const next = await hand([entryOf({ id: 'c', text }, { matches: [caughtBy('gate', 'high', id)] })]);
    expect(next.alerts).toMatchObject([{ state: 'open', copies: 3, severity: 'high' }]);
  });

  it('passes over what was edited or deleted since it was read', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const { batch } = await gates(store);
    const entries = [entryOf({ id: 'a', text }), entryOf({ id: 'b', text: `${text}!` })];
    await hand(entries);
    await hand([
      entryOf({ id: 'a', text: 'a quiet day', editedAt: '2026-03-01T13:00:00Z' }),
      entryOf({ id: 'b', text: '', deletedAt: '2026-03-01T13:00:00Z' }),
    ]);
    expect(await store.lookBack.commit(batch(entries))).toEqual({ matches: 0, opened: 0, alerts: [] });
  });

  it('follows a rule that was changed under its id', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const { id, batch } = await gates(store);
    const entry = entryOf({ id: 'a', text });
    await hand([{ ...entry, matches: [{ ...caughtBy('gate', 'low', id), action: 'count' }] }]);
    expect(await store.alerts.openCount()).toBe(0);
    expect(await store.lookBack.commit(batch([entry]))).toMatchObject({ matches: 0, opened: 1 });
  });

  it('counts what there is to look at, and refuses rules that are not in force', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const { id, batch } = await gates(store);
    const old = entryOf({ id: 'b', publishedAt: '2026-01-01T00:00:00Z' });
    await hand([entryOf({ id: 'a', text }), old]);
    expect(await store.lookBack.count(noon)).toBe(1);
    expect(await store.lookBack.count(0)).toBe(2);
    await expect(store.lookBack.commit({ ...batch([old]), version: 7 })).rejects.toMatchObject({ code: 'conflict' });
    await store.watchlists.remove(id, anna);
    await expect(store.lookBack.commit(batch([old]))).rejects.toMatchObject({ code: 'conflict' });
  });
});
