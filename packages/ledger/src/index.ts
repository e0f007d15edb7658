export { type Checkpoint, parseCheckpoint, printCheckpoint } from './checkpoint.js';
export { largestEntry, parseBundle, printBundle } from './entry-bundle.js';
export { LedgerError, type LedgerErrorCode } from './errors.js';
export { emptyRoot, leafHash, nodeHash } from './hash.js';
export { checkProof, parseProof } from './proof-case.js';
export { type ConsistencyProof, type InclusionProof, type Proof, verifyProof } from './proofs.js';
export {
  commitmentOf,
  type CommittedEntry,
  type EntryContent,
  entryBytes,
  entryHash,
  newSalt,
  type PlainEntry,
} from './record-entry.js';
export {
  createSigner,
  type NoteSigner,
  type NoteVerifier,
  type OpenedNote,
  openNote,
  parseSigner,
  parseVerifier,
  signNote,
} from './signed-note.js';
export { hashesOfTiles, type ReadTile } from './tile-hashes.js';
export { newTiles, parseTilePath, tilePath, type TilePlace, tilesOf, tileWidth } from './tile-path.js';
export { consistencyPath, inclusionPath, type ReadHashes, rootFromTiles } from './tile-tree.js';
export { append, emptyEdge, root, type TileRoot, type TreeEdge } from './tree-edge.js';
export {
  erasedAction,
  type KeptEntry,
  type RecordFinding,
  type RecordVerdict,
  type RecordWitnesses,
  verifyRecord,
} from './verify-record.js';
export { type TileFinding, verifyTiles } from './verify-tiles.js';
