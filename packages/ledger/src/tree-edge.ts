import { emptyRoot, nodeHash } from './hash.js';
import { tileWidth } from './tile-path.js';

/**
 * The right edge of an append-only Merkle tree: the roots of its complete subtrees, largest first, one for every bit
 * that is set in `size`. It is all that is needed to append and to know the root.
 */
export interface TreeEdge {
  readonly size: number;
  readonly nodes: readonly Buffer[];
}

/** The edge of a tree without leaves, where every record begins. */
export const emptyEdge: TreeEdge = { size: 0, nodes: [] };

/** The root of a full tile: hash `n` of level `level` of the tiles, which is 1 or more. */
export interface TileRoot {
  readonly level: number;
  readonly n: number;
  readonly hash: Buffer;
}

/**
 * The edge after more leaves, and the roots of the tiles that became full with them, in the order in which they did.
 * @example root(append(emptyEdge, [leafHash(entry)]).edge)
 */
export function append(
  { size: before, nodes: known }: TreeEdge,
  leaves: Iterable<Buffer>,
): { readonly edge: TreeEdge; readonly full: readonly TileRoot[] } {
  const nodes = [...known];
  const full: TileRoot[] = [];
  let size = before;
  for (const leaf of leaves) {
    let node = leaf;
    let level = 0;
    let width = 1;
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      node = nodeHash(nodes.pop() ?? node, node);
      width *= 2;
      if (width === tileWidth ** (level + 1)) {
        level += 1;
        full.push({ level, n: (size + 1) / width - 1, hash: node });
      }
    }
    nodes.push(node);
    size += 1;
  }
  return { edge: { size, nodes }, full };
}

/** The root of the tree, RFC 6962 section 2.1. */
export function root(edge: TreeEdge): Buffer {
  return edge.nodes.length === 0 ? emptyRoot() : edge.nodes.reduceRight((right, left) => nodeHash(left, right));
}
