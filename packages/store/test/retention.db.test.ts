import { describeDatabases } from '@vedette/testing/database';
import { expect, it } from 'vitest';
import { anna, caughtBy, day, entryOf, harbour, minute, noon } from './entries.js';

describeDatabases('retention', (databases) => {
  it('goes by the days of the source, or by those of the team where it has none', async () => {
    const store = await databases.open({ now: () => noon });
    await store.settings.saveTeam({ retentionDays: 30 }, anna);
    const brief = await harbour(store, { retentionDays: 2 });
    const usual = await harbour(store);
    await brief.hand([entryOf({ id: 'brief' })], { at: noon });
    await usual.hand([entryOf({ id: 'usual' })], { at: noon });
    const left = async () => (await store.search.page({ q: '', limit: 5, facets: false })).rows.map(({ id }) => id);

    expect(await store.retention.run(noon + 2 * day)).toEqual({ items: 0, kept: 0 });
    expect(await store.retention.run(noon + 2 * day + minute)).toEqual({ items: 1, kept: 0 });
    expect(await left()).toEqual(['usual']);
    expect(await store.retention.run(noon + 30 * day)).toEqual({ items: 0, kept: 0 });
    expect(await store.retention.run(noon + 30 * day + minute)).toEqual({ items: 1, kept: 0 });
    expect(await left()).toEqual([]);
    expect(await store.items.count()).toBe(0);
  });

  it('keeps what a decision rests on, lets false alarms go, and is recorded', async () => {
    const store = await databases.open({ now: () => noon });
    const { hand } = await harbour(store, { retentionDays: 1 });
    const verdicts = ['protected', 'escalated', 'false-alarm', 'not-relevant'] as const;
    const { alerts } = await hand([
      ...verdicts.map((verdict) =>
        entryOf({ id: verdict, text: `${verdict}: a boat leaves the harbour` }, { matches: [caughtBy('boat')] }),
      ),
      entryOf({ id: 'open', text: 'nobody has looked at this boat' }, { matches: [caughtBy('boat')] }),
      entryOf({ id: 'plain' }),
    ]);
    for (const [index, verdict] of verdicts.entries())
      await store.decisions.decide(alerts[index]?.id ?? '', { verdict, by: anna });

    expect(await store.retention.run(noon + 2 * day)).toEqual({ items: 4, kept: 2 });
    const { rows } = await store.search.page({ q: '', limit: 9, facets: false });
    expect(rows.map(({ id }) => id).sort()).toEqual(['escalated', 'protected']);
    expect(await store.alerts.openCount()).toBe(0);
    // The decisions stay on record, also those about Items that went.
    expect((await store.decisions.list({ limit: 9 })).rows).toHaveLength(4);
    expect((await store.record.list({ limit: 1 })).rows[0]).toMatchObject({
      action: 'retention.ran',
      details: { items: 4, kept: 2 },
    });
  });
});
