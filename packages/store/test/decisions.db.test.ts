import { parseCheckpoint, verifyRecord } from '@vedette/ledger';
import { describeDatabases, type TestDatabases } from '@vedette/testing/database';
import { expect, it } from 'vitest';
import { anna, ben, caughtBy, entryOf, harbour, noon } from './entries.js';

async function withAlerts(databases: TestDatabases, count: number, clock = { now: noon }) {
  const store = await databases.open({ now: () => clock.now });
  const { hand } = await harbour(store);
  const { alerts } = await hand(
    Array.from({ length: count }, (_, n) =>
      entryOf({ id: `p${n}`, text: `boat number ${n} leaves the harbour` }, { matches: [caughtBy('boat')] }),
    ),
  );
  return { store, hand, clock, ids: alerts.map(({ id }) => id) };
}

describeDatabases('a decision', (databases) => {
  it('settles an alert once; a colleague who comes second is told', async () => {
    const { store, ids } = await withAlerts(databases, 1);
    const [id = ''] = ids;
    const both = await Promise.allSettled([
      store.decisions.decide(id, { verdict: 'protected', by: anna }),
      store.decisions.decide(id, { verdict: 'false-alarm', by: ben }),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({
      reason: { code: 'conflict', message: 'Anna decided this first: protected. Load it again to see it' },
    });
    expect(await store.alerts.openCount()).toBe(0);
    await expect(store.decisions.decide('nobody', { verdict: 'protected', by: anna })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('can be taken back for ten seconds by who took it, and both stay on record', async () => {
    const { store, ids, clock } = await withAlerts(databases, 2);
    const [first = '', second = ''] = ids;
    const decision = await store.decisions.decide(first, { verdict: 'false-alarm', by: anna });
    const late = await store.decisions.decide(second, { verdict: 'false-alarm', by: anna });
    await expect(store.decisions.undo(decision.id, ben)).rejects.toMatchObject({ code: 'forbidden' });
    clock.now += 10_000;
    expect((await store.decisions.undo(decision.id, anna)).undoneAt).toBe(new Date(clock.now).toISOString());
    await expect(store.decisions.undo(decision.id, anna)).rejects.toMatchObject({ code: 'conflict' });
    clock.now += 1;
    await expect(store.decisions.undo(late.id, anna)).rejects.toMatchObject({ code: 'too-late' });
    expect(await store.alerts.get(first)).toMatchObject({ state: 'open' });
    const { rows } = await store.record.list({ limit: 10 });
    expect(rows.map(({ action }) => action).slice(0, 3)).toEqual(['decision.undone', 'alert.decided', 'alert.decided']);
    expect((await store.decisions.list({ limit: 1 })).rows[0]?.id).toBe(late.id);
  });

  it('is previewed and taken in bulk, leaving what a colleague decided', async () => {
    const { store, ids } = await withAlerts(databases, 3);
    await store.decisions.decide(ids[0] ?? '', { verdict: 'escalated', by: ben });
    await store.decisions.decide(ids[1] ?? '', { verdict: 'protected', by: ben });
    expect(await store.decisions.preview(ids)).toEqual({
      alerts: 2,
      items: 2,
      alreadyDecided: 1,
      severities: { medium: 2 },
    });
    const result = await store.decisions.decideMany(ids, { verdict: 'not-relevant', by: anna });
    expect([result.decisions.length, result.alreadyDecided]).toEqual([2, [ids[1]]]);
  });

  it('stands in a record that nobody can change unseen', async () => {
    const { store, ids } = await withAlerts(databases, 1);
    await store.decisions.decide(ids[0] ?? '', { verdict: 'false-alarm', by: anna });
    const checkpoint = parseCheckpoint(await store.record.checkpoint());
    const entries = [];
    for await (const batch of store.record.entries()) entries.push(...batch);
    expect(await verifyRecord(entries, { checkpoints: [checkpoint] })).toEqual({
      ok: true,
      size: entries.length,
      findings: [],
    });
    await store.db.updateTable('record_entries').set({ actor: 'ben' }).where('action', '=', 'alert.decided').execute();
    const after = [];
    for await (const batch of store.record.entries()) after.push(...batch);
    const { ok, findings } = await verifyRecord(after, { checkpoints: [checkpoint] });
    expect([ok, findings[0]?.kind, findings[0]?.index]).toEqual([false, 'changed', entries.at(-1)?.index]);
  });
});
