import { LedgerError } from './errors.js';
import { type Proof, verifyProof } from './proofs.js';

/** Indexes and sizes go up to 2^64, which JSON numbers here do not hold: they become strings before parsing. */
const numbers = /"(leafIdx|treeSize|start|end|size|size1|size2)"\s*:\s*(\d+)/gu;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a proof in the JSON form of the transparency-dev Merkle suite: `leafIdx, treeSize, root, leafHash, proof` for
 * inclusion, `size1, size2, root1, root2, proof` for consistency; `start` and `end` instead name a subtree. Hashes are
 * base64. Fields such as `desc` and `wantErr` are passed over.
 * @throws LedgerError `not-a-proof` naming the field
 */
export function parseProof(json: string): Proof {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json.replace(numbers, '"$1":"$2"'));
  } catch (cause) {
    throw new LedgerError(
      'not-a-proof',
      `a proof case is one JSON object: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new LedgerError('not-a-proof', 'a proof case is one JSON object');
  const fields: Fields = Object.fromEntries(Object.entries(parsed));
  const path = pathOf(fields);
  if ('leafIdx' in fields) {
    const whole = 'treeSize' in fields;
    return {
      kind: 'inclusion',
      index: integer(fields, 'leafIdx'),
      start: whole ? 0n : integer(fields, 'start'),
      end: integer(fields, whole ? 'treeSize' : 'end'),
      leafHash: bytes(fields, 'leafHash'),
      root: bytes(fields, 'root'),
      path,
    };
  }
  const whole = 'size1' in fields;
  return {
    kind: 'consistency',
    of: whole ? 'log' : 'subtree',
    start: whole ? 0n : integer(fields, 'start'),
    end: integer(fields, whole ? 'size1' : 'end'),
    size: integer(fields, whole ? 'size2' : 'size'),
    root1: bytes(fields, 'root1'),
    root2: bytes(fields, 'root2'),
    path,
  };
}

/**
 * What `vedette ledger check-proof` says of one case.
 * @throws LedgerError `not-a-proof`
 * @example checkProof('{"leafIdx":0,"treeSize":1,"root":"bjQL…","leafHash":"bjQL…","proof":null}') // { kind: 'inclusion', ok: true }
 */
export function checkProof(json: string): { readonly kind: Proof['kind']; readonly ok: boolean } {
  const proof = parseProof(json);
  return { kind: proof.kind, ok: verifyProof(proof) };
}

function integer(fields: Fields, name: string): bigint {
  const value = fields[name];
  if (typeof value !== 'string' || !/^\d{1,20}$/u.test(value))
    throw new LedgerError('not-a-proof', `"${name}" must be a whole number from 0 to 2^64 - 1`);
  return BigInt(value);
}

function decodeBase64(value: unknown, name: string): Uint8Array {
  // An absent hash is a hash of the wrong length, which the check refuses; the suite writes it as null.
  if (value === null) return new Uint8Array();
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/u.test(value))
    throw new LedgerError('not-a-proof', `"${name}" must be base64`);
  return Buffer.from(value, 'base64');
}

function bytes(fields: Fields, name: string): Uint8Array {
  if (!(name in fields)) throw new LedgerError('not-a-proof', `"${name}" is missing`);
  return decodeBase64(fields[name], name);
}

function pathOf(fields: Fields): readonly Uint8Array[] {
  const { proof } = fields;
  if (proof === null || proof === undefined) return [];
  if (!Array.isArray(proof)) throw new LedgerError('not-a-proof', '"proof" must be a list of base64 hashes');
  return proof.map((hash: unknown, index) => decodeBase64(hash, `proof[${index}]`));
}
