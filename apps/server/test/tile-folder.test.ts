import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  append,
  createSigner,
  emptyEdge,
  leafHash,
  openNote,
  parseCheckpoint,
  parseVerifier,
  printBundle,
  printCheckpoint,
  signNote,
  type TilePlace,
  tilePath,
  verifyTiles,
} from '@vedette/ledger';
import { afterEach, describe, expect, it } from 'vitest';
import { recordKey } from '../src/features/record/record-key.js';
import { createTileFolder } from '../src/features/record/tile-folder.js';

const folders: string[] = [];

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'vedette-tiles-'));
  folders.push(dir);
  return dir;
}

afterEach(async () => {
  for (const dir of folders.splice(0)) await rm(dir, { recursive: true, force: true });
});

const entries = Array.from({ length: 600 }, (_, n) => Buffer.from(`entry ${String(n)}`));
const { full } = append(emptyEdge, entries.map(leafHash));
const signer = createSigner('record.example');

async function tileOf({ level, n, width }: TilePlace): Promise<Buffer> {
  const some = entries.slice(n * 256, n * 256 + width);
  if (level === 'entries') return printBundle(some);
  return Buffer.concat(level === 0 ? some.map(leafHash) : full.slice(0, width).map(({ hash }) => hash));
}

function stateOf(size: number) {
  const { edge } = append(emptyEdge, entries.slice(0, size).map(leafHash));
  return { size, at: '', note: signNote(printCheckpoint('example', edge), signer) };
}

async function findingsIn(dir: string): Promise<readonly string[]> {
  const checkpoint = parseCheckpoint(await readFile(join(dir, 'checkpoint'), 'utf8'));
  const found: string[] = [];
  const read = async (place: TilePlace) => await readFile(join(dir, tilePath(place))).catch(() => undefined);
  for await (const { path, message } of verifyTiles(read, checkpoint)) found.push(`${path} ${message}`);
  return [String(checkpoint.size), ...found];
}

describe('a folder of tiles', () => {
  it('holds a whole log after each publication, also by the next run of the program', async () => {
    const dir = await folder();
    let tiles = createTileFolder(dir, tileOf);
    for (const size of [1, 255, 256, 300]) {
      await tiles.publish(stateOf(size));
      expect(await findingsIn(dir)).toEqual([String(size)]);
    }
    tiles = createTileFolder(dir, tileOf);
    await tiles.publish(stateOf(600));
    expect(await findingsIn(dir)).toEqual(['600']);
  });

  it('is never taken back', async () => {
    const dir = await folder();
    const tiles = createTileFolder(dir, tileOf);
    await tiles.publish(stateOf(300));
    await tiles.publish(stateOf(10));
    expect(await findingsIn(dir)).toEqual(['300']);
  });

  it('is not written over where its checkpoint is damaged', async () => {
    const dir = await folder();
    await createTileFolder(dir, tileOf).publish(stateOf(300));
    await writeFile(join(dir, 'checkpoint'), 'nothing');
    await expect(createTileFolder(dir, tileOf).publish(stateOf(600))).rejects.toMatchObject({
      code: 'not-a-checkpoint',
    });
    expect(await readFile(join(dir, 'checkpoint'), 'utf8')).toBe('nothing');
  });

  it('names no state whose tiles could not be written', async () => {
    const dir = await folder();
    const tiles = createTileFolder(dir, async (place) => (place.n > 0 ? undefined : await tileOf(place)));
    await tiles.publish(stateOf(100));
    await expect(tiles.publish(stateOf(300))).rejects.toThrow('the record of 300 entries has no tile/0/001.p/44');
    expect(parseCheckpoint(await readFile(join(dir, 'checkpoint'), 'utf8')).size).toBe(100);
  });
});

describe('the key of the record', () => {
  it('is made once, with its public half beside it', async () => {
    const dir = await folder();
    const made = await recordKey(dir);
    expect((await recordKey(dir)).verifierKey).toBe(made.verifierKey);
    const verifier = parseVerifier(await readFile(join(dir, 'record-key.pub'), 'utf8'));
    expect(openNote(signNote('text\n', made), [verifier]).signedBy).toEqual([made.name]);
  });

  it('that is damaged is named, and not replaced', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'record-key'), 'nothing');
    await expect(recordKey(dir)).rejects.toMatchObject({ code: 'data-damaged' });
    expect(await readFile(join(dir, 'record-key'), 'utf8')).toBe('nothing');
  });
});
