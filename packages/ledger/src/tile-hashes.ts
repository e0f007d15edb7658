import { hashSize } from './hash.js';
import { LedgerError } from './errors.js';
import { type TilePlace, tilePath, tileWidth } from './tile-path.js';
import type { ReadHashes } from './tile-tree.js';

/** Gives a tile of a log, or undefined where there is none. */
export type ReadTile = (place: TilePlace) => Promise<Uint8Array | undefined>;

/** Tiles that are kept: a proof over a million entries reads six. */
const keptTiles = 64;

/**
 * Reads hashes out of the tiles of a log of `size` entries.
 * @throws LedgerError `not-a-tile` (when reading) where a tile is missing or has another length than its place says
 */
export function hashesOfTiles(readTile: ReadTile, size: number): ReadHashes {
  const kept = new Map<string, Buffer>();

  async function tileAt(level: number, n: number): Promise<Buffer> {
    const hashes = Math.floor(size / tileWidth ** level);
    const place = { level, n, width: Math.min(tileWidth, hashes - n * tileWidth) };
    const path = tilePath(place);
    const known = kept.get(path);
    if (known !== undefined) return known;
    const bytes = await readTile(place);
    if (bytes === undefined) throw new LedgerError('not-a-tile', `${path} is missing`);
    if (bytes.length !== place.width * hashSize)
      throw new LedgerError('not-a-tile', `${path} has ${bytes.length} bytes where ${place.width * hashSize} belong`);
    const tile = Buffer.from(bytes);
    if (kept.size >= keptTiles) for (const oldest of [...kept.keys()].slice(0, keptTiles / 2)) kept.delete(oldest);
    kept.set(path, tile);
    return tile;
  }

  return async (level, from, count) => {
    const n = Math.floor(from / tileWidth);
    const at = (from - n * tileWidth) * hashSize;
    return (await tileAt(level, n)).subarray(at, at + count * hashSize);
  };
}
