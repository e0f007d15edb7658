import { describeDatabases } from '@vedette/testing/database';
import { expect, it } from 'vitest';
import { anna, ben, caughtBy, entryOf, harbour, noon } from './entries.js';

describeDatabases('known-good texts', (databases) => {
  it('belong to one watchlist or to all, and each change is a version of its list, on record', async () => {
    let time = noon;
    const store = await databases.open({ now: () => (time += 1000) });
    const { id: gates } = await store.watchlists.add({ name: 'Gates', rules: [], findings: [] }, anna);
    const first = await store.knownGoods.add({ watchlist: gates, text: 'the grey gate museum', note: 'a tour' }, anna);
    const second = await store.knownGoods.add({ watchlist: gates, text: 'a grey gate of iron', item: 'a' }, ben);
    const everywhere = await store.knownGoods.add({ text: 'good morning' }, anna);
    expect([first.version, second.version, everywhere.version]).toEqual([1, 2, 1]);
    await store.knownGoods.remove(first.id, ben);

    expect(await store.knownGoods.list(undefined)).toEqual([everywhere]);
    expect(await store.knownGoods.list(gates)).toEqual([everywhere, second]);
    expect(second).toMatchObject({ watchlist: gates, text: 'a grey gate of iron', item: 'a', addedBy: 'Ben' });
    expect(await store.knownGoods.versions(gates)).toMatchObject([
      { watchlist: gates, version: 3, by: 'Ben', change: 'removed', text: 'the grey gate museum' },
      { version: 1, by: 'Anna', change: 'added', text: 'good morning' },
      { watchlist: gates, version: 2, by: 'Ben', change: 'added', text: 'a grey gate of iron' },
      { watchlist: gates, version: 1, by: 'Anna', change: 'added', text: 'the grey gate museum' },
    ]);
    const { rows } = await store.record.list({ limit: 10 });
    const removed = rows.find(({ action }) => action === 'known-good.removed');
    expect(removed).toMatchObject({
      subject: first.id,
      details: { version: 3, watchlist: gates, name: 'Gates', by: 'Ben' },
    });
    expect(JSON.stringify(rows)).not.toContain('museum');
  });

  it('are not taken twice into one list, nor removed twice, and need a watchlist that is there', async () => {
    const store = await databases.open();
    const added = await store.knownGoods.add({ text: 'good morning' }, anna);
    await expect(store.knownGoods.add({ text: 'good morning' }, ben)).rejects.toMatchObject({ code: 'conflict' });
    await expect(store.knownGoods.add({ watchlist: 'none', text: 'a' }, ben)).rejects.toMatchObject({
      code: 'not-found',
    });
    await store.knownGoods.remove(added.id, anna);
    await expect(store.knownGoods.remove(added.id, anna)).rejects.toMatchObject({ code: 'not-found' });
    expect(await store.knownGoods.add({ text: 'good morning' }, ben)).toMatchObject({ version: 3 });
  });
});

describeDatabases('what rules found', (databases) => {
  it('counts hits of all Items, and what was decided of their alerts', async () => {
    const store = await databases.open({ now: () => noon });
    const { id } = await store.watchlists.add({ name: 'Gates', rules: [], findings: [] }, anna);
    const { hand } = await harbour(store);
    const caught = (item: string) =>
      entryOf({ id: item, text: `grey gate ${item}` }, { matches: [caughtBy('gate', 'high', id)] });
    const { alerts } = await hand([caught('a'), caught('b'), caught('c'), caught('d'), entryOf({ id: 'e' })]);
    const [first, second, third] = alerts;
    await store.decisions.decide(first?.id ?? '', { verdict: 'false-alarm', by: anna });
    await store.decisions.decide(second?.id ?? '', { verdict: 'not-relevant', by: anna });
    const taken = await store.decisions.decide(third?.id ?? '', { verdict: 'false-alarm', by: ben });
    await store.decisions.undo(taken.id, ben);
    expect(await store.watchlists.get(id)).toMatchObject({
      items7d: 5,
      hits: [{ rule: 'gate', items7d: 4, decided: 2, falseAlarms: 1, notRelevant: 1 }],
    });
    const load = await store.watchlists.load(noon - 86_400_000);
    expect(load.alerts).toEqual(new Map([['2026-03-01', 4]]));
    // Anna and Ben decided, but have no account here.
    expect(load).toMatchObject({ deciding: 0, allowed: 0 });
  });
});
