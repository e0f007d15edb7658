import { emptyRoot, hashSize, nodeHash } from './hash.js';

/** That a leaf is in a tree (RFC 9162 section 2.1.3). `start` is 0 for a whole tree; sizes and indexes are below 2^64. */
export interface InclusionProof {
  readonly kind: 'inclusion';
  readonly index: bigint;
  readonly start: bigint;
  readonly end: bigint;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/**
 * That the tree of `size` leaves holds the subtree `[start, end)` unchanged. With `start` 0 it is the consistency of two
 * sizes of one log (RFC 9162 section 2.1.4); otherwise of a subtree (Merkle Tree Certificates, section "Subtrees").
 */
export interface ConsistencyProof {
  readonly kind: 'consistency';
  /** a log that was empty proves nothing; an empty subtree is in every tree */
  readonly of: 'log' | 'subtree';
  readonly start: bigint;
  readonly end: bigint;
  readonly size: bigint;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** What `verifyProof` checks. */
export type Proof = InclusionProof | ConsistencyProof;

/** Whether a proof holds. Never throws: whatever does not fit is no proof. */
export function verifyProof(proof: Proof): boolean {
  return proof.kind === 'inclusion' ? verifyInclusion(proof) : verifyConsistency(proof);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function allHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashSize);
}

/** A subtree begins at a multiple of its width, rounded up to a power of two. */
function isSubtree(start: bigint, end: bigint): boolean {
  if (start >= end) return false;
  let width = 1n;
  while (width < end - start) width *= 2n;
  return start % width === 0n;
}

function verifyInclusion({ index, start, end, leafHash, root, path }: InclusionProof): boolean {
  if (!isSubtree(start, end) || index < start || index >= end) return false;
  if (!allHashes([leafHash, root, ...path])) return false;
  let node = index - start;
  let last = end - start - 1n;
  let hash = leafHash;
  for (const sibling of path) {
    if (last === 0n) return false;
    if (node % 2n === 1n || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2n === 0n && node !== 0n) {
        node /= 2n;
        last /= 2n;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node /= 2n;
    last /= 2n;
  }
  return last === 0n && same(hash, root);
}

function verifyConsistency({ of, start, end, size, root1, root2, path }: ConsistencyProof): boolean {
  if (start === end)
    return (
      of === 'subtree' &&
      end <= size &&
      path.length === 0 &&
      same(root1, emptyRoot()) &&
      (size > 0n || same(root2, root1))
    );
  if (!isSubtree(start, end) || end > size || !allHashes(path)) return false;
  let [first, node, last] = [start, end - 1n, size - 1n];
  // Up to the highest node that both trees have whole.
  while (first !== node && (node === last || node % 2n === 1n))
    [first, node, last] = [first / 2n, node / 2n, last / 2n];
  const rest = [...path];
  const seed = first === node ? root1 : rest.shift();
  if (seed === undefined) return false;
  let hash1 = seed;
  let hash2 = seed;
  for (const sibling of rest) {
    if (last === 0n) return false;
    if (node % 2n === 1n || node === last) {
      if (first < node) hash1 = nodeHash(sibling, hash1);
      hash2 = nodeHash(sibling, hash2);
      while (node % 2n === 0n && node !== 0n) [first, node, last] = [first / 2n, node / 2n, last / 2n];
    } else {
      hash2 = nodeHash(hash2, sibling);
    }
    [first, node, last] = [first / 2n, node / 2n, last / 2n];
  }
  return last === 0n && same(hash1, root1) && same(hash2, root2);
}
