import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.js';
import { useScratch } from './scratch.js';
import { zipOf } from '@vedette/testing/zip';

const { put } = useScratch();

const sha256 = (content: string) => `sha256:${createHash('sha256').update(content).digest('hex')}`;

/** A WACZ as capture tools write it. */
function wacz(change: Readonly<Record<string, string | undefined>> = {}): Buffer {
  const page = '{"url":"https://example.org/","title":"Bridge"}\n';
  const archive = 'WARC/1.1\r\nWARC-Type: warcinfo\r\n';
  const resources = [
    { name: 'pages.jsonl', path: 'pages/pages.jsonl', hash: sha256(page), bytes: page.length },
    { name: 'data.warc', path: 'archive/data.warc', hash: sha256(archive), bytes: archive.length },
  ];
  const manifest = JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', resources });
  const digest = JSON.stringify({ path: 'datapackage.json', hash: sha256(manifest) });
  const members: Readonly<Record<string, string | undefined>> = {
    'pages/pages.jsonl': page,
    'archive/data.warc': archive,
    'datapackage.json': manifest,
    'datapackage-digest.json': digest,
    ...change,
  };
  return zipOf(
    ...Object.entries(members).flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }])),
  );
}

async function findings(bundle: Uint8Array): Promise<{ readonly status: number; readonly bad: readonly string[] }> {
  const { status, lines } = await cli(['verify', put('case.wacz', bundle)]);
  for (const line of lines) expect(Object.keys(line)).toEqual(['file', 'check', 'ok', 'detail']);
  const bad = lines.filter((line) => line['ok'] === false);
  return {
    status,
    bad: bad.map((line) => `${String(line['file'])} ${String(line['check'])}: ${String(line['detail'])}`),
  };
}

describe('vedette verify', () => {
  it('finds nothing wrong with a whole bundle, and says what it could not look for', async () => {
    const { status, lines } = await cli(['verify', put('case.wacz', wacz())]);
    expect(status).toBe(0);
    expect(lines.map((line) => [line['file'], line['check'], line['ok']])).toEqual([
      ['case.wacz/datapackage.json', 'manifest', true],
      ['case.wacz/datapackage.json', 'manifest-hash', true],
      ['case.wacz/datapackage-digest.json', 'signature', true],
      ['case.wacz/pages/pages.jsonl', 'hash', true],
      ['case.wacz/archive/data.warc', 'hash', true],
      ['case.wacz', 'time-stamp', true],
      ['case.wacz', 'ledger-proof', true],
    ]);
    expect(lines.slice(-2).map((line) => line['detail'])).toEqual(['not present', 'not present']);
  });

  it.each([
    [
      'a changed file',
      { 'archive/data.warc': 'WARC/1.1\r\nWARC-Type: warcinfx\r\n' },
      /data\.warc hash: .*was changed$/u,
    ],
    [
      'a longer file',
      { 'pages/pages.jsonl': 'much longer than before '.repeat(9) },
      /pages\.jsonl size: has 216 bytes/u,
    ],
    ['a missing file', { 'archive/data.warc': undefined }, /data\.warc hash: is listed but missing/u],
    ['a file that nobody listed', { 'extra.txt': 'x' }, /extra\.txt listed: is in the bundle but not listed/u],
    [
      'a changed manifest',
      { 'datapackage.json': '{"resources":[]}' },
      /datapackage\.json manifest-hash: .*was changed$/u,
    ],
    ['a missing digest', { 'datapackage-digest.json': undefined }, /digest\.json manifest-hash: is missing/u],
    [
      'a manifest that is none',
      { 'datapackage.json': '{"resources":7}' },
      /datapackage\.json manifest: cannot be read/u,
    ],
    ['no manifest', { 'datapackage.json': undefined }, /datapackage\.json manifest: is missing/u],
    ['a time stamp, which it does not pretend to check', { 'stamp.tsr': 'x' }, /stamp\.tsr time-stamp: present, but/u],
    [
      'a ledger proof, which it does not pretend to check',
      { 'ledger/0.json': '{}' },
      /0\.json ledger-proof: present, but/u,
    ],
  ])('names %s', async (_what, change, words) => {
    const { status, bad } = await findings(wacz(change));
    expect(status).toBe(1);
    expect(bad).toContainEqual(expect.stringMatching(words));
  });

  it('names what is no zip at all', async () => {
    const { status, bad } = await findings(Buffer.from('nothing of the kind'));
    expect(status).toBe(1);
    expect(bad).toEqual([expect.stringMatching(/^case\.wacz bundle: cannot be read as a zip/u)]);
  });
});
