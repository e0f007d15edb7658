import { describeDatabases, describeEmbedded } from '@vedette/testing/database';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { day, entryOf, harbour, noon } from './entries.js';

describeEmbedded('upkeep', (databases) => {
  it('counts anew what changed much, and vacuums once a day', async () => {
    let now = noon;
    const store = await databases.open({ now: () => now });
    const { hand } = await harbour(store);
    await hand(Array.from({ length: 120 }, (_, n) => entryOf({ id: `i${n}` })));
    const first = await store.maintain();
    expect(first.analyzed).toEqual(expect.arrayContaining(['bodies', 'items']));
    expect(first.vacuumed).toBe(true);
    const { rows } = await sql<{ rows: number }>`select reltuples as rows from pg_class
      where relname = 'items'`.execute(store.db);
    expect(rows).toEqual([{ rows: 120 }]);

    await hand([entryOf({ id: 'one more' })]);
    expect(await store.maintain()).toEqual({ analyzed: [], vacuumed: false });
    await hand(Array.from({ length: 80 }, (_, n) => entryOf({ id: `later${n}` })));
    expect((await store.maintain()).analyzed).toContain('items');
    now += day;
    expect((await store.maintain()).vacuumed).toBe(true);
  });
});

describeDatabases('after upkeep', (databases) => {
  it('Items are where they were', async () => {
    const store = await databases.open({ now: () => noon });
    const { hand } = await harbour(store);
    await hand(Array.from({ length: 60 }, (_, n) => entryOf({ id: `i${n}`, text: `boat ${n}` })));
    await store.maintain();
    expect((await store.search.page({ q: 'boat', limit: 100, facets: false })).rows).toHaveLength(60);
  });
});
