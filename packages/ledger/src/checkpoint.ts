import { LedgerError } from './errors.js';
import { hashSize } from './hash.js';
import { type TreeEdge, root } from './tree-edge.js';

/** The head of a tree: whose it is, how many leaves, which root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The note text of a checkpoint, C2SP tlog-checkpoint: origin, size, root in base64, one a line; `signNote` signs it. */
export function printCheckpoint(origin: string, edge: TreeEdge): string {
  return `${origin}\n${edge.size}\n${root(edge).toString('base64')}\n`;
}

/**
 * Reads the note text of a checkpoint. Extension lines and signatures behind it are passed over: `openNote` checks those.
 * @throws LedgerError `not-a-checkpoint` naming the line
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', hash = ''] = text.split('\n');
  if (origin === '') throw new LedgerError('not-a-checkpoint', 'line 1 of a checkpoint is the name of the log');
  if (!/^(?:0|[1-9]\d{0,14})$/u.test(size))
    throw new LedgerError(
      'not-a-checkpoint',
      `line 2 of a checkpoint is the number of entries, not ${JSON.stringify(size)}`,
    );
  const bytes = Buffer.from(hash, 'base64');
  if (bytes.length !== hashSize || bytes.toString('base64') !== hash)
    throw new LedgerError('not-a-checkpoint', 'line 3 of a checkpoint is a SHA-256 in base64');
  return { origin, size: Number(size), root: bytes };
}
