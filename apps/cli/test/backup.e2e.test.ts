import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@vedette/store';
import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.js';
import { useScratch } from './scratch.js';

const { path } = useScratch();
const options = { version: '0.1.0', now: () => Date.UTC(2026, 10, 24) };

/** A data folder with something in it: a source and what the record says of it. */
async function fill(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir }, options);
  await store.record.append({
    at: Date.UTC(2026, 10, 24),
    actor: { id: 'system', name: 'Vedette' },
    action: 'test.made',
    subject: 'lantern',
    details: { note: 'kept' },
  });
  await store.close();
}

describe('vedette backup and restore', () => {
  it('carry everything from one folder to another, checked on the way', { timeout: 300_000 }, async () => {
    const [data, copy, other] = [path('data'), path('copy'), path('other')];
    await fill(data);

    const backedUp = await cli(['backup', copy, '--data', data]);
    expect(backedUp).toMatchObject({ status: 0, stderr: '' });
    expect(backedUp.lines.length).toBeGreaterThan(1);
    for (const part of backedUp.lines) expect(Object.keys(part)).toEqual(['name', 'rows', 'bytes', 'sha256']);

    const verified = await cli(['restore', copy, '--verify']);
    expect(verified.status).toBe(0);
    expect(verified.lines.map((part) => String(part['name'])).sort()).toEqual(
      backedUp.lines.map((part) => String(part['name'])).sort(),
    );
    expect(existsSync(other)).toBe(false);

    const restored = await cli(['restore', copy, '--data', other]);
    expect(restored.status).toBe(0);
    const record = await cli(['ledger', 'verify', '--data', other]);
    expect(record.lines).toEqual([{ ok: true, size: 1, checkpoints: 1, signed: 0, findings: 0 }]);

    const again = await cli(['backup', copy, '--data', data]);
    expect([again.status, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toMatch(/^vedette: .*empty/imu);
  });

  it(
    'say what to do while a server has the folder, and make nothing where there is none',
    { timeout: 300_000 },
    async () => {
      const data = path('data');
      const store = await openStore({ dataDir: data }, options);
      for (const call of [
        ['backup', path('copy')],
        ['ledger', 'verify'],
        ['restore', path('copy')],
      ]) {
        mkdirSync(path('copy'), { recursive: true });
        const { status, stderr } = await cli([...call, '--data', data]);
        expect([call[0], status]).toEqual([call[0], 1]);
        expect(stderr).toMatch(/in use by process \d+.*stop the server, run this, and start it again/u);
      }
      await store.close();
      expect(await cli(['backup', path('copy'), '--data', path('none')])).toMatchObject({ status: 2 });
      expect(existsSync(path('none'))).toBe(false);
    },
  );

  it('names a part that was changed', { timeout: 300_000 }, async () => {
    const [data, copy] = [path('data'), path('copy')];
    await fill(data);
    await cli(['backup', copy, '--data', data]);
    const part = readdirSync(copy).find((name) => name.endsWith('.gz'));
    writeFileSync(join(copy, part ?? ''), 'changed');
    const { status, stderr } = await cli(['restore', copy, '--verify']);
    expect(status).toBe(1);
    expect(stderr).toContain(part?.split('.')[0]);
  });
});
