import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipOf } from '@vedette/testing/zip';
import { afterAll, describe, expect, it } from 'vitest';
import { findBeside, SurroundingFiles } from '../../src/input/surroundings.js';
import { readPath } from '../read-folder.js';
import { tarOf } from './tar-of.js';

const folder = mkdtempSync(join(tmpdir(), 'vedette-beside-'));
afterAll(() => rmSync(folder, { recursive: true }));

const chat = JSON.stringify({
  name: 'Walk',
  type: 'private_group',
  id: 5,
  messages: [
    { id: 1, text: 'map', photo: 'photos/map.jpg' },
    { id: 2, text: 'gone', photo: 'photos/gone.jpg' },
  ],
});
const members = [
  { name: 'Walk/result.json', content: chat },
  { name: 'Walk/photos/map.jpg', content: 'the map' },
];
const hash = createHash('sha256').update('the map').digest('hex');
const hashed = [
  [{ type: 'image', file: 'photos/map.jpg', sha256: hash }],
  [{ type: 'image', file: 'photos/gone.jpg' }],
];

describe('attachments are hashed where they lie in the same', () => {
  it('folder', async () => {
    const root = join(folder, 'export');
    mkdirSync(join(root, 'Walk/photos'), { recursive: true });
    for (const { name, content } of members) writeFileSync(join(root, name), content);
    expect(await mediaIn(root)).toEqual(hashed);
  });

  it('zip', async () => {
    const path = join(folder, 'export.zip');
    writeFileSync(path, zipOf(...members));
    expect(await mediaIn(path)).toEqual(hashed);
  });

  it.each(['export.tar', 'export.tgz'])('tar: %s', async (name) => {
    const path = join(folder, name);
    const tar = await tarOf(...members);
    writeFileSync(path, name.endsWith('.tgz') ? gzipSync(tar) : tar);
    expect(await mediaIn(path)).toEqual(hashed);
  });
});

async function mediaIn(path: string): Promise<readonly unknown[]> {
  const { items, rejected } = await readPath(path);
  return [...items.map((item) => item.media), ...rejected];
}

describe('a file that an export mentions', () => {
  const files = new SurroundingFiles({
    names: new Set([
      'a/your_activity/chat/1.json',
      'a/your_activity/photos/x.jpg',
      'a/your_activity/chat/y.jpg',
      'secret',
    ]),
    open: () => undefined,
  });
  const beside = files.of('a/your_activity/chat/1.json');

  it.each([
    ['y.jpg', 'a/your_activity/chat/y.jpg'],
    ['./y.jpg', 'a/your_activity/chat/y.jpg'],
    ['your_activity/photos/x.jpg', 'a/your_activity/photos/x.jpg'],
    ['../../../secret', undefined],
    ['/secret', undefined],
    ['z.jpg', undefined],
  ])('%s is found at %s', (mentioned, name) => {
    expect(findBeside(mentioned, beside)).toBe(name);
  });

  it('has no hash where it cannot be opened again', async () => {
    expect(await beside.sha256('a/your_activity/photos/x.jpg')).toBeUndefined();
    expect(await beside.read('nowhere')).toBeUndefined();
  });
});
