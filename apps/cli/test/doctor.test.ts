import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { checkClock } from '../src/checks/clock-sane.js';
import { checkFonts } from '../src/checks/fonts-bundled.js';
import { checkNode } from '../src/checks/node-version.js';
import { checkPort } from '../src/checks/port-free.js';
import { cli } from './run-cli.js';
import { useScratch } from './scratch.js';

const { put, path } = useScratch();

describe('vedette doctor', () => {
  it('checks Node, disk, database, port, clock and fonts, and names the fix of what fails', async () => {
    const { status, lines } = await cli(['doctor', '--port', '0', '--data', path('none')]);
    expect(lines.map((line) => line['check'])).toEqual(['node', 'disk', 'database', 'port', 'clock', 'fonts']);
    for (const line of lines) expect(line['ok'] === true ? line['detail'] : line['fix']).toMatch(/\S/u);
    expect(status).toBe(lines.every((line) => line['ok'] === true) ? 0 : 1);
  });

  it('is not content with a data folder that cannot be made', async () => {
    const { status, lines } = await cli(['doctor', '--port', '0', '--data', path('a/b')]);
    const made = put('file', '');
    const below = await cli(['doctor', '--port', '0', '--data', `${made}/data`]);
    expect(lines.find((line) => line['check'] === 'database')).toMatchObject({ ok: true });
    expect(below.lines.find((line) => line['check'] === 'database')).toMatchObject({
      ok: false,
      fix: expect.stringContaining('--data DIR'),
    });
    expect([status, below.status]).toEqual([0, 1]);
  });

  it('shows a person one line for each check', async () => {
    const call = ['doctor', '--port', '0', '--data', path('none')];
    const { stdout } = await cli(call, { terminal: true, env: { NO_COLOR: '' } });
    expect(stdout).toMatch(/ok.*node +Node \d+/u);
  });
});

describe('the checks', () => {
  it.each([
    ['18.20.0', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['24.1.0', true],
  ])('Node %s: %s', (version, ok) => {
    const check = checkNode(version);
    expect(check.ok).toBe(ok);
    expect(check.fix?.includes('20.19')).toBe(ok ? undefined : true);
  });

  it('a clock that went back to 1970 is told, and how to set it', () => {
    expect(checkClock(0)).toMatchObject({ ok: false, fix: expect.stringContaining('timedatectl') });
    expect(checkClock(Date.UTC(2027, 1, 1))).toMatchObject({ ok: true });
  });

  it('a port that another program has is told, and how to choose another', async () => {
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const target = { host: '127.0.0.1', port, dataDir: '', databaseUrl: undefined, now: 0 };
    expect(await checkPort(target)).toMatchObject({ ok: false, fix: expect.stringContaining('--port N') });
    await new Promise((resolve) => {
      other.close(resolve);
    });
    expect(await checkPort(target)).toMatchObject({ ok: true });
  });

  it('fonts that are missing are named', async () => {
    put('dist/assets/noto-sans-latin-wght-normal-x.woff2', 'font');
    expect(await checkFonts(path('dist'))).toMatchObject({ ok: false, detail: expect.stringContaining('arabic') });
    expect(await checkFonts(path('none'))).toMatchObject({ ok: false, fix: 'run npm run build' });
  });
});
