import type { Checkpoint } from './checkpoint.js';
import { leafHash } from './hash.js';
import { type EntryContent, entryBytes } from './record-entry.js';
import { append, emptyEdge, root } from './tree-edge.js';

/** One way in which a record is not what its checkpoint says. `index` counts entries from 0. */
export interface RecordFinding {
  /** `changed`: the entry is not what was hashed; `dropped`, `reordered`: it stands where another must; `root`: see `message` */
  readonly kind: 'changed' | 'dropped' | 'reordered' | 'root';
  readonly index: number;
  readonly message: string;
}

/** Whether a record is whole. `size` is how many entries were read. */
export interface RecordVerdict {
  readonly ok: boolean;
  readonly size: number;
  readonly findings: readonly RecordFinding[];
}

type Entries =
  Iterable<EntryContent & { readonly leafHash: string }> | AsyncIterable<EntryContent & { readonly leafHash: string }>;

/**
 * Checks a whole record: that every entry is what its leaf hash says, that none is missing or out of place, and that the
 * root over them is the checkpoint's. The record may have grown since the checkpoint was taken.
 *
 * Somebody who changes an entry and its leaf hash together is caught by the root alone, which cannot say which entry it
 * was; keep checkpoints elsewhere to narrow it down.
 * @example const { ok, findings } = await verifyRecord(entries, parseCheckpoint(text))
 */
export async function verifyRecord(entries: Entries, checkpoint: Checkpoint): Promise<RecordVerdict> {
  const findings: RecordFinding[] = [];
  let edge = emptyEdge;
  let rootThere = checkpoint.size === 0 ? root(edge) : undefined;
  let place = 0;
  for await (const entry of entries) {
    const hash = leafHash(entryBytes(entry));
    if (hash.toString('hex') !== entry.leafHash)
      findings.push({
        kind: 'changed',
        index: entry.index,
        message: `entry ${entry.index} was changed after it was written`,
      });
    if (entry.index > place)
      findings.push({
        kind: 'dropped',
        index: place,
        message: `entry ${place} is missing: entry ${entry.index} follows`,
      });
    else if (entry.index < place)
      findings.push({
        kind: 'reordered',
        index: entry.index,
        message: `entry ${entry.index} stands at place ${place}`,
      });
    place = Math.max(place, entry.index + 1);
    edge = append(edge, hash);
    if (edge.size === checkpoint.size) rootThere = root(edge);
  }
  if (edge.size < checkpoint.size)
    findings.push({
      kind: 'dropped',
      index: edge.size,
      message: `the checkpoint has ${checkpoint.size} entries, the record ${edge.size}`,
    });
  else if (rootThere === undefined || !rootThere.equals(checkpoint.root))
    findings.push({
      kind: 'root',
      index: checkpoint.size,
      message: `the first ${checkpoint.size} entries do not give the root of the checkpoint`,
    });
  return { ok: findings.length === 0, size: edge.size, findings };
}
