import {
  createSigner,
  hashesOfTiles,
  type KeptEntry,
  openNote,
  parseCheckpoint,
  parseVerifier,
  tilePath,
  tilesOf,
  verifyRecord,
  verifyTiles,
} from '@vedette/ledger';
import type { Store } from '@vedette/store';
import { describeDatabases } from '@vedette/testing/database';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { anna, ben, minute, noon } from './entries.js';

const signer = createSigner('record.example');
const verifier = parseVerifier(signer.verifierKey);

async function fill(store: Store, count: number): Promise<void> {
  await store.record.append(
    ...Array.from({ length: count }, (_, n) => ({
      at: noon + n * minute,
      actor: n % 2 === 0 ? anna : ben,
      action: n % 3 === 0 ? 'alert.decided' : 'source.added',
      subject: `subject-${n}`,
      details: { n, note: `note ${n}` },
    })),
  );
}

async function entriesOf(store: Store): Promise<KeptEntry[]> {
  const entries: KeptEntry[] = [];
  for await (const batch of store.record.entries()) entries.push(...batch);
  return entries;
}

/** The tiles as a folder holds them that was written before somebody laid hands on the database. */
async function publishedTiles(store: Store, size: number): Promise<ReadonlyMap<string, Buffer>> {
  const tiles = new Map<string, Buffer>();
  for (const place of tilesOf(size)) tiles.set(tilePath(place), (await store.record.tile(place)) ?? Buffer.alloc(0));
  return tiles;
}

describeDatabases('the record', (databases) => {
  it('gives its tiles, and they are those of its checkpoint', async () => {
    const store = await databases.open({ now: () => noon });
    await fill(store, 300);
    await fill(store, 300);
    const { size, note } = await store.record.seal(signer);
    const { text, signedBy } = openNote(note, [verifier]);
    expect([size, signedBy, text]).toEqual([600, ['record.example'], await store.record.checkpoint()]);
    const findings = [];
    for await (const finding of verifyTiles((place) => store.record.tile(place), parseCheckpoint(note)))
      findings.push(finding);
    expect(findings).toEqual([]);
    expect(await store.record.tile({ level: 0, n: 2, width: 89 })).toBeUndefined();
  });

  it('is signed once for each state, and anew by another key', async () => {
    const store = await databases.open({ now: () => noon });
    await fill(store, 3);
    const first = await store.record.seal(createSigner('other.example'));
    const again = await store.record.seal(signer);
    expect(again.note).not.toBe(first.note);
    expect(await store.record.seal(signer)).toEqual(again);
    await fill(store, 1);
    await store.record.seal(signer);
    expect((await store.record.sealed()).map(({ size, at }) => [size, at])).toEqual([
      [3, new Date(noon).toISOString()],
      [4, new Date(noon).toISOString()],
    ]);
  });

  it('keeps each signed state for a day, and of older ones the last of each hour', async () => {
    const clock = { now: noon };
    const store = await databases.open({ now: () => clock.now });
    for (const minutes of [0, 10, 20, 70, 80, 24 * 60 + 30, 24 * 60 + 200]) {
      clock.now = noon + minutes * minute;
      await fill(store, 1);
      await store.record.seal(signer);
    }
    expect((await store.record.sealed()).map(({ size }) => size)).toEqual([3, 5, 6, 7]);
  });

  it('is never older than what came before, whatever the clock says', async () => {
    const store = await databases.open({ now: () => noon });
    await fill(store, 3);
    await store.record.append({ at: noon - 60 * minute, actor: anna, action: 'a', subject: 's', details: {} });
    const { rows } = await store.record.list({ limit: 2 });
    expect(rows.map(({ at }) => at)).toEqual(
      [noon + 2 * minute, noon + 2 * minute].map((at) => new Date(at).toISOString()),
    );
  });

  it('loses what an entry says when asked to, and stays provable', async () => {
    const store = await databases.open({ now: () => noon });
    await fill(store, 5);
    const { note } = await store.record.seal(signer);
    await store.record.erase({ entries: [3, 1], reason: 'asked for by the person', by: anna });
    const { rows } = await store.record.list({ limit: 10 });
    expect(rows.map(({ index, actor, erased }) => [index, actor, erased])).toEqual([
      [5, 'anna', undefined],
      [4, 'anna', undefined],
      [3, '', true],
      [2, 'anna', undefined],
      [1, '', true],
      [0, 'anna', undefined],
    ]);
    expect(rows[0]).toMatchObject({
      action: 'record.erased',
      details: { entries: [1, 3], reason: 'asked for by the person' },
    });
    const { rows: raw } = await sql`select * from record_entries where index in (1, 3)`.execute(store.db);
    expect(JSON.stringify(raw)).not.toMatch(/ben|subject-|note/u);
    expect(await verifyRecord(await entriesOf(store), { checkpoints: [parseCheckpoint(note)] })).toMatchObject({
      ok: true,
    });
  });

  it('refuses to erase what is not there, what says what was erased, and nothing at all', async () => {
    const store = await databases.open({ now: () => noon });
    await fill(store, 2);
    await store.record.erase({ entries: [0], reason: 'r', by: anna });
    const refused = async (...entries: readonly number[]) =>
      await store.record.erase({ entries, reason: 'r', by: anna }).then(
        () => 'erased',
        ({ message }: Error) => message,
      );
    expect(await refused(1, 9)).toBe('There is no entry 9 in the record');
    expect(await refused(2)).toBe('Entry 2 says what was erased, and stays');
    expect(await refused()).toBe('Between one and 1000 entries can be erased at once');
    expect(await store.record.list({ limit: 1 })).toMatchObject({ total: { value: 3 } });
  });

  it('is found out, and the entry named, however it is tampered with', async () => {
    const store = await databases.open({ now: () => noon });
    await fill(store, 24);
    const early = await store.record.seal(signer);
    await fill(store, 24);
    const late = await store.record.seal(signer);
    const tiles = await publishedTiles(store, late.size);
    const leaf = hashesOfTiles(async (place) => tiles.get(tilePath(place)), late.size);
    const published = async (index: number) => Buffer.from(await leaf(0, index, 1)).toString('hex');
    const checkpoints = [early, late].map(({ note }) => parseCheckpoint(note));
    await sql`create table record_copy as select * from record_entries`.execute(store.db);

    const missed: string[] = [];
    let tried = 0;
    for (const index of [0, 7, 12, 23, 24, 30, 46])
      for (const [what, statements] of Object.entries(tamperings(index))) {
        for (const statement of statements) await sql.raw(statement).execute(store.db);
        const { ok, findings } = await verifyRecord(await entriesOf(store), { checkpoints, published });
        if (ok || !findings.some((finding) => finding.index === index)) missed.push(`${what} ${index}`);
        await sql`delete from record_entries`.execute(store.db);
        await sql`insert into record_entries select * from record_copy`.execute(store.db);
        tried += 1;
      }
    await sql`drop table record_copy`.execute(store.db);
    expect({ missed, enough: tried >= 100 }).toEqual({ missed: [], enough: true });
    expect(await verifyRecord(await entriesOf(store), { checkpoints, published })).toMatchObject({ ok: true });
  });
});

/** What somebody with the database's password may do to an entry, by what it is. */
function tamperings(index: number): Readonly<Record<string, readonly string[]>> {
  const set = (...columns: readonly string[]) =>
    `update record_entries set ${columns.join(', ')} where index = ${index}`;
  const long = "repeat('ab', 32)";
  const elsewhere = index === 12 ? 13 : 12;
  const copied = ['actor', 'subject', 'details', 'action', 'at', 'salt', 'commitment', 'leaf_hash'];
  return {
    'another actor': [set("actor = 'carla'")],
    'another subject': [set("subject = 'other'")],
    'other details': [set(`details = '{"n":-1}'`)],
    'another action': [set("action = 'alert.reopened'")],
    'another salt': [set(`salt = ${long}`)],
    'another commitment': [set(`commitment = ${long}`)],
    'another hash': [set(`leaf_hash = ${long}`)],
    'dated back': [set("at = '2020-01-01T00:00:00.000Z'")],
    'dated forward': [set("at = '2030-01-01T00:00:00.000Z'")],
    'dated back, with another hash': [set("at = '2020-01-01T00:00:00.000Z'", `leaf_hash = ${long}`)],
    'erased in silence': [set('actor = null', 'subject = null', 'details = null', 'salt = null')],
    'content without its salt': [set('salt = null')],
    'made to look like an old entry': [set('commitment = null', 'salt = null')],
    dropped: [`delete from record_entries where index = ${index}`],
    'cut off from here': [`delete from record_entries where index >= ${index}`],
    'put at the end': [set(`index = 1000`)],
    'changed places with the next': [
      set('index = -1'),
      `update record_entries set index = ${index} where index = ${index + 1}`,
      `update record_entries set index = ${index + 1} where index = -1`,
    ],
    'overwritten with another': [
      `update record_entries a set ${copied.map((column) => `${column} = b.${column}`).join(', ')}
        from record_entries b where a.index = ${index} and b.index = ${elsewhere}`,
    ],
  };
}
