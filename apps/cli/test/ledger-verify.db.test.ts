import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createSigner, tilePath, tilesOf } from '@vedette/ledger';
import { describeEmbedded } from '@vedette/testing/database';
import type { Store } from '@vedette/store';
import { expect, it } from 'vitest';
import { cli } from './run-cli.js';

const signer = createSigner('record.example');
const by = { id: 'anna', name: 'Anna' };

describeEmbedded('vedette ledger', (databases) => {
  /** A data folder with five signed entries, published as the server publishes them; then whatever `tamper` does. */
  async function dataWith(tamper?: (store: Store) => Promise<unknown>): Promise<string> {
    const location = await databases.locate();
    if (!('dataDir' in location)) throw new TypeError('an embedded database lies in a folder');
    const { dataDir } = location;
    const store = await databases.open({ location });
    await store.record.append(
      ...Array.from({ length: 5 }, (_, n) => ({
        at: n,
        actor: by,
        action: 'alert.decided',
        subject: `alert-${String(n)}`,
        details: {},
      })),
    );
    const { size, note } = await store.record.seal(signer);
    const files = new Map<string, string | Buffer>([
      ['record-key.pub', signer.verifierKey],
      ['record/checkpoint', note],
    ]);
    for (const place of tilesOf(size))
      files.set(`record/${tilePath(place)}`, (await store.record.tile(place)) ?? Buffer.alloc(0));
    for (const [name, content] of files) {
      await mkdir(dirname(join(dataDir, name)), { recursive: true });
      await writeFile(join(dataDir, name), content);
    }
    await tamper?.(store);
    await store.close();
    return dataDir;
  }

  it('verify finds nothing wrong with a record that is whole', async () => {
    const data = await dataWith();
    const { status, lines } = await cli(['ledger', 'verify', '--data', data]);
    expect([status, lines]).toEqual([0, [{ ok: true, size: 5, checkpoints: 3, signed: 2, findings: 0 }]]);
  });

  it('verify names what was changed, and a checkpoint that was not signed so', async () => {
    const changed = await dataWith(({ db }) =>
      db.updateTable('record_entries').set({ actor: 'ben' }).where('index', '=', 3).execute(),
    );
    const said = await cli(['ledger', 'verify', '--data', changed]);
    expect([said.status, said.lines[0]]).toEqual([
      1,
      { ok: false, kind: 'changed', index: 3, message: 'entry 3 was changed after it was written' },
    ]);
    const forged = await dataWith(async ({ db, record }) => {
      const note = (await record.seal(signer)).note.replace('vedette/record', 'vedette/recerd');
      await db.updateTable('record_checkpoints').set({ note }).execute();
    });
    const unsigned = await cli(['ledger', 'verify', '--data', forged]);
    expect([unsigned.status, unsigned.lines[0]]).toMatchObject([1, { kind: 'signature', index: 5 }]);
  });

  it('verify takes no state that a stranger signed, nor a record without one', async () => {
    const stranger = createSigner('record.example');
    const resigned = await dataWith(async ({ db, record }) => {
      await db.deleteFrom('record_checkpoints').execute();
      await record.seal(stranger);
    });
    const said = await cli(['ledger', 'verify', '--data', resigned]);
    expect([said.status, said.lines[0]]).toMatchObject([1, { kind: 'signature', index: 5 }]);
    const key = join(resigned, 'other.pub');
    await writeFile(key, stranger.verifierKey);
    const known = ['--key', join(resigned, 'record-key.pub'), key];
    expect((await cli(['ledger', 'verify', '--data', resigned, ...known])).status).toBe(0);

    const unsigned = await dataWith(({ db }) => db.deleteFrom('record_checkpoints').execute());
    await rm(join(unsigned, 'record'), { recursive: true });
    const none = await cli(['ledger', 'verify', '--data', unsigned]);
    expect([none.status, none.lines[0]]).toMatchObject([1, { message: 'there is a key, and no state that it signed' }]);
  });

  it('check-tiles needs the published folder alone', async () => {
    const data = await dataWith();
    const [folder, key] = [join(data, 'record'), join(data, 'record-key.pub')];
    const whole = await cli(['ledger', 'check-tiles', folder, '--key', key]);
    expect([whole.status, whole.lines]).toEqual([0, [{ path: folder, ok: true, size: 5, signature: 'holds' }]]);
    await writeFile(join(folder, 'tile/entries/000.p/5'), 'x');
    const damaged = await cli(['ledger', 'check-tiles', folder]);
    expect([damaged.status, damaged.lines[0]]).toMatchObject([1, { path: 'tile/entries/000.p/5', ok: false }]);
    const stranger = join(data, 'other.pub');
    await writeFile(stranger, createSigner('record.example').verifierKey);
    const wrongKey = await cli(['ledger', 'check-tiles', folder, '--key', stranger]);
    expect([wrongKey.status, wrongKey.lines[0]]).toMatchObject([1, { path: 'checkpoint', ok: false }]);
  });
});
