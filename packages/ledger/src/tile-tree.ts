import { hashSize, nodeHash } from './hash.js';
import { LedgerError } from './errors.js';
import { tileWidth } from './tile-path.js';

/**
 * Reads hashes of a log: `count` (1 to 256) of a level from `from` on, all in one tile, as concatenated SHA-256. At level
 * 0 these are leaf hashes, at level L roots of complete subtrees of 256^L leaves (C2SP tlog-tiles).
 */
export type ReadHashes = (level: number, from: number, count: number) => Promise<Uint8Array>;

/** The root over the first `size` leaves, from tiles: RFC 6962 section 2.1. `size` is at least 1. */
export async function rootFromTiles(read: ReadHashes, size: number): Promise<Buffer> {
  return subtree(read, 0, size);
}

/**
 * The path that proves that leaf `index` is in the log of `size` leaves, RFC 9162 section 2.1.3.1.
 * Reads two tiles for each level of tiles.
 * @throws LedgerError `not-a-proof` where the leaf is not among them
 */
export async function inclusionPath(read: ReadHashes, index: number, size: number): Promise<readonly Buffer[]> {
  if (!isCount(size) || !Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new LedgerError('not-a-proof', `entry ${index} is not among the first ${size} of the record`);
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      path.push(await subtree(read, middle, to));
      to = middle;
    } else {
      path.push(await subtree(read, from, middle));
      from = middle;
    }
  }
  return path.toReversed();
}

/**
 * The path that proves that the log of `size` leaves begins with the log of `earlier` leaves, RFC 9162 section 2.1.4.1.
 * @throws LedgerError `not-a-proof` where `earlier` is 0 or more than `size`
 */
export async function consistencyPath(read: ReadHashes, earlier: number, size: number): Promise<readonly Buffer[]> {
  if (!isCount(size) || !isCount(earlier) || earlier > size)
    throw new LedgerError('not-a-proof', `a record of ${size} entries cannot begin with ${earlier}`);
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  let whole = true;
  while (earlier !== to) {
    const middle = from + split(to - from);
    if (earlier <= middle) {
      path.push(await subtree(read, middle, to));
      to = middle;
    } else {
      path.push(await subtree(read, from, middle));
      from = middle;
      whole = false;
    }
  }
  if (!whole) path.push(await subtree(read, from, to));
  return path.toReversed();
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

/** The largest power of two below a size. */
function split(size: number): number {
  let width = 1;
  while (width * 2 < size) width *= 2;
  return width;
}

/** The root of `[from, to)`, where `from` is a multiple of the width rounded up to a power of two. */
async function subtree(read: ReadHashes, from: number, to: number): Promise<Buffer> {
  let level = 0;
  let scale = 1;
  while ((to - from) % (scale * tileWidth) === 0 && to - from >= scale * tileWidth) {
    level += 1;
    scale *= tileWidth;
  }
  const count = (to - from) / scale;
  if (count <= tileWidth) {
    const bytes = Buffer.from(await read(level, from / scale, count));
    if (bytes.length !== count * hashSize)
      throw new LedgerError('not-a-tile', `level ${level} has no ${count} hashes from ${from / scale} on`);
    return overHashes(bytes);
  }
  const middle = from + split(to - from);
  return nodeHash(await subtree(read, from, middle), await subtree(read, middle, to));
}

/** The root over concatenated hashes, at least one. */
export function overHashes(hashes: Buffer): Buffer {
  if (hashes.length === hashSize) return hashes;
  const middle = split(hashes.length / hashSize) * hashSize;
  return nodeHash(overHashes(hashes.subarray(0, middle)), overHashes(hashes.subarray(middle)));
}
