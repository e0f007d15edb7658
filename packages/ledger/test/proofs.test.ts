import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  append,
  checkProof,
  emptyEdge,
  emptyRoot,
  leafHash,
  LedgerError,
  nodeHash,
  parseProof,
  root,
} from '@vedette/ledger';

// The definitions of RFC 6962 section 2.1, word for word: slow, and the oracle here.
function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

function treeHash(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return emptyRoot();
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return nodeHash(treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

function inclusionPath(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...inclusionPath(index, leaves.slice(0, k)), treeHash(leaves.slice(k))]
    : [...inclusionPath(index - k, leaves.slice(k)), treeHash(leaves.slice(0, k))];
}

function consistencyPath(size: number, leaves: readonly Buffer[], whole = true): Buffer[] {
  if (size === leaves.length) return whole ? [] : [treeHash(leaves)];
  const k = split(leaves.length);
  return size <= k
    ? [...consistencyPath(size, leaves.slice(0, k), whole), treeHash(leaves.slice(k))]
    : [...consistencyPath(size - k, leaves.slice(k), false), treeHash(leaves.slice(0, k))];
}

const leavesOf = (size: number) => Array.from({ length: size }, (_, n) => leafHash(Buffer.from(`entry ${n}`)));
const b64 = (hash: Buffer) => hash.toString('base64');
const size = fc.integer({ min: 1, max: 70 });

function verdictOf(text: string): unknown {
  try {
    return checkProof(text).ok;
  } catch (error) {
    return error;
  }
}

describe('the root of a record', () => {
  it('is that of RFC 6962 after every append', () => {
    let edge = emptyEdge;
    const leaves = leavesOf(70);
    leaves.forEach((leaf, index) => {
      ({ edge } = append(edge, [leaf]));
      expect(root(edge)).toEqual(treeHash(leaves.slice(0, index + 1)));
    });
  });

  it('is the published one of the eight leaves that certificate logs are tested with', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const { edge } = append(
      emptyEdge,
      inputs.map((hex) => leafHash(Buffer.from(hex, 'hex'))),
    );
    expect(root(edge).toString('hex')).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });
});

describe('a proof', () => {
  it('of inclusion holds for its own leaf alone', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, a, b) => {
        const leaves = leavesOf(count);
        const [index, other] = [a % count, b % count];
        const proof = inclusionPath(index, leaves).map(b64);
        const fields = { leafIdx: index, treeSize: count, root: b64(treeHash(leaves)), proof };
        const check = (leaf: number) =>
          checkProof(JSON.stringify({ ...fields, leafHash: b64(leaves[leaf] ?? emptyRoot()) }));
        expect(check(index)).toEqual({ kind: 'inclusion', ok: true });
        expect(check(other).ok).toBe(other === index);
      }),
    );
  });

  it('of consistency holds for an earlier state of the same log, and not for one that was changed', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, a) => {
        const leaves = leavesOf(count);
        const earlier = 1 + (a % count);
        const proof = consistencyPath(earlier, leaves).map(b64);
        const fields = { size1: earlier, size2: count, root2: b64(treeHash(leaves)), proof };
        const check = (state: readonly Buffer[]) =>
          checkProof(JSON.stringify({ ...fields, root1: b64(treeHash(state)) })).ok;
        expect(check(leaves.slice(0, earlier))).toBe(true);
        expect(check([leafHash(Buffer.from('forged')), ...leaves.slice(1, earlier)])).toBe(false);
      }),
    );
  });

  it('of a size beyond what a number holds is refused, not misread', () => {
    const json = `{"leafIdx":18446744073709551615,"treeSize":1,"root":"${b64(emptyRoot())}","leafHash":"${b64(emptyRoot())}","proof":null}`;
    const proof = parseProof(json);
    expect(proof.kind === 'inclusion' && proof.index).toBe(18_446_744_073_709_551_615n);
    expect(checkProof(json).ok).toBe(false);
  });

  it('that cannot be read is named, whatever it is', () => {
    expect(() => checkProof('[]')).toThrow('a proof case is one JSON object');
    expect(() => checkProof('{"leafIdx":-1}')).toThrow('"leafIdx" must be a whole number');
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const said = verdictOf(text);
        expect(typeof said === 'boolean' || (said instanceof LedgerError && said.code === 'not-a-proof')).toBe(true);
      }),
    );
  });
});
