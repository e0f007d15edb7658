import { emptyRoot, nodeHash } from './hash.js';

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

/** The edge after one more leaf. @example root(append(emptyEdge, leafHash(entry))) */
export function append(edge: TreeEdge, leaf: Buffer): TreeEdge {
  const nodes = [...edge.nodes];
  let node = leaf;
  for (let rest = edge.size; rest % 2 === 1; rest = Math.floor(rest / 2)) node = nodeHash(nodes.pop() ?? node, node);
  nodes.push(node);
  return { size: edge.size + 1, nodes };
}

/** The root of the tree, RFC 6962 section 2.1. */
export function root(edge: TreeEdge): Buffer {
  return edge.nodes.length === 0 ? emptyRoot() : edge.nodes.reduceRight((right, left) => nodeHash(left, right));
}
