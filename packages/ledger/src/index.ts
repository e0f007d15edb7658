export { type Checkpoint, parseCheckpoint, printCheckpoint } from './checkpoint.js';
export { LedgerError, type LedgerErrorCode } from './errors.js';
export { emptyRoot, leafHash, nodeHash } from './hash.js';
export { checkProof, parseProof } from './proof-case.js';
export { type ConsistencyProof, type InclusionProof, type Proof, verifyProof } from './proofs.js';
export { type EntryContent, entryBytes, entryHash } from './record-entry.js';
export { append, emptyEdge, root, type TreeEdge } from './tree-edge.js';
export { type RecordFinding, type RecordVerdict, verifyRecord } from './verify-record.js';
