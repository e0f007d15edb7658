import type { Checkpoint } from './checkpoint.js';
import { parseBundle } from './entry-bundle.js';
import { LedgerError } from './errors.js';
import { hashSize, leafHash } from './hash.js';
import type { ReadTile } from './tile-hashes.js';
import { type TilePlace, tilePath, tileWidth } from './tile-path.js';
import { append, emptyEdge, root, type TreeEdge } from './tree-edge.js';

/** One way in which published tiles are not the log that their checkpoint names. */
export interface TileFinding {
  /** the path of the tile, or `checkpoint` */
  readonly path: string;
  readonly message: string;
}

/**
 * Checks a published log in one pass: that every entry hashes to its place in the tiles of level 0, that the tiles above
 * are the roots of those below, that none is missing or cut off, and that the root is the checkpoint's.
 * @example for await (const { path, message } of verifyTiles(readTile, checkpoint)) …
 */
export async function* verifyTiles(readTile: ReadTile, checkpoint: Checkpoint): AsyncGenerator<TileFinding> {
  const { size } = checkpoint;
  const above = new TilesAbove(readTile, size);
  let edge: TreeEdge = emptyEdge;
  for (let n = 0; n * tileWidth < size; n += 1) {
    const width = Math.min(tileWidth, size - n * tileWidth);
    const bundle = yield* readWhole(readTile, { level: 'entries', n, width });
    const stated = yield* readWhole(readTile, { level: 0, n, width });
    const entries = bundle === undefined ? [] : yield* entriesOf(bundle, { level: 'entries', n, width });
    const leaves = entries.length === width ? entries.map(leafHash) : hashesIn(stated ?? Buffer.alloc(0));
    if (entries.length === width && stated !== undefined)
      for (const [index, leaf] of leaves.entries())
        if (!leaf.equals(stated.subarray(index * hashSize, (index + 1) * hashSize)))
          yield {
            path: tilePath({ level: 0, n, width }),
            message: `does not hold the hash of entry ${n * tileWidth + index}: one of them was changed`,
          };
    if (leaves.length !== width) return;
    const { edge: grown, full } = append(edge, leaves);
    edge = grown;
    for (const { level, n: place, hash } of full) yield* above.check(level, place, hash);
  }
  if (!root(edge).equals(checkpoint.root))
    yield { path: 'checkpoint', message: `the root over ${size} entries is not the one that the checkpoint states` };
}

/** The tiles of level 1 and above, each read once. */
class TilesAbove {
  private readonly tiles = new Map<number, { readonly path: string; readonly bytes: Buffer | undefined }>();

  constructor(
    private readonly readTile: ReadTile,
    private readonly size: number,
  ) {}

  async *check(level: number, place: number, hash: Buffer): AsyncGenerator<TileFinding> {
    const n = Math.floor(place / tileWidth);
    const hashes = Math.floor(this.size / tileWidth ** level);
    const tile: TilePlace = { level, n, width: Math.min(tileWidth, hashes - n * tileWidth) };
    const path = tilePath(tile);
    let known = this.tiles.get(level);
    if (known?.path !== path) {
      known = { path, bytes: yield* readWhole(this.readTile, tile) };
      this.tiles.set(level, known);
    }
    const at = (place - n * tileWidth) * hashSize;
    if (known.bytes !== undefined && !hash.equals(known.bytes.subarray(at, at + hashSize)))
      yield { path, message: `does not hold the root of tile ${place} of level ${level - 1}: one of them was changed` };
  }
}

async function* readWhole(readTile: ReadTile, place: TilePlace): AsyncGenerator<TileFinding, Buffer | undefined> {
  const path = tilePath(place);
  const bytes = await readTile(place);
  if (bytes === undefined) {
    yield { path, message: 'is missing' };
    return undefined;
  }
  if (place.level !== 'entries' && bytes.length !== place.width * hashSize) {
    yield { path, message: `has ${bytes.length} bytes where ${place.width * hashSize} belong` };
    return undefined;
  }
  return Buffer.from(bytes);
}

function* entriesOf(bundle: Buffer, place: TilePlace): Generator<TileFinding, readonly Buffer[]> {
  const path = tilePath(place);
  try {
    const entries = parseBundle(bundle);
    if (entries.length === place.width) return entries;
    yield { path, message: `has ${entries.length} entries where ${place.width} belong` };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    yield { path, message: error.message };
  }
  return [];
}

function hashesIn(tile: Buffer): readonly Buffer[] {
  return Array.from({ length: tile.length / hashSize }, (_, index) =>
    tile.subarray(index * hashSize, (index + 1) * hashSize),
  );
}
