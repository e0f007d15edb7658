import type { RecordProof } from '@vedette/contract';
import { entryBytes, hashesOfTiles, inclusionPath, leafHash, type NoteSigner, parseCheckpoint } from '@vedette/ledger';
import type { Store } from '@vedette/store';
import { ServiceError } from '../../errors.js';

/** What may be asked of the record, besides reading it. */
export interface RecordService extends Pick<Store['record'], 'list' | 'erase'> {
  /** Signs the state of now. */
  checkpoint(): Promise<Pick<RecordProof, 'checkpoint' | 'verifierKey'>>;
  /** @throws ServiceError `not-found` */
  proof(index: number): Promise<RecordProof>;
}

export interface RecordServiceOptions {
  readonly record: Store['record'];
  readonly signer: NoteSigner;
}

export function createRecordService({ record, signer }: RecordServiceOptions): RecordService {
  const { verifierKey } = signer;
  return {
    list: (request) => record.list(request),
    erase: (erasure) => record.erase(erasure),
    async checkpoint() {
      const { note } = await record.seal(signer);
      return { checkpoint: note, verifierKey };
    },
    async proof(index) {
      const entry = await record.entry(index);
      if (entry === undefined) throw new ServiceError('not-found', `there is no entry ${String(index)} in the record`);
      const { note } = await record.seal(signer);
      const { size, root } = parseCheckpoint(note);
      const path = await inclusionPath(
        hashesOfTiles((place) => record.tile(place), size),
        index,
        size,
      );
      const bytes = entryBytes(entry);
      const { content, salt } = 'commitment' in entry ? entry : { content: undefined, salt: undefined };
      return {
        checkpoint: note,
        verifierKey,
        entry: bytes.toString('utf8'),
        ...(content === undefined ? {} : { content }),
        ...(salt === undefined ? {} : { salt }),
        inclusion: {
          leafIdx: index,
          treeSize: size,
          root: root.toString('base64'),
          leafHash: leafHash(bytes).toString('base64'),
          proof: path.map((hash) => hash.toString('base64')),
        },
      };
    },
  };
}
